import { z } from "zod"

/**
 * How a mailing can have failed to reach somebody: refused for good, too late, stopped before their turn; or in doubt,
 * where some of them have it and get it twice.
 */
export const MISSED_OUTCOMES = ["failed", "expired", "cancelled", "in_doubt"] as const
export type MissedOutcome = (typeof MISSED_OUTCOMES)[number]

/** A mailing for those whom another one did not reach. */
export const againSchema = z.strictObject({
  mailing_id: z.string().min(1).max(200),
  outcomes: z.array(z.enum(MISSED_OUTCOMES)).min(1).max(MISSED_OUTCOMES.length),
})
export type AgainOf = z.infer<typeof againSchema>
