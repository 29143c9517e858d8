import type { ConsentState } from "./consent-fold"

/** What the database keeps beside the log for one address. */
export type KeptState = {
  marketing: string
  basis: string | null
  since: Date | null
  expiresAt: Date | null
  tracking: string
  topics: { topicId: string; state: string }[]
}

/** Names what differs from the fold of the log, e.g. `marketing`, `topic mtop_news`; empty when all is well. */
export function stateDrift(kept: KeptState, folded: ConsentState): string[] {
  const { marketing, tracking, topics } = folded
  const drift: string[] = []
  const isSame =
    kept.marketing === marketing.state &&
    kept.basis === marketing.basis &&
    sameTime(kept.since, marketing.since) &&
    sameTime(kept.expiresAt, marketing.expiresAt)
  if (!isSame) drift.push("marketing")
  if (kept.tracking !== tracking.state) drift.push("tracking")
  const known = new Map(kept.topics.map(({ topicId, state }) => [topicId, state]))
  const ids = [...new Set([...known.keys(), ...Object.keys(topics)])].sort()
  return [...drift, ...ids.filter((id) => known.get(id) !== topics[id]?.state).map((id) => `topic ${id}`)]
}

const sameTime = (a: Date | null, b: Date | null) => a?.getTime() === b?.getTime()
