import { z } from "zod"
import { nodeKind } from "../node-kind"

const MINUTES = { minutes: 1, hours: 60, days: 1440 } as const
/** A year: whoever waits longer is not waiting but forgotten. */
const LONGEST_MINUTES = 527_040

const schema = z
  .object({
    amount: z.coerce.number().int().min(1).max(LONGEST_MINUTES),
    unit: z.enum(["minutes", "hours", "days"]).default("days"),
  })
  .refine(({ amount, unit }) => amount * MINUTES[unit] <= LONGEST_MINUTES, {
    path: ["amount"],
    message: "at most 366 days",
  })

/** Rests for a span of time. Days are 24 hours: "until the morning" is `wait_until`. */
export const wait = nodeKind({
  kind: "wait",
  group: "flow",
  settings: schema,
  defaults: { amount: 1, unit: "days" },
  rests: true,
  exitsOf: () => ["next"],
  decide: ({ settings: { amount, unit }, now }) => ({
    wait: new Date(now.getTime() + amount * MINUTES[unit] * 60_000),
    then: "next",
  }),
})
