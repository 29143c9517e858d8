/**
 * How fast one receiving domain wants its mail. Unlimited until it defers; then half of what was sent in the last
 * minute, and slowly more again (additive increase, multiplicative decrease).
 */
export type DomainPace = {
  perMinute: number | null
  minute: number
  sent: number
  sentBefore: number
  isClean: boolean
}

const MINUTE = 60_000
/** A limit this high is none. */
const UNLIMITED_FROM = 6_000

export const FREE_PACE: DomainPace = { perMinute: null, minute: 0, sent: 0, sentBefore: 0, isClean: true }

/** The pace at `now`: a minute without deferral raises the limit by a tenth, at least by one. */
export function paceAt(pace: DomainPace, now: number): DomainPace {
  const minute = Math.floor(now / MINUTE)
  if (minute === pace.minute) return pace
  const minutes = minute - pace.minute
  const start = { minute, sent: 0, sentBefore: minutes === 1 ? pace.sent : 0, isClean: true }
  if (pace.perMinute === null) return { ...start, perMinute: null }
  const clean = pace.isClean ? minutes : minutes - 1
  let perMinute = pace.perMinute
  for (let i = 0; i < clean && perMinute < UNLIMITED_FROM; i++) perMinute += Math.max(1, Math.floor(perMinute / 10))
  return { ...start, perMinute: perMinute >= UNLIMITED_FROM ? null : perMinute }
}

/** One mail is on its way to the domain. */
export function paceAfterSend(pace: DomainPace, now: number): DomainPace {
  const current = paceAt(pace, now)
  return { ...current, sent: current.sent + 1 }
}

/** The domain deferred: halve, once a minute, or a burst of deferrals would stop it for hours. */
export function paceAfterDeferral(pace: DomainPace, now: number): DomainPace {
  const current = paceAt(pace, now)
  if (!current.isClean) return current
  const used = current.perMinute ?? Math.max(current.sent, current.sentBefore)
  return { ...current, isClean: false, perMinute: Math.max(1, Math.floor(used / 2)) }
}

/** Milliseconds that the `place`-th waiting mail (from 0) has to wait; 0 = may go now. */
export function paceWaitMs(pace: DomainPace, place: number, now: number): number {
  const current = paceAt(pace, now)
  if (current.perMinute === null || current.sent + place < current.perMinute) return 0
  const untilNextMinute = (current.minute + 1) * MINUTE - now
  return untilNextMinute + Math.floor((current.sent + place - current.perMinute) / current.perMinute) * MINUTE
}
