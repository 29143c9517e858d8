import { DateTime } from "luxon"
import { z } from "zod"

const hours = z
  .strictObject({ from: z.number().int().min(0).max(23), to: z.number().int().min(1).max(24) })
  .refine(({ from, to }) => from !== to, "must end at another hour than it begins, e.g. from 8 to 20 or from 22 to 6")
const days = z
  .array(z.number().int().min(1).max(7))
  .min(1)
  .max(7)
  .refine((all) => new Set(all).size === all.length, "must name each day once")

/**
 * Full hours `from` (open) to `to` (closed), and ISO weekdays (1 = Monday), by the clock of whoever reads; null = any. From 22
 * to 6 goes through the night; the weekday is the one on which it opens.
 */
export const windowSchema = z.strictObject({ hours: hours.nullable(), days: days.nullable() })
export type SendingWindow = z.infer<typeof windowSchema>

/** A stretch of time in which it is open; `to` does not belong to it. */
export type Span = { from: Date; to: Date }

/** Longer than from any moment to the next day that is allowed, with a day that a spring night leaves nothing of. */
const MOST_DAYS = 16
const MOST_OPEN_MS = 60 * 86_400_000

/** The mailing's own window goes before the store's; null = always open. */
export function windowOf(own: SendingWindow | null, store: SendingWindow): SendingWindow | null {
  const { hours, days } = own ?? store
  return hours === null && (days === null || days.length === 7) ? null : { hours, days }
}

/** Whether clocks in this zone show an hour and a day at which it is open. */
export function isOpen({ hours, days }: SendingWindow, at: Date, zone: string): boolean {
  const { hour, weekday } = DateTime.fromJSDate(at, { zone })
  const isDay = (day: number) => days === null || days.includes(day)
  if (hours === null) return isDay(weekday)
  const { from, to } = hours
  if (from < to) return from <= hour && hour < to && isDay(weekday)
  return hour >= from ? isDay(weekday) : hour < to && isDay(weekday === 1 ? 7 : weekday - 1)
}

/**
 * The stretch that `at` lies in, or else the next one; `from` is never before `at`. `fallback` for people whose zone nobody
 * knows. An hour that a spring night leaves out is not there; one that an autumn night has twice counts both times.
 */
export function spanAt(window: SendingWindow, at: Date, zone: string | null, fallback: string): Span {
  let day = dateTimeIn(at, zone, fallback)
  // What opened yesterday may go through the night.
  if (isOvernight(window)) day = day.startOf("day").minus({ days: 1 })
  for (let n = 0; n < MOST_DAYS; n++) {
    const { from, to } = openingOf(window, day)
    if (from < to && at.getTime() < to) return { from: new Date(Math.max(from, at.getTime())), to: new Date(to) }
    day = day.startOf("day").plus({ days: 1 })
  }
  throw new TypeError(`The sending window ${JSON.stringify(window)} never opens.`)
}

/** When so many milliseconds of sending are over that begin at `at` and rest while it is closed. */
export function endOfOpen(window: SendingWindow, at: Date, openMs: number, zone: string): Date {
  // Nobody plans by the hour what takes months: then a calendar is not gone through day by day.
  if (openMs > MOST_OPEN_MS) return new Date(at.getTime() + openMs)
  let left = openMs
  let span = spanAt(window, at, zone, zone)
  while (span.to.getTime() - span.from.getTime() < left) {
    left -= span.to.getTime() - span.from.getTime()
    span = spanAt(window, span.to, zone, zone)
  }
  return new Date(span.from.getTime() + left)
}

/** Of a day on which it opens the part in which it is open. */
export const openHours = (window: SendingWindow | null): number =>
  window?.hours ? (window.hours.to - window.hours.from + (isOvernight(window) ? 24 : 0)) / 24 : 1

const isOvernight = ({ hours }: SendingWindow): boolean => hours !== null && hours.to < hours.from

function openingOf(window: SendingWindow, day: DateTime): { from: number; to: number } {
  const { hours, days } = window
  if (days !== null && !days.includes(day.weekday)) return { from: 0, to: 0 }
  const lastDay = isOvernight(window) ? day.startOf("day").plus({ days: 1 }) : day
  return { from: hourOf(day, hours?.from ?? 0), to: hourOf(lastDay, hours?.to ?? 24) }
}

/** The first moment of the day at which its clock shows this hour, or has gone past it. */
function hourOf(day: DateTime, hour: number): number {
  const midnight = day.startOf("day")
  const at = hour === 24 ? midnight.plus({ days: 1 }).startOf("day") : midnight.set({ hour })
  return Math.min(...at.getPossibleOffsets().map((one) => one.toMillis()), at.toMillis())
}

function dateTimeIn(at: Date, zone: string | null, fallback: string): DateTime {
  const there = DateTime.fromJSDate(at, { zone: zone ?? fallback })
  return there.isValid ? there : DateTime.fromJSDate(at, { zone: fallback })
}
