import type { Facts } from "../facts"
import { knowFrom, questionKey, type Question } from "../questions"
import { filterKindOf } from "./kinds"

const anOrder = (change: object = {}) =>
  ({
    order: { context: { total: "105", currency: "EUR", shippingAddress: { countryCode: "AT" }, ...change } },
    context: {},
    salesChannelId: "sc_web",
    regionId: "reg_eu",
  }) as unknown as Facts

const aCart = { order: null, context: { cart: { itemTotal: "49.90", currency: "EUR" } } } as unknown as Facts

function judge(kind: string, given: object, answers: [Question, unknown][]) {
  const filter = filterKindOf(kind)!
  const settings = filter.settings.parse(given)
  const know = knowFrom(new Map(answers.map(([question, answer]) => [questionKey(question), answer])))
  return filter.judge({ settings, know, now: new Date() })
}
const holds = (kind: string, given: object, facts: Facts, ...more: [Question, unknown][]) => {
  const verdict = judge(kind, given, [[{ about: "occurrence" }, facts], ...more])
  return "holds" in verdict ? verdict.holds : verdict
}

describe("filters of a trigger", () => {
  it("the amount is that of the order or cart, in a currency or in any", () => {
    expect(holds("amount_at_least", { amount: 100 }, anOrder())).toBe(true)
    expect(holds("amount_at_least", { amount: 105.01 }, anOrder())).toBe(false)
    expect(holds("amount_at_least", { amount: 100, currency: "eur" }, anOrder())).toBe(true)
    expect(holds("amount_at_least", { amount: 100, currency: "usd" }, anOrder())).toBe(false)
    expect(holds("amount_at_least", { amount: 49 }, aCart)).toBe(true)
    expect(holds("amount_at_least", { amount: 1 }, { order: null, context: {} } as unknown as Facts)).toBe(false)
  })

  it("the country is the order's, else the person's", () => {
    const person = (country: string | null): [Question, unknown] => [{ about: "person" }, { country }]
    expect(holds("country", { codes: ["at"] }, anOrder())).toBe(true)
    expect(holds("country", { codes: ["DE"] }, anOrder())).toBe(false)
    expect(holds("country", { codes: ["DE"] }, aCart)).toEqual({ ask: [{ about: "person" }] })
    expect(holds("country", { codes: ["DE"] }, aCart, person("de"))).toBe(true)
    expect(holds("country", { codes: ["DE"] }, aCart, person(null))).toBe(false)
  })

  it("the customer group is one of the person's", () => {
    const know = (groupIds?: string[]): [Question, unknown][] => [[{ about: "person" }, { groupIds }]]
    expect(judge("customer_group", { ids: ["cusgroup_vip"] }, know(["cusgroup_a", "cusgroup_vip"]))).toMatchObject({
      holds: true,
    })
    expect(judge("customer_group", { ids: ["cusgroup_vip"] }, know())).toMatchObject({ holds: false })
    expect(judge("customer_group", { ids: ["cusgroup_vip"] }, [])).toEqual({ ask: [{ about: "person" }] })
  })

  it("sales channel and region are those of the occurrence", () => {
    expect(holds("sales_channel", { ids: ["sc_web"] }, anOrder())).toBe(true)
    expect(holds("sales_channel", { ids: ["sc_shop"] }, anOrder())).toBe(false)
    expect(holds("region", { ids: ["reg_eu"] }, anOrder())).toBe(true)
    expect(holds("region", { ids: ["reg_eu"] }, { ...aCart, regionId: null } as Facts)).toBe(false)
  })

  it("the first order is asked of the orders themselves", () => {
    const asked = judge("first_order", {}, [])
    expect(asked).toMatchObject({ ask: [{ about: "matches" }] })
    const [question] = (asked as { ask: Question[] }).ask
    expect(judge("first_order", {}, [[question!, true]])).toMatchObject({ holds: true })
    expect(judge("first_order", {}, [[question!, false]])).toMatchObject({ holds: false })
  })

  it("what cannot be judged yet is asked for", () => {
    for (const [kind, settings] of [
      ["amount_at_least", { amount: 1 }],
      ["country", { codes: ["AT"] }],
      ["region", { ids: ["reg_eu"] }],
    ] as const)
      expect(judge(kind, settings, [])).toEqual({ ask: [{ about: "occurrence" }] })
  })
})
