import { z } from "zod"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ email: z.string().trim().min(3).max(320).optional() })

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { email } = parsed(bodySchema, body)
  const id = await mailroom.resends.resend(params.id!, { email, by: actor.userId })
  return { message: await mailroom.outbox.row(id) }
})
