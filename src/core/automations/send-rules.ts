import type { SendingWindow } from "../mailings/sending-window"
import type { Priority } from "./automation-settings"

/** How an automation sends its marketing mails; the words are those of its settings. */
export type SendRules = {
  state: "off" | "live" | "paused" | "draining"
  sendingWindow: SendingWindow | null
  whenCapped: "skip" | "defer"
  deferDays: number
  priority: Priority
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** After its turn a marketing mail may be so much later at most; then it is of no use any more. */
export const MARKETING_LIVES_MS = DAY_MS

export type Cap = {
  /** When the person got marketing mails lately: milliseconds, the earliest first. */
  recentAt: readonly number[]
  most: number
  days: number
}

/**
 * The first moment at which a place under the cap is free again, in milliseconds: when enough of what fills it is older
 * than the cap's days. Null while there is room.
 */
export function roomAt({ recentAt, most, days }: Cap): number | null {
  const leaving = recentAt[recentAt.length - most]
  return leaving === undefined ? null : leaving + days * DAY_MS
}

export type WithoutRoom = {
  reason: "frequency_cap" | "gave_way"
  rules: Pick<SendRules, "whenCapped" | "deferDays">
  cap: Cap
  /** When it was decided that the mail should go; milliseconds, as `now`. */
  plannedAt: number
  now: number
}

/** What becomes of a mail that the cap has no room for: it waits until then, or it is not sent and says why. */
export type RoomVerdict = { waitUntil: number } | { drop: "frequency_cap" | "gave_way" | "no_room_in_time" }

/**
 * A mail waits only for a place that comes within its automation's days: who knows already that none will is told now. What
 * has given way looks again after an hour, because nobody knows whether the other mail will go.
 */
export function withoutRoom({ reason, rules, cap, plannedAt, now }: WithoutRoom): RoomVerdict {
  if (rules.whenCapped === "skip") return { drop: reason }
  const free = reason === "gave_way" ? now + HOUR_MS : (roomAt(cap) ?? now)
  // Never at once: clocks may disagree about the moment, and a mail must not go round in a circle.
  const waitUntil = Math.max(free, now + 10 * MINUTE_MS)
  return waitUntil > plannedAt + rules.deferDays * DAY_MS ? { drop: "no_room_in_time" } : { waitUntil }
}
