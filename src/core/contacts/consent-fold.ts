import { CHANNELS, type Channel } from "../channels/channel"

/** What people agree to: mail at all, one topic, being tracked, marketing on another channel; and the wish for a pause. */
export type ConsentPurpose = "marketing" | "topic" | "tracking" | "pause" | Channel

/** request = asked, not confirmed · confirm = by double opt-in · grant = otherwise · withdraw · expire = lapsed by itself. */
export type ConsentAction = "request" | "confirm" | "grant" | "withdraw" | "expire"

/** Standards §8; which law it rests on decides when it ends. */
export const LEGAL_BASES = [
  "express_doi",
  "express_soi",
  "soft_opt_in",
  "casl_implied_purchase",
  "casl_implied_inquiry",
  "opt_out_country",
  "tx_only",
  "imported",
] as const
export type LegalBasis = (typeof LEGAL_BASES)[number]

/** One row of the consent log as the fold needs it; `seq` is unique within the contact's chain. */
export type ConsentEntry = {
  seq: number
  at: Date
  purpose: ConsentPurpose
  topicId: string | null
  action: ConsentAction
  basis: string | null
  /** When the consent ends by itself; of a pause: when the pause ends. */
  expiresAt: Date | null
}

export type MarketingState = "never_asked" | "pending" | "subscribed" | "unsubscribed"

export type ConsentState = {
  marketing: { state: MarketingState; since: Date | null; basis: string | null; expiresAt: Date | null }
  tracking: { state: "unknown" | "granted" | "denied"; since: Date | null }
  topics: Record<string, { state: "pending" | "subscribed" | "unsubscribed"; since: Date }>
  pausedUntil: Date | null
  /** Marketing by SMS and push; a channel that nothing was said about is not there. */
  channels: Partial<Record<Channel, ChannelConsent>>
}

export type ChannelConsent = { state: "granted" | "denied"; since: Date }

/**
 * What was agreed, from all that was ever said. Order and repetition of the entries do not matter: the time of each
 * decides, and the chain's number where two have the same time. With `at`: as it was in that moment.
 */
export function foldConsent(entries: readonly ConsentEntry[], at?: Date): ConsentState {
  const bySeq = new Map(entries.filter((entry) => !at || entry.at <= at).map((entry) => [entry.seq, entry]))
  const ordered = [...bySeq.values()].sort((a, b) => a.at.getTime() - b.at.getTime() || a.seq - b.seq)
  const marketing = ordered.reduce(followMarketing, nothingSaid)
  return {
    marketing: {
      state: marketing.state,
      since: marketing.since,
      basis: marketing.basis,
      expiresAt: marketing.expiresAt,
    },
    tracking: trackingOf(ordered),
    topics: topicsOf(ordered),
    pausedUntil: ordered.filter(({ purpose }) => purpose === "pause").reduce<Date | null>(followPause, null),
    channels: Object.fromEntries(CHANNELS.flatMap((channel) => channelOf(channel, ordered))),
  }
}

type Followed = {
  state: MarketingState
  since: Date | null
  basis: string | null
  expiresAt: Date | null
  /** A request that is never confirmed must not wash an earlier "no" away. */
  wasWithdrawn: boolean
}

const nothingSaid: Followed = { state: "never_asked", since: null, basis: null, expiresAt: null, wasWithdrawn: false }

function followMarketing(before: Followed, entry: ConsentEntry): Followed {
  return entry.purpose === "marketing" ? follow(before, entry) : before
}

function follow(before: Followed, { action, at, basis, expiresAt }: ConsentEntry): Followed {
  switch (action) {
    case "request":
      return before.state === "subscribed"
        ? before
        : { ...before, state: "pending", since: at, basis: null, expiresAt: null }
    case "confirm":
    case "grant":
      // Agreeing again keeps the day of the first agreement, but takes the newer basis and end.
      return {
        state: "subscribed",
        since: before.state === "subscribed" ? before.since : at,
        basis,
        expiresAt,
        wasWithdrawn: false,
      }
    case "withdraw":
      return before.state === "unsubscribed"
        ? before
        : { ...nothingSaid, state: "unsubscribed", since: at, wasWithdrawn: true }
    case "expire":
      if (before.state !== "pending" && before.state !== "subscribed") return before
      return {
        ...nothingSaid,
        state: before.wasWithdrawn ? "unsubscribed" : "never_asked",
        since: at,
        wasWithdrawn: before.wasWithdrawn,
      }
  }
}

/** Leaving everything leaves each topic too: who comes back for one topic must not get the others again. */
function topicsOf(ordered: readonly ConsentEntry[]): ConsentState["topics"] {
  const followed = new Map<string, Followed>()
  for (const entry of ordered) {
    if (entry.purpose === "topic" && entry.topicId !== null)
      followed.set(entry.topicId, follow(followed.get(entry.topicId) ?? nothingSaid, entry))
    if (entry.purpose === "marketing" && entry.action === "withdraw")
      for (const [topicId, before] of followed)
        if (before.state !== "never_asked") followed.set(topicId, follow(before, entry))
  }
  const topics: ConsentState["topics"] = {}
  for (const [topicId, { state, since }] of followed)
    if (state !== "never_asked" && since) topics[topicId] = { state, since }
  return topics
}

function trackingOf(ordered: readonly ConsentEntry[]): ConsentState["tracking"] {
  return ordered
    .filter(({ purpose }) => purpose === "tracking")
    .reduce<ConsentState["tracking"]>(
      (before, { action, at }) => {
        const state = action === "confirm" || action === "grant" ? "granted" : action === "withdraw" ? "denied" : null
        if (action === "expire") return { state: "unknown", since: at }
        return state === null || state === before.state ? before : { state, since: at }
      },
      { state: "unknown", since: null },
    )
}

/** Leaving all marketing leaves each channel that was agreed to; agreeing to mail again brings none of them back. */
function channelOf(channel: Channel, ordered: readonly ConsentEntry[]): [Channel, ChannelConsent][] {
  const last = ordered.reduce<ChannelConsent | null>((before, { purpose, action, at }) => {
    const isLeaving = purpose === "marketing" && action === "withdraw" && before !== null
    if (purpose !== channel && !isLeaving) return before
    const state = action === "grant" || action === "confirm" ? "granted" : action === "withdraw" ? "denied" : null
    return state === null || state === before?.state ? before : { state, since: at }
  }, null)
  return last ? [[channel, last]] : []
}

function followPause(_: Date | null, { action, expiresAt }: ConsentEntry): Date | null {
  return action === "grant" ? expiresAt : null
}

/** Saying no again to what is refused already: nothing new for the log. */
export function isRepeatedNo(
  state: ConsentState,
  said: { purpose: ConsentPurpose; action: ConsentAction; topicId?: string | null },
) {
  if (said.action !== "withdraw") return false
  if (said.purpose === "marketing") return state.marketing.state === "unsubscribed"
  if (said.purpose === "tracking") return state.tracking.state === "denied"
  if (said.purpose === "pause") return state.pausedUntil === null
  if (said.purpose === "sms" || said.purpose === "push") return state.channels[said.purpose]?.state === "denied"
  return state.topics[said.topicId ?? ""]?.state === "unsubscribed"
}
