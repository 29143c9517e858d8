import { z } from "zod"
import { answer, parsed } from "../call"
import { pageSchema } from "../query"

const querySchema = pageSchema.extend({
  customer_id: z.string().max(200).optional(),
  q: z.string().trim().max(254).optional(),
})

export const GET = answer(({ mailroom, query }) => {
  const { customer_id: customerId, ...rest } = parsed(querySchema, query)
  return mailroom.people.list({ ...rest, customerId })
})
