import { REASONS } from "./states"
import { WHY_SENTENCES, whyNot, whySentenceText, whyYes, type WhyEvidence } from "./why-not"

const nothing: WhyEvidence = {
  topic: "Offers",
  stop: null,
  left: null,
  since: null,
  basis: null,
  endsAt: null,
  pausedUntil: null,
  lastSignOfLifeAt: null,
  recent: null,
}
const MARCH = "2026-03-03T09:00:00.000Z"
const text = (reason: string, evidence: Partial<WhyEvidence> = {}) =>
  whySentenceText(whyNot(reason, { ...nothing, ...evidence })!, (iso) => iso.slice(0, 10))
const stop = {
  reason: "manual",
  isDomain: false,
  at: MARCH,
  until: null,
  mail: null,
  code: null,
  domain: null,
  note: null,
}

describe("why somebody got nothing", () => {
  it("names the topic, the day and the mail", () => {
    const left = { at: MARCH, scope: "topic" as const, mail: "Spring sale", by: "contact" as const }
    expect(text("topic_unsubscribed", { left })).toBe(
      "Not sent: left “Offers” on 2026-03-03 through the link in “Spring sale”.",
    )
    expect(text("unsubscribed", { left: { ...left, scope: "all", mail: null } })).toBe(
      "Not sent: left all marketing mail on 2026-03-03.",
    )
    expect(text("unsubscribed", { left: { ...left, by: "store" } })).toContain("somebody of the store")
  })

  it("names the proof of a suppression", () => {
    expect(text("suppressed_hard_bounce", { stop: { ...stop, code: "5.1.1" } })).toContain("2026-03-03 (5.1.1)")
    expect(text("suppressed_complaint", { stop: { ...stop, mail: "Spring sale" } })).toContain("“Spring sale”")
    expect(text("suppressed_manual", { stop: { ...stop, note: "asked by phone" } })).toMatch(/: asked by phone$/)
    expect(text("suppressed_domain", { stop: { ...stop, domain: "dead.example", until: MARCH } })).toContain(
      "dead.example",
    )
  })

  it("has a sentence for every reason of the gate, and none for another's", () => {
    const others = [
      "cart_bought",
      "cart_emptied",
      "order_cancelled",
      "order_refunded",
      "return_open",
      "out_of_stock",
      "price_changed",
      "ordered_meanwhile",
      "merchant_asked_for_silence",
    ]
    for (const reason of REASONS.dropped) {
      const isOthers = [...others, "likely_spam", "control_group"].includes(reason)
      expect(whyNot(reason, nothing) === null).toBe(isOthers)
    }
    expect(whyNot("refused_policy", nothing)).toBeNull()
  })

  it("counts what somebody had when it was enough", () => {
    expect(text("frequency_cap", { recent: { count: 3, days: 7 } })).toContain("3 marketing mails in 7 days")
  })

  it("leaves no brace behind where nothing is known", () => {
    for (const key of Object.keys(WHY_SENTENCES))
      expect(whySentenceText({ key: key as never, values: {} }, (iso) => iso)).not.toMatch(/[{}]/)
  })

  it("says what lets somebody get it", () => {
    expect(whyYes(false, nothing).key).toBe("would_send_receipt")
    expect(whyYes(true, { ...nothing, since: MARCH })).toEqual({
      key: "would_send_topic",
      values: { topic: "Offers", at: MARCH },
    })
  })
})
