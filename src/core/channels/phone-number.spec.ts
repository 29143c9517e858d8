import fc from "fast-check"
import { CALLING_CODES } from "./calling-codes"
import { e164Of } from "./phone-number"

describe("a telephone number as E.164", () => {
  it.each([
    ["+49 170 1234567", null, "+491701234567"],
    ["+49 (0)170 / 12 34-567", null, "+491701234567"],
    ["0043 664 1234567", "DE", "+436641234567"],
    ["0170 1234567", "de", "+491701234567"],
    ["06 20 123 4567", "HU", "+36201234567"],
    ["347 1234567", "IT", "+393471234567"],
    ["612 345 678", "ES", "+34612345678"],
    ["(212) 555-0100", "US", "+12125550100"],
    ["1 212 555 0100", "US", "+12125550100"],
  ])("reads %s (%s)", (said, country, number) => {
    expect(e164Of(said, country)).toBe(number)
  })

  it.each([
    ["nothing", null, "DE"],
    ["letters", "call me", "DE"],
    ["an extension", "+49 30 1234567 ext. 12", "DE"],
    ["a number without a country", "0170 1234567", null],
    ["a country that is not known", "0170 1234567", "XX"],
    ["a local number", "1234567", "DE"],
    ["a number without its area", "555 0100", "US"],
    ["too few digits", "+49 1", null],
    ["too many digits", "+4917012345678901234", null],
    ["a second plus", "0170+1234567", "DE"],
  ])("does not guess at %s", (_, said, country) => {
    expect(e164Of(said, country)).toBeNull()
  })

  it("leaves what it made as it is, and makes nothing but E.164", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789 -/().+"), minLength: 5, maxLength: 20 })
    fc.assert(
      fc.property(digits, fc.constantFrom(...Object.keys(CALLING_CODES), null), (said, country) => {
        const number = e164Of(said, country)
        if (number === null) return
        expect(number).toMatch(/^\+[1-9]\d{7,14}$/)
        expect(e164Of(number, null)).toBe(number)
      }),
      { numRuns: 300 },
    )
  })
})
