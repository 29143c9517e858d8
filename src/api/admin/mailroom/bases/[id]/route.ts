import { answer } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({ record: await mailroom.bases.get(params.id!) }))
