import { DateTime } from "luxon"
import type { GateFacts, SuppressionFact } from "./gate-facts"
import type { DropReason } from "./states"

export type Verdict = { verdict: "send" } | { verdict: "drop"; reason: DropReason }

/**
 * May this mail go out, now? Asked at planning and again between claim and hand-over, for every message of every
 * origin. Transactional and system mail skips the subscription tests only (F12); marketing passes all of them.
 */
export function gate(facts: GateFacts, now: Date): Verdict {
  const reason = addressProblem(facts) ?? suppressionProblem(facts) ?? marketingProblem(facts, now)
  return reason ? { verdict: "drop", reason } : { verdict: "send" }
}

const isMarketing = ({ class: messageClass, isTest }: Pick<GateFacts, "class" | "isTest">) =>
  messageClass === "marketing" && !isTest

function addressProblem({ contact, hasAddress, isAddressValid }: GateFacts): DropReason | null {
  if (contact?.isErased) return "contact_erased"
  if (!hasAddress) return "no_address"
  return isAddressValid ? null : "address_invalid"
}

function suppressionProblem(facts: GateFacts): DropReason | null {
  const first = bindingSuppression(facts)
  return first ? suppressionReason(first) : null
}

/** The suppression that keeps this mail back, if one does: what a "why" names with its day and its proof. */
export function bindingSuppression<Fact extends SuppressionFact>(
  facts: Pick<GateFacts, "class" | "isTest" | "topicId"> & { suppressions: Fact[] },
): Fact | null {
  const binding = facts.suppressions.filter((suppression) => binds(suppression, facts))
  // The address itself says more about why than its domain does.
  return binding.find(({ isDomain }) => !isDomain) ?? binding[0] ?? null
}

function binds(
  { scope, reason, topicId }: SuppressionFact,
  facts: Pick<GateFacts, "class" | "isTest" | "topicId">,
): boolean {
  // Who complained or unsubscribed still gets the receipt that the law owes them.
  if (!isMarketing(facts)) return scope === "all" && reason !== "complaint" && reason !== "unsubscribed"
  return scope !== "topic" || topicId === facts.topicId
}

/** The reason that a mail is dropped with when this suppression binds it. */
export function suppressionReason({ reason, isDomain }: Pick<SuppressionFact, "reason" | "isDomain">): DropReason {
  if (isDomain) return "suppressed_domain"
  return reason === "unsubscribed" ? "unsubscribed" : `suppressed_${reason}`
}

function marketingProblem(facts: GateFacts, now: Date): DropReason | null {
  if (!isMarketing(facts)) return null
  return subscriptionProblem(facts, now) ?? topicProblem(facts) ?? silenceProblem(facts, now) ?? frequencyProblem(facts)
}

function subscriptionProblem({ address }: GateFacts, now: Date): DropReason | null {
  if (!address || address.marketing === "never_asked") return "not_subscribed"
  if (address.marketing === "pending") return "subscription_pending"
  if (address.marketing === "unsubscribed") return "unsubscribed"
  const { marketingExpiresAt } = address
  return marketingExpiresAt !== null && marketingExpiresAt <= now.getTime() ? "consent_expired" : null
}

function topicProblem({ topicId, topicState }: GateFacts): DropReason | null {
  if (topicId === null || topicState === "subscribed") return null
  return topicState === "unsubscribed" ? "topic_unsubscribed" : "topic_not_subscribed"
}

function silenceProblem({ contact, inactiveMonths, hasPostalAddress }: GateFacts, now: Date): DropReason | null {
  if (contact?.pausedUntil && contact.pausedUntil > now.getTime()) return "paused_by_contact"
  if (inactiveMonths !== null && contact?.lastSignOfLifeAt && isOlder(contact.lastSignOfLifeAt, inactiveMonths, now))
    return "inactive_two_years"
  return hasPostalAddress ? null : "no_postal_address"
}

/** Last: whoever has got enough may have another reason, too, which says more. */
function frequencyProblem({ frequency }: GateFacts): DropReason | null {
  if (!frequency) return null
  const { recent, ahead, most } = frequency
  if (recent >= most) return "frequency_cap"
  return recent + ahead >= most ? "gave_way" : null
}

const SHORTEST_MONTH_MS = 28 * 86_400_000

/** Most contacts were seen lately, and the calendar is slow: it is asked only when the months could be over. */
const isOlder = (at: number, months: number, now: Date) =>
  at < now.getTime() - months * SHORTEST_MONTH_MS &&
  at < DateTime.fromJSDate(now, { zone: "utc" }).minus({ months }).toMillis()
