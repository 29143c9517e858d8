import fc from "fast-check"
import { isOpen } from "../mailings/sending-window"
import { leavingOf, type Leaving } from "./leaving"

const noon = new Date("2027-03-01T12:00:00Z")
const DAY = 86_400_000
const daysBefore = (days: number) => noon.getTime() - days * DAY

const aMail = (more: Partial<Leaving> = {}): Leaving => ({
  decided: noon,
  zone: null,
  shopZone: "Europe/Berlin",
  window: null,
  othersAt: [],
  cap: { most: 2, days: 7 },
  rules: { whenCapped: "defer", deferDays: 7 },
  ...more,
})

describe("when a marketing mail leaves", () => {
  it("is at once where nothing is in its way", () => {
    expect(leavingOf(aMail())).toEqual({ at: noon })
    expect(leavingOf(aMail({ othersAt: [daysBefore(1), daysBefore(8)] }))).toEqual({ at: noon })
  })

  it("is the next open hour on its reader's clock, on the shop's where that is not known", () => {
    const window = { hours: { from: 8, to: 10 }, days: null }
    expect(leavingOf(aMail({ window }))).toEqual({ at: new Date("2027-03-02T07:00:00Z") })
    expect(leavingOf(aMail({ window, zone: "America/New_York" }))).toEqual({ at: new Date("2027-03-01T13:00:00Z") })
  })

  it("is when a place under the cap is free; without one in its days, or without leave to wait, it does not go", () => {
    const othersAt = [daysBefore(2), daysBefore(1)]
    expect(leavingOf(aMail({ othersAt }))).toEqual({ at: new Date(daysBefore(2) + 7 * DAY) })
    expect(leavingOf(aMail({ othersAt, rules: { whenCapped: "defer", deferDays: 4 } }))).toEqual({
      drop: "no_room_in_time",
    })
    expect(leavingOf(aMail({ othersAt, rules: { whenCapped: "skip", deferDays: 7 } }))).toEqual({
      drop: "frequency_cap",
    })
  })

  it("is never at a closed hour, never where the cap is full, and never too late", () => {
    const mails = fc.array(fc.integer({ min: daysBefore(20), max: noon.getTime() + 10 * DAY }), { maxLength: 12 })
    const hours = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 })).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(mails, hours, fc.integer({ min: 1, max: 3 }), (othersAt, [from, to], most) => {
        const window = { hours: { from, to }, days: null }
        const left = leavingOf(aMail({ othersAt, window, cap: { most, days: 7 } }))
        if ("drop" in left) return left.drop === "no_room_in_time"
        const at = left.at.getTime()
        const before = othersAt.filter((other) => other <= at && other > at - 7 * DAY)
        return isOpen(window, left.at, "Europe/Berlin") && before.length < most && at <= noon.getTime() + 9 * DAY
      }),
      { numRuns: 200 },
    )
  })
})
