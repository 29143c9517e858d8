import { answer } from "../../call"

export const POST = answer(async ({ mailroom }) => {
  await mailroom.readiness.checkTransport()
  return mailroom.readiness.state()
})
