import { EMPTY_BUCKET, takeTokens, type Bucket } from "./token-bucket"

/** What is known of one receiving domain with a limit of its own. Times in milliseconds. */
export type DomainTurn = {
  bucket: Bucket
  /** When the last one that was put off has its turn. */
  lastAt: number
}

export const FREE_TURN: DomainTurn = { bucket: EMPTY_BUCKET, lastAt: -Infinity }

/** However slow the limit is: nobody looks again sooner. */
const AGAIN_MS = 1_000

/**
 * One more mail for a domain that takes `perSecond`: goes now, or is given a turn of its own behind all others, so that
 * a hundred thousand mails are put off once each and not every second. Who had a turn and finds it taken (`isNew` false)
 * waits a moment only. A receipt never waits; the others pay for it.
 */
export function nextTurn(
  turn: DomainTurn,
  { perSecond, now, isNew, mayWait }: { perSecond: number; now: number; isNew: boolean; mayWait: boolean },
): { turn: DomainTurn; waitMs: number } {
  const { bucket, taken } = takeTokens(turn.bucket, perSecond, 1, now)
  if (taken > 0) return { turn: { ...turn, bucket }, waitMs: 0 }
  if (!mayWait) return { turn: { ...turn, bucket: { ...bucket, tokens: bucket.tokens - 1 } }, waitMs: 0 }
  const gap = 1000 / perSecond
  if (!isNew) return { turn: { ...turn, bucket }, waitMs: Math.max(AGAIN_MS, gap) }
  const lastAt = Math.max(turn.lastAt, now) + gap
  return { turn: { bucket, lastAt }, waitMs: Math.ceil(lastAt - now) }
}
