import fc from "fast-check"
import { daysNeeded, knownHost, leastSeconds, type Limits } from "./duration"

const none: Limits = { perSecond: null, perHour: null, perDay: null }

describe("how long a mailing takes, said before and not after", () => {
  it("is six days for 12,000 people at 2,000 a day", () => {
    expect(daysNeeded(12_000, { ...none, perDay: 2_000 })).toBe(6)
    expect(daysNeeded(2_000, { ...none, perDay: 2_000 })).toBe(1)
    expect(daysNeeded(2_001, { ...none, perDay: 2_000 })).toBe(2)
  })

  it("is no time where nothing limits it, and the slowest limit's where several do", () => {
    expect(leastSeconds(1_000_000, none)).toBe(0)
    expect(leastSeconds(1_000, { perSecond: 10, perHour: null, perDay: null })).toBe(100)
    expect(leastSeconds(3_000, { perSecond: 10, perHour: 1_000, perDay: null })).toBe(7_200)
  })

  it("is longer where nothing goes at night and on Sundays", () => {
    const daytime = { hours: { from: 8, to: 20 }, days: null }
    expect(leastSeconds(1_000, { ...none, perSecond: 10 }, daytime)).toBe(200)
    expect(daysNeeded(12_000, { ...none, perDay: 2_000 }, { hours: null, days: [1, 2, 3, 4, 5] })).toBe(8)
    expect(daysNeeded(12_000, { ...none, perDay: 2_000 }, daytime)).toBe(6)
  })

  it("never gets shorter by more people or a tighter limit", () => {
    const limit = fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: null })
    const limits = fc.record({ perSecond: limit, perHour: limit, perDay: limit })
    fc.assert(
      fc.property(limits, fc.nat(300_000), fc.nat(1_000), (given, people, more) => {
        expect(leastSeconds(people + more, given)).toBeGreaterThanOrEqual(leastSeconds(people, given))
        const tighter = { ...given, perDay: given.perDay === null ? 1_000 : Math.max(1, given.perDay - 1) }
        expect(leastSeconds(people, tighter)).toBeGreaterThanOrEqual(leastSeconds(people, given))
      }),
    )
  })
})

describe("usual mail hosts", () => {
  it.each([
    ["smtp.gmail.com", 500],
    ["smtp-relay.gmail.com", 10_000],
    ["smtp.office365.com.", 10_000],
    ["SMTP.Mail.Yahoo.com", 500],
  ])("%s sends %i a day", (host, perDay) => expect(knownHost(host)?.perDay).toBe(perDay))

  it("are not guessed by a part of the name", () => {
    expect(knownHost("smtp.notgmail.com")).toBeNull()
    expect(knownHost("gmail.com.evil.example")).toBeNull()
    expect(knownHost(null)).toBeNull()
  })
})
