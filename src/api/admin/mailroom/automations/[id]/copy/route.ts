import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => ({ id: await mailroom.automationDrafts.copy(params.id!) }))
