import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => {
  await mailroom.mailingTests.lookedAt(params.id!)
  return mailroom.mailingDispatch.checklist(params.id!)
})
