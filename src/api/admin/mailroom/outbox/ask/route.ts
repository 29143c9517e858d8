import { z } from "zod"
import { answer, parsed } from "../../call"

const querySchema = z
  .object({ email: z.string().trim().max(320).optional(), order: z.string().trim().max(200).optional() })
  .refine(({ email, order }) => Boolean(email) !== Boolean(order), "Ask by one of both: ?email= or ?order=.")

export const GET = answer(({ mailroom, query }) => {
  const { email, order } = parsed(querySchema, query)
  return mailroom.answers.ask({ email: email || null, order: order || null })
})
