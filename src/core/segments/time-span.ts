import { z } from "zod"
import { isDay } from "../contacts/contact-field"

const day = z.string().refine(isDay, "must be a day written as YYYY-MM-DD, for example 2026-03-31")
const days = z.number().int().min(1).max(3650)

/** When something happened, in days of the shop's time zone. Days that are named belong to it. */
export const timeSpanSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("last"), days }),
  z.strictObject({ kind: z.literal("longer_ago"), days }),
  z.strictObject({ kind: z.literal("between"), from: day, to: day }).refine((span) => span.from <= span.to, {
    message: `must begin before it ends: "from" lies after "to"`,
  }),
  z.strictObject({ kind: z.literal("since"), day }),
  z.strictObject({ kind: z.literal("until"), day }),
])

export type TimeSpan = z.infer<typeof timeSpanSchema>
