import { recordBasis, type BasisQuestion } from "./record-basis"

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const asked = (change: Partial<BasisQuestion>) =>
  recordBasis({
    basis: "express_doi",
    country: "FR",
    lastOrderAt: null,
    agreedOn: day("2026-03-01"),
    now: day("2026-11-22"),
    ...change,
  })

describe("recording a basis for a group", () => {
  it("takes a consent that can be proven anywhere", () => {
    expect(asked({})).toEqual({ kind: "record", expiresAt: null, warning: null })
  })

  it("says that Germany wants a double opt-in, and what is not known", () => {
    expect(asked({ basis: "express_soi", country: "DE" })).toMatchObject({ warning: "germany_wants_double_opt_in" })
    expect(asked({ basis: "express_soi", country: null })).toMatchObject({ warning: "country_unknown" })
    expect(asked({ basis: "express_soi", country: "IT" })).toMatchObject({ warning: null })
  })

  it("gives the soft opt-in to buyers only, and not in Canada", () => {
    expect(asked({ basis: "soft_opt_in" })).toEqual({ kind: "refuse", reason: "not_a_buyer" })
    expect(asked({ basis: "soft_opt_in", lastOrderAt: day("2019-01-01") })).toMatchObject({ kind: "record" })
    expect(asked({ basis: "soft_opt_in", lastOrderAt: day("2026-01-01"), country: "CA" })).toEqual({
      kind: "refuse",
      reason: "use_casl_instead",
    })
  })

  it("ends implied consent in Canada two years after the purchase, six months after the inquiry", () => {
    expect(asked({ basis: "casl_implied_purchase", country: "CA", lastOrderAt: day("2026-01-01") })).toMatchObject({
      expiresAt: day("2028-01-01"),
    })
    expect(asked({ basis: "casl_implied_purchase", country: "CA", lastOrderAt: day("2024-01-01") })).toEqual({
      kind: "refuse",
      reason: "already_over",
    })
    expect(asked({ basis: "casl_implied_inquiry", country: "CA", agreedOn: day("2026-11-01") })).toMatchObject({
      expiresAt: day("2027-05-03"),
      warning: "ends_by_itself",
    })
    expect(asked({ basis: "casl_implied_purchase", lastOrderAt: day("2026-01-01") })).toMatchObject({
      reason: "only_in_canada",
    })
  })

  it("lets nobody be written to without consent but where the law allows it", () => {
    expect(asked({ basis: "opt_out_country", country: "US" })).toMatchObject({ kind: "record" })
    expect(asked({ basis: "opt_out_country", country: "DE" })).toMatchObject({ reason: "country_wants_consent" })
    expect(asked({ basis: "opt_out_country", country: null })).toMatchObject({ reason: "country_wants_consent" })
  })
})
