import { answer } from "../../call"

export const GET = answer(async ({ mailroom, params }) => ({ contact: await mailroom.people.page(params.id!) }))
