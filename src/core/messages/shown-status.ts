import type { BounceClass } from "./smtp-verdict"
import type { MessageStatus } from "./states"

/** The one word per recipient (F38); before anything was sent the ledger's own word. */
export type ShownStatus = "spam" | "unsubscribed" | "bounced" | "clicked" | "opened" | "delivered" | MessageStatus

/** What it is decided by: the ledger's status and the fold of what came back; anything truthy counts as "happened". */
export type StatusFacts = {
  status: MessageStatus
  complainedAt: unknown
  unsubscribedAt: unknown
  bouncedAt: unknown
  bounceClass: BounceClass | null
  firstClickHumanAt: unknown
  firstOpenHumanAt: unknown
  deliveredAt: unknown
}

/** Spam > Unsubscribed > Bounce, Dropped > Click > Open > Delivered > Sent. A soft bounce yields to a human open or click. */
export function shownStatus(facts: StatusFacts): ShownStatus {
  if (facts.complainedAt) return "spam"
  if (facts.unsubscribedAt) return "unsubscribed"
  const isSeen = Boolean(facts.firstClickHumanAt || facts.firstOpenHumanAt)
  if (facts.bouncedAt && !(facts.bounceClass === "soft" && isSeen)) return "bounced"
  if (facts.status === "dropped") return "dropped"
  if (facts.firstClickHumanAt) return "clicked"
  if (facts.firstOpenHumanAt) return "opened"
  if (facts.deliveredAt) return "delivered"
  return facts.status
}
