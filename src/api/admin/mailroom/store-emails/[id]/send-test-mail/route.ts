import { z } from "zod"
import { planBuiltinTest } from "../../../../../../runtime/test-mail"
import { answer, parsed } from "../../../call"
import { oneStoreEmail } from "../../../one-store-email"

const bodySchema = z.strictObject({
  email: z.string().trim().min(3).max(320),
  locale: z.string().max(20).optional(),
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { email, locale } = parsed(bodySchema, body)
  const { builtin } = await oneStoreEmail(mailroom, params.id!)
  return { message_id: await planBuiltinTest(mailroom, { key: builtin.key, class: builtin.class, to: email, locale }) }
})
