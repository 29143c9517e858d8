import fc from "fast-check"
import { creditOf, creditRuleSchema, type CreditCandidate } from "./credit-rule"

const at = (iso: string) => Date.parse(`${iso}:00Z`)
const clicked = (messageId: string, days: number, ...moments: string[]): CreditCandidate => ({
  messageId,
  rule: { by: "click", days },
  sentAt: at("2026-11-01T08:00"),
  clickedAt: moments.map(at),
  isCodeUsed: false,
})
const ranged = (messageId: string, sentAt: string): CreditCandidate => ({
  messageId,
  rule: { by: "range", from: "2026-11-01", to: "2026-11-07" },
  sentAt: at(sentAt),
  clickedAt: [],
  isCodeUsed: false,
  range: { from: at("2026-11-01T00:00"), until: at("2026-11-08T00:00") },
})

describe("which mail an order counts for", () => {
  const order = at("2026-11-06T12:00")

  it("is the one that was clicked within its days", () => {
    expect(creditOf(order, [clicked("a", 5, "2026-11-02T09:00")])?.messageId).toBe("a")
    expect(creditOf(order, [clicked("a", 5, "2026-11-01T11:00")])).toBeNull()
    expect(creditOf(order, [clicked("a", 5, "2026-11-06T13:00")])).toBeNull()
  })

  it("is the one clicked last, when there are several: one order, one credit", () => {
    const both = [clicked("a", 5, "2026-11-03T09:00", "2026-11-05T09:00"), clicked("b", 30, "2026-11-04T09:00")]
    expect(creditOf(order, both)).toEqual({ messageId: "a", clickedAt: at("2026-11-05T09:00") })
  })

  it("is by range the one sent last, and a click goes before it", () => {
    const sent = [
      ranged("old", "2026-11-02T08:00"),
      ranged("new", "2026-11-05T08:00"),
      ranged("late", "2026-11-06T18:00"),
    ]
    expect(creditOf(order, sent)).toEqual({ messageId: "new", clickedAt: null })
    expect(creditOf(order, [...sent, clicked("a", 5, "2026-11-04T09:00")])?.messageId).toBe("a")
    expect(creditOf(at("2026-11-08T00:00"), sent)).toBeNull()
  })

  it("is the one whose code it was placed with, clicked or not, and whatever was clicked since", () => {
    const shown = { ...clicked("code", 5), isCodeUsed: true }
    expect(creditOf(order, [shown])).toEqual({ messageId: "code", clickedAt: null })
    expect(creditOf(order, [clicked("a", 5, "2026-11-06T11:00"), shown])?.messageId).toBe("code")
    expect(creditOf(order, [{ ...shown, sentAt: shown.sentAt - 1, messageId: "older" }, shown])?.messageId).toBe("code")
    expect(creditOf(order, [{ ...shown, rule: { by: "none" } }])).toBeNull()
  })

  it("is none where the rule says so, or nobody clicked", () => {
    expect(creditOf(order, [{ ...clicked("a", 5, "2026-11-05T09:00"), rule: { by: "none" } }])).toBeNull()
    expect(creditOf(order, [clicked("a", 5)])).toBeNull()
  })

  it("does not depend on the order in which the mails are looked at", () => {
    const moment = fc.integer({ min: order - 8 * 86_400_000, max: order + 86_400_000 })
    const candidate = fc.record({
      messageId: fc.constantFrom("a", "b", "c", "d"),
      rule: fc.record({ by: fc.constant("click" as const), days: fc.integer({ min: 1, max: 9 }) }),
      sentAt: moment,
      clickedAt: fc.array(moment, { maxLength: 3 }),
      isCodeUsed: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 6 }), (candidates) => {
        expect(creditOf(order, [...candidates].reverse())).toEqual(creditOf(order, candidates))
      }),
    )
  })
})

describe("a credit rule", () => {
  it("is by click, by range or none, and says what is wrong", () => {
    expect(creditRuleSchema.safeParse({ by: "click", days: 5 }).success).toBe(true)
    expect(creditRuleSchema.safeParse({ by: "click", days: 0 }).success).toBe(false)
    expect(creditRuleSchema.safeParse({ by: "range", from: "2026-11-02", to: "2026-11-01" }).success).toBe(false)
    expect(creditRuleSchema.safeParse({ by: "range", from: "2026-13-01", to: "2026-13-02" }).success).toBe(false)
    expect(creditRuleSchema.safeParse({ by: "none" }).success).toBe(true)
  })
})
