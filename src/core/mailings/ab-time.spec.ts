import fc from "fast-check"
import { nextTimeOfDay } from "./ab-time"

describe("the time of day of a variant", () => {
  const next = (time: string, after: string) => nextTimeOfDay(time, new Date(after), "Europe/Berlin").toISOString()

  it("is today's if it is still to come, else tomorrow's", () => {
    expect(next("18:00", "2026-11-22T08:00:00Z")).toBe("2026-11-22T17:00:00.000Z")
    expect(next("09:00", "2026-11-22T08:00:00Z")).toBe("2026-11-23T08:00:00.000Z")
  })

  it("is right over the night that clocks change", () => {
    expect(next("09:00", "2026-10-24T12:00:00Z")).toBe("2026-10-25T08:00:00.000Z")
    expect(next("02:30", "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:30:00.000Z")
  })

  it("comes within 25 hours, and never lies in the past", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 23 }), (after, hour) => {
        const wait =
          nextTimeOfDay(`${String(hour).padStart(2, "0")}:30`, after, "America/New_York").getTime() - after.getTime()
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(25 * 3_600_000)
      }),
    )
  })
})
