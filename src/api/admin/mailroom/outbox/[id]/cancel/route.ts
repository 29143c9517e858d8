import { answer } from "../../../call"

export const POST = answer(async ({ mailroom, params }) => {
  await mailroom.resends.cancel(params.id!)
  return { message: await mailroom.outbox.row(params.id!) }
})
