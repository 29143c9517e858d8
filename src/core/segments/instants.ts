import { DateTime } from "luxon"
import type { TimeSpan } from "./time-span"

/** By which clock and calendar a rule is read: mailroom.now() and the time zone of the settings. */
export type Clock = { now: Date; timeZone: string }

/** `from` belongs to it, `before` does not; null = no bound. */
export type Instants = { from: Date | null; before: Date | null }

/**
 * "In the last 30 days" begins with the day 30 days ago, at its first moment in the shop's time zone; "longer than 30 days
 * ago" is everything before that moment, so that the two never overlap and leave no gap.
 */
export function instantsOf(span: TimeSpan, clock: Clock): Instants {
  switch (span.kind) {
    case "last":
      return { from: startOfDay(daysAgo(span.days, clock)), before: null }
    case "longer_ago":
      return { from: null, before: startOfDay(daysAgo(span.days, clock)) }
    case "between":
      return { from: startOfDay(dayOf(span.from, clock)), before: startOfDay(dayOf(span.to, clock).plus({ days: 1 })) }
    case "since":
      return { from: startOfDay(dayOf(span.day, clock)), before: null }
    case "until":
      return { from: null, before: startOfDay(dayOf(span.day, clock).plus({ days: 1 })) }
  }
}

/** The same as days, for what has no time of day: both belong to it. */
export function daysOf(span: TimeSpan, clock: Clock): { from: string | null; to: string | null } {
  switch (span.kind) {
    case "last":
      return { from: daysAgo(span.days, clock).toISODate(), to: today(clock) }
    case "longer_ago":
      return { from: null, to: daysAgo(span.days + 1, clock).toISODate() }
    case "between":
      return { from: span.from, to: span.to }
    case "since":
      return { from: span.day, to: null }
    case "until":
      return { from: null, to: span.day }
  }
}

/** Today and the day so many days from now, as YYYY-MM-DD. */
export function comingDays(days: number, clock: Clock): { from: string; to: string } {
  return { from: today(clock), to: local(clock).plus({ days }).toISODate()! }
}

/**
 * "MM-DD" of today and the next days. Who was born on 29 February celebrates on the 28th in years without one, so the 28th
 * brings the 29th along.
 */
export function comingBirthdays(days: number, clock: Clock): string[] {
  const found = new Set<string>()
  for (let n = 0; n <= Math.min(days, 366); n++) {
    const at = local(clock).plus({ days: n })
    found.add(at.toFormat("MM-dd"))
    if (at.month === 2 && at.day === 28 && !at.isInLeapYear) found.add("02-29")
  }
  return [...found]
}

const local = ({ now, timeZone }: Clock) => DateTime.fromJSDate(now, { zone: timeZone })
const today = (clock: Clock) => local(clock).toISODate()!
const daysAgo = (days: number, clock: Clock) => local(clock).minus({ days })
const dayOf = (day: string, { timeZone }: Clock) => DateTime.fromISO(day, { zone: timeZone })
const startOfDay = (at: DateTime) => at.startOf("day").toJSDate()
