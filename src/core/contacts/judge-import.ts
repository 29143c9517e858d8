import type { ImportStatus } from "./import-plan"

/** What an import does with a row, or why not; the counts of the dry run and of the result are these words. */
export const IMPORT_OUTCOMES = [
  "subscribed",
  "already_subscribed",
  "unsubscribed",
  "already_unsubscribed",
  "bounced",
  "complained",
  "contact",
  "kept_unsubscribed",
  "kept_complaint",
  "kept_hard_bounce",
  "kept_soft_bounces",
  "kept_manual",
  "kept_domain",
  "erased",
  "consent_expired",
] as const
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

export type ImportFacts = {
  status: ImportStatus
  /** When this row's consent ends, or ended; null = it does not. */
  consentExpiresAt: Date | null
  now: Date
  /** Null for an address that nobody has yet. */
  known: { marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"; topics: Record<string, string> } | null
  suppressions: { scope: "all" | "marketing" | "topic"; topicId: string | null; reason: string; isDomain: boolean }[]
  topicIds: string[]
}

export type ImportVerdict = {
  outcome: ImportOutcome
  /** False: not even a contact is made, because the person asked to be forgotten. */
  makesContact: boolean
  /** Topics to subscribe to; only with the outcome `subscribed`. */
  topicIds: string[]
}

/**
 * An import never lifts an unsubscribe, a suppression or a complaint: what is known about an address wins over what a
 * file says of it. A "no" in the file is taken over.
 */
export function judgeImport(facts: ImportFacts): ImportVerdict {
  const reasons = facts.suppressions.filter(({ scope }) => scope !== "topic")
  if (reasons.some(({ reason }) => reason === "erasure")) return verdict("erased", { makesContact: false })
  switch (facts.status) {
    case "subscribed":
      return judgeYes(facts, reasons)
    case "unsubscribed":
      return verdict(facts.known?.marketing === "unsubscribed" ? "already_unsubscribed" : "unsubscribed")
    case "bounced":
      return verdict(reasons.some(({ reason }) => reason === "hard_bounce") ? "kept_hard_bounce" : "bounced")
    case "complained":
      return verdict(reasons.some(({ reason }) => reason === "complaint") ? "kept_complaint" : "complained")
    case "contact":
      return verdict("contact")
  }
}

function judgeYes(facts: ImportFacts, reasons: ImportFacts["suppressions"]): ImportVerdict {
  const { known, now, consentExpiresAt } = facts
  const stop = reasons[0]
  if (stop) return verdict(keptBy(stop))
  if (known?.marketing === "unsubscribed") return verdict("kept_unsubscribed")
  if (consentExpiresAt && consentExpiresAt <= now) return verdict("consent_expired")
  const left = new Set(facts.suppressions.flatMap(({ topicId }) => topicId ?? []))
  const topicIds = facts.topicIds.filter(
    (id) => !left.has(id) && !["unsubscribed", "subscribed"].includes(known?.topics[id] ?? ""),
  )
  return known?.marketing === "subscribed" && topicIds.length === 0
    ? verdict("already_subscribed")
    : verdict("subscribed", { topicIds })
}

function keptBy({ reason, isDomain }: { reason: string; isDomain: boolean }): ImportOutcome {
  if (isDomain) return "kept_domain"
  switch (reason) {
    case "hard_bounce":
      return "kept_hard_bounce"
    case "soft_bounces":
      return "kept_soft_bounces"
    case "complaint":
      return "kept_complaint"
    case "unsubscribed":
      return "kept_unsubscribed"
    default:
      return "kept_manual"
  }
}

function verdict(outcome: ImportOutcome, change: Partial<ImportVerdict> = {}): ImportVerdict {
  return { outcome, makesContact: true, topicIds: [], ...change }
}

/** Standards §8 (CASL): implied consent ends two years after a purchase, six months after an inquiry. */
export function consentEnd(basis: string, from: Date): Date | null {
  const days = basis === "casl_implied_purchase" ? 730 : basis === "casl_implied_inquiry" ? 183 : null
  return days === null ? null : new Date(from.getTime() + days * 24 * 3600 * 1000)
}
