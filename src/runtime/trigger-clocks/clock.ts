import type { Mailroom } from "../../modules/mailroom/mailroom"
import type { Statement } from "../../modules/mailroom/database"

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What a clock is asked: whom the trigger's settings find among what happened in (`after`, `until`]. */
export type Asked<Settings> = {
  mailroom: Mailroom
  settings: Settings
  after: Date
  until: Date
  /** What somebody did before the automation was switched on sets nothing off, even if it is due only now. */
  switchedOn: Date
  /** The whole of a past time is looked at, not what came since the last look. */
  isPast?: boolean
  /** Time zones that people have, and the shop's own. */
  zones: string[]
  shopZone: string
}

/** A trigger that is computed: how often it looks (0: with every turn of the loop), how far back, and by which statement (null: nothing is due). */
export type TriggerClock = {
  everyMs: number
  /** Rows may be committed a while after their time; what was found before is not found again. */
  lookBackMs: number
  /** After a longer pause the rest is history: what came days ago is no news, and a birthday is over. */
  latestMs: number
  find(asked: Asked<unknown>): Statement | null
}

/** Of what happened a moment ago: in mails, in the storefront, in carts. */
export const soon = <Settings>(find: (asked: Asked<Settings>) => Statement | null): TriggerClock => ({
  everyMs: 0,
  lookBackMs: 10 * MINUTE,
  latestMs: DAY,
  find: find as TriggerClock["find"],
})

/**
 * Of the calendar: looked at every minute. What it is about lies days back and is written, so it looks hardly further back
 * than to its last look: with people in all zones some day is due every hour, and each look at a field reads everybody.
 */
export const daily = <Settings>(
  find: (asked: Asked<Settings>) => Statement | null,
  { latestDays = 1 }: { latestDays?: number } = {},
): TriggerClock => ({
  everyMs: MINUTE,
  lookBackMs: MINUTE,
  latestMs: latestDays * DAY,
  find: find as TriggerClock["find"],
})

/** Of the read model, which may learn of an order hours later (a lost event, a shop that was down). */
export const ofShop = <Settings>(find: (asked: Asked<Settings>) => Statement | null): TriggerClock => ({
  everyMs: 0,
  lookBackMs: 6 * 60 * MINUTE,
  latestMs: 2 * DAY,
  find: find as TriggerClock["find"],
})
