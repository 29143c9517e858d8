import { orderBasis } from "./order-basis"

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const basis = (change: Partial<Parameters<typeof orderBasis>[0]> = {}) =>
  orderBasis({
    country: "FR",
    placedAt: day("2026-05-02"),
    shownSince: day("2026-05-01"),
    hasOptedOut: false,
    now: day("2026-11-22"),
    ...change,
  })

describe("what an order alone allows", () => {
  it("is the soft opt-in, since the checkout shows the opt-out", () => {
    expect(basis()).toEqual({ basis: "soft_opt_in", expiresAt: null })
    expect(basis({ placedAt: day("2026-04-30") })).toBeNull()
    expect(basis({ shownSince: null })).toBeNull()
  })

  it("is nothing when the buyer opted out", () => expect(basis({ hasOptedOut: true })).toBeNull())

  it("ends after two years in Canada", () => {
    expect(basis({ country: "CA" })).toEqual({ basis: "casl_implied_purchase", expiresAt: day("2028-05-01") })
    expect(basis({ country: "CA", now: day("2028-05-02") })).toBeNull()
  })

  it("needs no more than a way out in the USA", () => {
    expect(basis({ country: "US" })).toEqual({ basis: "opt_out_country", expiresAt: null })
  })
})
