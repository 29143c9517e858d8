import { gate } from "./gate"
import type { GateFacts, SuppressionFact } from "./gate-facts"

const now = new Date("2026-11-21T12:00:00Z")
const at = (day: string) => new Date(day).getTime()
const send = { verdict: "send" }
const drop = (reason: string) => ({ verdict: "drop", reason })

const newsletter = (overrides: Partial<GateFacts> = {}): GateFacts => ({
  class: "marketing",
  isTest: false,
  hasAddress: true,
  isAddressValid: true,
  topicId: "news",
  contact: { isErased: false, pausedUntil: null, lastSignOfLifeAt: at("2026-01-01") },
  address: { marketing: "subscribed", marketingExpiresAt: null },
  topicState: "subscribed",
  suppressions: [],
  hasPostalAddress: true,
  inactiveMonths: 24,
  frequency: { recent: 0, ahead: 0, most: 3 },
  ...overrides,
})
const receipt = (overrides: Partial<GateFacts> = {}): GateFacts => ({
  ...newsletter({
    class: "tx",
    topicId: null,
    topicState: null,
    address: null,
    contact: null,
    hasPostalAddress: false,
  }),
  ...overrides,
})
const suppressed = (reason: SuppressionFact["reason"], overrides: Partial<SuppressionFact> = {}): SuppressionFact => ({
  scope: "all",
  topicId: null,
  reason,
  isDomain: false,
  ...overrides,
})
const addressWith = (marketing: NonNullable<GateFacts["address"]>["marketing"]) => ({
  marketing,
  marketingExpiresAt: null,
})

describe("the gate: a newsletter", () => {
  it("goes to a contact who subscribed to mail and to the topic", () => {
    expect(gate(newsletter(), now)).toEqual(send)
  })
  it("needs no topic when the mail has none", () => {
    expect(gate(newsletter({ topicId: null, topicState: null }), now)).toEqual(send)
  })

  it("goes to whoever has room for one more, however many are the most", () => {
    expect(gate(newsletter({ frequency: { recent: 2, ahead: 0, most: 3 } }), now)).toEqual(send)
    expect(gate(newsletter({ frequency: null }), now)).toEqual(send)
  })
  it("tells the lasting reason first where somebody has had enough, too", () => {
    const both = { frequency: { recent: 3, ahead: 0, most: 3 }, address: addressWith("unsubscribed") }
    expect(gate(newsletter(both), now)).toEqual(drop("unsubscribed"))
  })

  it.each<[string, Partial<GateFacts>, string]>([
    ["whoever has had enough lately", { frequency: { recent: 3, ahead: 1, most: 3 } }, "frequency_cap"],
    ["whoever is to get a more important mail", { frequency: { recent: 2, ahead: 1, most: 3 } }, "gave_way"],
    ["an erased contact", { contact: { isErased: true, pausedUntil: null, lastSignOfLifeAt: null } }, "contact_erased"],
    ["no address", { hasAddress: false }, "no_address"],
    ["an invalid address", { isAddressValid: false }, "address_invalid"],
    ["an address that never asked", { address: addressWith("never_asked") }, "not_subscribed"],
    ["an unknown address", { address: null }, "not_subscribed"],
    ["an unconfirmed subscription", { address: addressWith("pending") }, "subscription_pending"],
    ["an unsubscribed address", { address: addressWith("unsubscribed") }, "unsubscribed"],
    [
      "a consent that ended",
      { address: { marketing: "subscribed", marketingExpiresAt: now.getTime() } },
      "consent_expired",
    ],
    ["a topic never chosen", { topicState: null }, "topic_not_subscribed"],
    ["a topic not yet confirmed", { topicState: "pending" }, "topic_not_subscribed"],
    ["a topic left", { topicState: "unsubscribed" }, "topic_unsubscribed"],
    [
      "a pause",
      { contact: { isErased: false, pausedUntil: now.getTime() + 1, lastSignOfLifeAt: null } },
      "paused_by_contact",
    ],
    [
      "two silent years",
      { contact: { isErased: false, pausedUntil: null, lastSignOfLifeAt: at("2024-11-21T11:59:59Z") } },
      "inactive_two_years",
    ],
    ["a shop without a postal address", { hasPostalAddress: false }, "no_postal_address"],
    ["a hard bounce", { suppressions: [suppressed("hard_bounce")] }, "suppressed_hard_bounce"],
    ["repeated soft bounces", { suppressions: [suppressed("soft_bounces")] }, "suppressed_soft_bounces"],
    ["a complaint", { suppressions: [suppressed("complaint", { scope: "marketing" })] }, "suppressed_complaint"],
    ["a suppression by hand", { suppressions: [suppressed("manual")] }, "suppressed_manual"],
    ["an objection that survived erasure", { suppressions: [suppressed("erasure")] }, "suppressed_erasure"],
    ["a suppressed domain", { suppressions: [suppressed("manual", { isDomain: true })] }, "suppressed_domain"],
    [
      "an unsubscribe kept as suppression",
      { suppressions: [suppressed("unsubscribed", { scope: "topic", topicId: "news" })] },
      "unsubscribed",
    ],
  ])("is not sent to %s", (_who, facts, reason) => {
    expect(gate(newsletter(facts), now)).toEqual(drop(reason))
  })

  it("does not mind a suppression of another topic", () => {
    const other = suppressed("unsubscribed", { scope: "topic", topicId: "offers" })
    expect(gate(newsletter({ suppressions: [other] }), now)).toEqual(send)
  })
  it("goes out when the pause is over, and on the last day of the two years", () => {
    const contact = { isErased: false, pausedUntil: now.getTime(), lastSignOfLifeAt: at("2024-11-21T12:00:00Z") }
    expect(gate(newsletter({ contact }), now)).toEqual(send)
  })
  it("goes out after two silent years when the rule is switched off", () => {
    const contact = { isErased: false, pausedUntil: null, lastSignOfLifeAt: at("2020-01-01") }
    expect(gate(newsletter({ contact, inactiveMonths: null }), now)).toEqual(send)
  })
  it("may be tested on an address that never subscribed", () => {
    expect(gate(newsletter({ isTest: true, address: null, topicState: null, hasPostalAddress: false }), now)).toEqual(
      send,
    )
  })
})

describe("the gate: a receipt", () => {
  it("skips the subscription tests", () => {
    expect(gate(receipt({ address: addressWith("unsubscribed") }), now)).toEqual(send)
    expect(
      gate(receipt({ contact: { isErased: false, pausedUntil: at("2030-01-01"), lastSignOfLifeAt: 1 } }), now),
    ).toEqual(send)
  })
  it.each(["hard_bounce", "soft_bounces", "manual", "erasure"] as const)("heeds %s", (reason) => {
    expect(gate(receipt({ suppressions: [suppressed(reason)] }), now)).toEqual(drop(`suppressed_${reason}`))
  })
  it("goes out in spite of a complaint, an unsubscribe and what concerns marketing only", () => {
    const suppressions = [
      suppressed("complaint"),
      suppressed("unsubscribed"),
      suppressed("manual", { scope: "marketing" }),
      suppressed("manual", { scope: "topic", topicId: "news" }),
    ]
    expect(gate(receipt({ suppressions }), now)).toEqual(send)
  })
  it("is not sent to nobody, to a broken address or to an erased contact", () => {
    expect(gate(receipt({ hasAddress: false }), now)).toEqual(drop("no_address"))
    expect(gate(receipt({ isAddressValid: false }), now)).toEqual(drop("address_invalid"))
    const contact = { isErased: true, pausedUntil: null, lastSignOfLifeAt: null }
    expect(gate(receipt({ contact }), now)).toEqual(drop("contact_erased"))
  })
})
