import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({ why: await mailroom.why.ofMessage(params.id!) }))
