import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({ spam: await mailroom.mailingSpam.get(params.id!) }))
