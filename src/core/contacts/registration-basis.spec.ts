import { registrationBasis } from "./registration-basis"

const basis = (change: Partial<Parameters<typeof registrationBasis>[0]> = {}) =>
  registrationBasis({
    country: "US",
    isAccount: true,
    registeredAt: new Date("2026-11-21T12:00:00Z"),
    hasOptedOut: false,
    now: new Date("2026-11-22T12:00:00Z"),
    ...change,
  })

describe("what a new account alone allows", () => {
  it("is mail where the law asks for a way out only", () =>
    expect(basis()).toEqual({ basis: "opt_out_country", expiresAt: null }))

  it.each(["DE", "FR", "GB", "CA", "BR", null])("is nothing in %s: an account is no purchase", (country) =>
    expect(basis({ country })).toBeNull(),
  )

  it("is nothing for who ticked the opt-out, for a guest, and for an account of long ago", () => {
    expect(basis({ hasOptedOut: true })).toBeNull()
    expect(basis({ isAccount: false })).toBeNull()
    expect(basis({ registeredAt: new Date("2026-11-20T12:00:00Z") })).toBeNull()
  })
})
