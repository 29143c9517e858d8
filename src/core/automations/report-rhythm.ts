import { DateTime } from "luxon"
import { z } from "zod"
import { addressSchema } from "./address-schema"

/** How often an automation reports, by the shop's clock; `weekday` (1 Monday) and `monthday` count where they are asked. */
export const rhythmSchema = z.strictObject({
  every: z.enum(["day", "week", "month"]).default("week"),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day such as 08:30")
    .default("08:00"),
  weekday: z.number().int().min(1).max(7).default(1),
  /** At most 28, so that every month has it. */
  monthday: z.number().int().min(1).max(28).default(1),
})
export type Rhythm = z.output<typeof rhythmSchema>

export const reportSchema = z
  .strictObject({
    rhythm: rhythmSchema.prefault({}),
    emails: z.array(addressSchema).max(20).default([]),
    user_ids: z.array(z.string().min(1).max(64)).max(20).default([]),
    locale: z.string().trim().min(2).max(20).nullable().default(null),
    is_on: z.boolean().default(true),
  })
  .refine(({ is_on, emails, user_ids }) => !is_on || emails.length + user_ids.length > 0, {
    path: ["emails"],
    message: "must name at least one reader, or the report must be off",
  })
export type ReportInput = z.output<typeof reportSchema>

/** The first moment after `after`. A time that is skipped when the clocks change is an hour later on that day. */
export function nextReport({ every, time, weekday, monthday }: Rhythm, after: Date, zone: string): Date {
  const [hour, minute] = time.split(":").map(Number)
  const from = DateTime.fromJSDate(after, { zone })
  const day = { day: {}, week: { weekday: weekday as 1 }, month: { day: monthday } }[every]
  const first = from.set({ ...day, hour, minute, second: 0, millisecond: 0 })
  for (let n = 0; ; n++) {
    const next = first.plus({ [`${every}s`]: n })
    // Added days keep the hour on the wall; one that was moved by a change of clocks is set again.
    const at = next.set({ hour, minute }).toJSDate()
    if (at > after) return at
  }
}

/** Whole days before `at`: yesterday, the seven days before, the month before. `to` is not in it any more. */
export function periodBefore({ every }: Rhythm, at: Date, zone: string): { from: Date; to: Date } {
  const to = DateTime.fromJSDate(at, { zone }).startOf("day")
  return { from: to.minus({ [`${every}s`]: 1 }).toJSDate(), to: to.toJSDate() }
}
