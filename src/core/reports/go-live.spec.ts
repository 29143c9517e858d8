import { goLiveTemplate } from "./go-live"

const mails = (template: string, count = 41) => ({
  total: count,
  templates: [{ template, count, lastAt: "2026-11-20" }],
  listeners: {},
})

describe("no double receipts (F61)", () => {
  it.each(["order-placed", "order.placed", "order_confirmation", "receipt"])(
    "recognises %s as a receipt",
    (template) => {
      const verdict = goLiveTemplate("order_receipt", "order.placed", mails(template))
      expect(verdict.shop_already_mails).toBe(true)
      expect(verdict.sentence).toContain(`41 mails of "${template}"`)
    },
  )
  it("does not take a refund for a receipt", () => {
    expect(goLiveTemplate("order_receipt", "order.placed", mails("refund-created")).shop_already_mails).toBe(false)
  })
  it("says that it is not known when the shop cannot be asked", () => {
    expect(goLiveTemplate("welcome", "customer.created", null).shop_already_mails).toBeNull()
  })
  it("says that the store mailed nothing", () => {
    const verdict = goLiveTemplate("welcome", "customer.created", { total: 0, templates: [], listeners: {} })
    expect(verdict).toMatchObject({ shop_already_mails: false, sentence: expect.stringContaining("nothing") })
  })
  it("does not say so while code of the store listens to the same event: that may mail by itself", () => {
    const listeners = { "order.placed": ["order-placed-handler"] }
    expect(goLiveTemplate("order_receipt", "order.placed", { total: 0, templates: [], listeners })).toMatchObject({
      shop_already_mails: null,
      verdict: "listens",
      sentence: expect.stringContaining('"order-placed-handler"'),
    })
    expect(goLiveTemplate("welcome", "customer.created", { total: 0, templates: [], listeners }).verdict).toBe(
      "nothing",
    )
  })
})
