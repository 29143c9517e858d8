import { z } from "zod"
import type { Whom } from "../../../modules/mailroom/services/own-events"

/** Exactly one of the three says who is meant. */
export const whomSchema = z
  .strictObject({
    email: z.string().max(1000).optional(),
    contact_id: z.uuid().optional(),
    customer_id: z.string().min(1).max(100).optional(),
  })
  .refine((one) => Object.values(one).filter((value) => value !== undefined).length === 1, {
    message: "must be one of email, contact_id and customer_id",
  })

export function whomOf({ email, contact_id: contactId, customer_id: customerId }: z.output<typeof whomSchema>): Whom {
  if (email !== undefined) return { email }
  return contactId !== undefined ? { contactId } : { customerId: customerId! }
}
