import { spanAt, type SendingWindow } from "../mailings/sending-window"
import { withoutRoom, type RoomVerdict, type SendRules } from "./send-rules"

export type Leaving = {
  /** When it was decided that the mail should go. */
  decided: Date
  /** Of the reader, and of the shop for readers whose zone nobody knows. */
  zone: string | null
  shopZone: string
  /** Null: at any hour. */
  window: SendingWindow | null
  /** When the person gets other marketing mails: milliseconds, in any order. */
  othersAt: readonly number[]
  cap: { most: number | null; days: number }
  rules: Pick<SendRules, "whenCapped" | "deferDays">
}

type Refused = Extract<RoomVerdict, { drop: unknown }>

const DAY_MS = 86_400_000

/**
 * When a marketing mail leaves whose whole future is known (F12): at an hour at which it may and with room under the cap, by
 * the rules of the last instant. Or why it does not; it waits `deferDays` at most. Which automation's mail goes first is not
 * looked at.
 */
export function leavingOf({ decided, zone, shopZone, window, othersAt, cap, rules }: Leaving): { at: Date } | Refused {
  const openFrom = (at: Date) => (window ? spanAt(window, at, zone, shopZone).from : at)
  const { most, days } = cap
  for (let at = openFrom(decided); ;) {
    const now = at.getTime()
    const recentAt = othersAt.filter((other) => other <= now && other > now - days * DAY_MS).sort((a, b) => a - b)
    if (most === null || recentAt.length < most) return { at }
    const plannedAt = decided.getTime()
    const verdict = withoutRoom({ reason: "frequency_cap", rules, cap: { recentAt, most, days }, plannedAt, now })
    if ("drop" in verdict) return verdict
    at = openFrom(new Date(verdict.waitUntil))
  }
}
