import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({ people: await mailroom.mailings.people(params.id!) }))
