import { recordBasis, type BasisRefusal, type RecordableBasis } from "./record-basis"

/** One of a group whom the owner wants to subscribe to a topic. */
export type GroupMember = {
  hasAddress: boolean
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  topic: "pending" | "subscribed" | "unsubscribed" | null
  /** A suppression of the address or its domain holds, for all, for marketing or for this topic. */
  isSuppressed: boolean
  /** A leaving is on file for marketing or this topic, also where the log knows of none (a file of another service). */
  hasLeft: boolean
  country: string | null
  lastOrderAt: Date | null
}

export type JoinSkip = "no_address" | "unsubscribed" | "left_topic" | "suppressed" | "already" | BasisRefusal

export type JoinVerdict =
  { join: true; withMarketing: boolean; expiresAt: Date | null } | { join: false; reason: JoinSkip }

/**
 * May the owner subscribe this person? A "no" of the person and a suppression are never lifted by somebody else's word,
 * and the basis must hold in the person's country. The gravest reason first.
 */
export function joinGroup(
  member: GroupMember,
  said: { basis: RecordableBasis; agreedOn: Date; now: Date },
): JoinVerdict {
  if (!member.hasAddress) return skip("no_address")
  if (member.isSuppressed) return skip("suppressed")
  if (member.marketing === "unsubscribed" || (member.hasLeft && member.topic !== "unsubscribed"))
    return skip("unsubscribed")
  if (member.topic === "unsubscribed") return skip("left_topic")
  if (member.topic === "subscribed" && member.marketing === "subscribed") return skip("already")
  const verdict = recordBasis({ ...said, country: member.country, lastOrderAt: member.lastOrderAt })
  if (verdict.kind === "refuse") return skip(verdict.reason)
  return { join: true, withMarketing: member.marketing !== "subscribed", expiresAt: verdict.expiresAt }
}

const skip = (reason: JoinSkip): JoinVerdict => ({ join: false, reason })
