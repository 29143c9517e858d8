/** personal: tells who. aggregate: counts only, the same address for everybody. none: nothing in the mail. */
export type TrackingLevel = "personal" | "aggregate" | "none"

/** What may be measured of one mail, by the shop's policy and the person's word (standards.md §3.3). A "no" always counts. */
export function trackingLevel(facts: {
  policy: "consent_only" | "aggregate_only" | "off" | "all"
  consent: "unknown" | "granted" | "denied" | null
  isTracked: boolean
}): TrackingLevel {
  const { policy, consent, isTracked } = facts
  if (!isTracked || policy === "off") return "none"
  if (policy === "aggregate_only" || consent === "denied") return "aggregate"
  return policy === "all" || consent === "granted" ? "personal" : "aggregate"
}
