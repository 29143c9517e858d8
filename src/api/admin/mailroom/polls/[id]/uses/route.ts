import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({ uses: await mailroom.polls.uses(params.id!) }))
