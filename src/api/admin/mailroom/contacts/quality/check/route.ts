import { answer } from "../../../call"

export const POST = answer(async ({ mailroom }) => {
  await mailroom.contactQuality.checkNow()
  return mailroom.contactQuality.overview()
})
