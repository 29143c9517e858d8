import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({ record: await mailroom.bases.stop(params.id!) }))
