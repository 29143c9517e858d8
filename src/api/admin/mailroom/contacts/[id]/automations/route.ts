import { answer } from "../../../call"

export const GET = answer(async ({ mailroom, params }) => ({
  entries: await mailroom.automationEntrants.ofContact(params.id!),
}))
