import { z } from "zod"
import { isDay } from "../../../../core/contacts/contact-field"
import { answer, parsed } from "../call"
import { whomOf, whomSchema } from "../whom"

const balancesSchema = z.strictObject({
  balances: z
    .array(
      z.strictObject({
        contact: whomSchema,
        name: z.string().trim().min(1).max(64),
        expires_on: z.string().refine(isDay, "must be a day written as YYYY-MM-DD, for example 2026-03-31"),
        amount: z
          .union([z.number(), z.string()])
          .transform(String)
          .refine((amount) => /^\d{1,15}(\.\d{1,10})?$/.test(amount), "must be 0 or more, for example 120 or 12.50"),
        unit: z.string().trim().max(40).nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
})

/** Dated balances (points, bonuses): each replaces what stood there for the person, name and day; 0 takes it away. */
export const POST = answer(async ({ mailroom, body }) => {
  const { balances } = parsed(balancesSchema, body)
  const stored = await mailroom.balances.push(
    balances.map(({ contact, expires_on: expiresOn, ...rest }) => ({ ...rest, expiresOn, whom: whomOf(contact) })),
  )
  return { stored }
})
