import type { IANAZone } from "luxon"
import { instantOf, offsetAt, zoneOf } from "./local-time"

/** One local day that is due somewhere: whose day it is, and between which instants it lies there. */
export type DueDay = {
  /** As it stands with the contact; empty: none, so that of the shop holds. */
  zone: string
  /** The day that people are looked up by (a birthday, a registration …), YYYY-MM-DD. */
  day: string
  /** The first instant of that day there, and the first of the next. */
  from: Date
  before: Date
  /** When it was due: the local time of day, on the day that lies `offsetDays` after it. */
  at: Date
}

type Window = {
  after: Date
  until: Date
  /** HH:MM */
  time: string
  /** Days from the person's day to the mail; before it: negative. */
  offsetDays: number
}

const DAY_MS = 86_400_000

/**
 * The days that became due in (`after`, `until`], in every zone that people have. Each day of a zone is due at one
 * instant, also when the clocks are changed (a time that is skipped is the one an hour later, of a time that comes twice it is the
 * first), so windows that touch find each day once.
 */
export function dueDays(asked: Window & { zones: string[]; shopZone: string }): DueDay[] {
  const shopZone = zoneOf(asked.shopZone) ?? zoneOf("UTC")!
  return [...new Set([...asked.zones, ""])].flatMap((zone) =>
    daysOf(asked, zone === "" ? shopZone : (zoneOf(zone) ?? shopZone)).map((due) => ({ ...due, zone })),
  )
}

/** Days are whole numbers since 1970 here, so that they can be counted without a calendar. */
function daysOf({ after, until, time, offsetDays }: Window, zone: IANAZone): Omit<DueDay, "zone">[] {
  const first = Math.floor((after.getTime() + offsetAt(zone, after.getTime())) / DAY_MS) - 1
  const last = Math.floor((until.getTime() + offsetAt(zone, until.getTime())) / DAY_MS) + 1
  const found: Omit<DueDay, "zone">[] = []
  for (let day = first; day <= last; day++) {
    const at = instantOf(zone, day * DAY_MS + minutesOf(time) * 60_000)
    if (at > after.getTime() && at <= until.getTime())
      found.push({ ...dayIn(zone, day - offsetDays), at: new Date(at) })
  }
  return found
}

function dayIn(zone: IANAZone, day: number): Pick<DueDay, "day" | "from" | "before"> {
  return {
    day: new Date(day * DAY_MS).toISOString().slice(0, 10),
    from: new Date(instantOf(zone, day * DAY_MS)),
    before: new Date(instantOf(zone, (day + 1) * DAY_MS)),
  }
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return hour * 60 + minute
}

/** "Month and day" of everybody who celebrates on this day: who was born on 29 February does so on the 28th in other years. */
export function celebratedOn(day: string): number[] {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  const monthAndDay = month * 100 + date
  const isLeapYear = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29
  return monthAndDay === 228 && !isLeapYear ? [228, 229] : [monthAndDay]
}
