import { answer } from "../../call"

export const GET = answer(async ({ mailroom, params }) => {
  const { findings } = await mailroom.readiness.state()
  return { message: await mailroom.outbox.message(params.id!, findings) }
})
