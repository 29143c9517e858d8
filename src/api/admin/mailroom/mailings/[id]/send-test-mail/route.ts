import { z } from "zod"
import { sendTestMailing } from "../../../../../../runtime/send-test-mailing"
import { answer, parsed } from "../../../call"

const bodySchema = z.strictObject({ email: z.string().trim().min(3).max(320) })

export const POST = answer(({ mailroom, actor, params, body }) => {
  const { email } = parsed(bodySchema, body)
  return sendTestMailing(mailroom, { mailingId: params.id!, email, by: actor.userId })
})
