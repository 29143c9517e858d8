import { DateTime } from "luxon"

/** Months before the two-year rule takes hold in which somebody belongs to the "sunset" audience (F22). */
export const SUNSET_MONTHS = 3

export type Fading =
  /** The rule is off, the person does not get mass mail anyway, or is far from its end. */
  | { state: "awake"; fadesAt: Date | null }
  /** Within the last three months. */
  | { state: "sunset"; fadesAt: Date }
  /** No mass mail until the next transaction. */
  | { state: "inactive"; fadesAt: Date }

/**
 * Where a subscribed person stands with the two-year rule. `lastSignOfLifeAt` is the latest of transaction, interaction,
 * subscription and dated import; `months` null = rule off.
 */
export function fading({
  lastSignOfLifeAt,
  months,
  now,
}: {
  lastSignOfLifeAt: Date | null
  months: number | null
  now: Date
}): Fading {
  if (months === null || lastSignOfLifeAt === null) return { state: "awake", fadesAt: null }
  const fadesAt = DateTime.fromJSDate(lastSignOfLifeAt, { zone: "utc" }).plus({ months })
  const at = fadesAt.toJSDate()
  if (at <= now) return { state: "inactive", fadesAt: at }
  const isSunset = fadesAt.minus({ months: SUNSET_MONTHS }).toJSDate() <= now
  return { state: isSunset ? "sunset" : "awake", fadesAt: at }
}
