import { comingBirthdays, comingDays, daysOf, instantsOf, type Clock } from "./instants"
import type { TimeSpan } from "./time-span"

const at = (now: string, timeZone = "Europe/Berlin"): Clock => ({ now: new Date(now), timeZone })
const said = (span: TimeSpan, clock: Clock) => {
  const { from, before } = instantsOf(span, clock)
  return [from?.toISOString() ?? null, before?.toISOString() ?? null]
}

describe("a time in a rule", () => {
  it("counts days of the shop, not of the server: half past midnight in Auckland is today there", () => {
    const clock = at("2026-05-31T12:30:00Z", "Pacific/Auckland")
    expect(said({ kind: "last", days: 1 }, clock)).toEqual(["2026-05-30T12:00:00.000Z", null])
  })

  it("begins with midnight, also when the clocks went forward in between", () => {
    expect(said({ kind: "last", days: 3 }, at("2026-03-31T10:00:00Z"))).toEqual(["2026-03-27T23:00:00.000Z", null])
    expect(said({ kind: "last", days: 1 }, at("2026-03-31T10:00:00Z"))).toEqual(["2026-03-29T22:00:00.000Z", null])
  })

  it("leaves no gap and no overlap between 'in the last' and 'longer ago than'", () => {
    const clock = at("2026-10-25T00:30:00Z")
    expect(said({ kind: "longer_ago", days: 7 }, clock)[1]).toBe(said({ kind: "last", days: 7 }, clock)[0])
  })

  it("holds the days that it names, to their last moment", () => {
    const day: TimeSpan = { kind: "between", from: "2026-03-29", to: "2026-03-29" }
    expect(said(day, at("2026-01-01T00:00:00Z"))).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"])
    expect(said({ kind: "since", day: "2026-01-01" }, at("2026-02-01T00:00:00Z"))[0]).toBe("2025-12-31T23:00:00.000Z")
    expect(said({ kind: "until", day: "2026-01-01" }, at("2026-02-01T00:00:00Z"))[1]).toBe("2026-01-01T23:00:00.000Z")
  })

  it("is whole days where there is no time of day", () => {
    const clock = at("2026-03-31T22:30:00Z")
    expect(daysOf({ kind: "last", days: 1 }, clock)).toEqual({ from: "2026-03-31", to: "2026-04-01" })
    expect(daysOf({ kind: "longer_ago", days: 1 }, clock)).toEqual({ from: null, to: "2026-03-30" })
    expect(comingDays(2, clock)).toEqual({ from: "2026-04-01", to: "2026-04-03" })
  })
})

describe("coming birthdays", () => {
  it("are today's and those of the next days, over the turn of the year", () => {
    expect(comingBirthdays(2, at("2026-12-30T10:00:00Z"))).toEqual(["12-30", "12-31", "01-01"])
  })

  it("bring 29 February along on the 28th of years that have none", () => {
    expect(comingBirthdays(0, at("2026-02-28T10:00:00Z"))).toEqual(["02-28", "02-29"])
    expect(comingBirthdays(0, at("2028-02-28T10:00:00Z"))).toEqual(["02-28"])
    expect(comingBirthdays(1, at("2028-02-28T10:00:00Z"))).toEqual(["02-28", "02-29"])
  })

  it("are all days of a year at most", () => {
    expect(comingBirthdays(366, at("2026-01-01T10:00:00Z"))).toHaveLength(366)
  })
})
