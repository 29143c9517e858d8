import { z } from "zod"
import { planBuiltinTest } from "../../../../../runtime/test-mail"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({ email: z.string().trim().min(3).max(320) })

export const POST = answer(async ({ mailroom, body }) => {
  const { email } = parsed(bodySchema, body)
  const { state, detail } = await mailroom.readiness.checkTransport()
  if (state !== "ok") return { transport: { state, detail }, message_id: null }
  const context = { sentAt: new Date().toISOString() }
  const message_id = await planBuiltinTest(mailroom, { key: "test_mail", class: "system", to: email, context })
  return { transport: { state, detail }, message_id }
})
