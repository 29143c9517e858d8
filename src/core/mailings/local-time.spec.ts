import fc from "fast-check"
import { DateTime } from "luxon"
import { firstInstantOf, instantOf, wallOf } from "./local-time"

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Africa/Casablanca",
  "America/St_Johns",
]
const instant = (iso: string) => new Date(iso)

describe("the same time on everybody's clock", () => {
  it("is another moment in each zone", () => {
    expect(instantOf("2026-11-30T10:00", "Europe/Berlin", "UTC")).toEqual(instant("2026-11-30T09:00:00Z"))
    expect(instantOf("2026-11-30T10:00", "America/New_York", "UTC")).toEqual(instant("2026-11-30T15:00:00Z"))
  })

  it("is that of the shop for people whose zone is unknown or makes no sense", () => {
    expect(instantOf("2026-11-30T10:00", null, "Europe/Berlin")).toEqual(instant("2026-11-30T09:00:00Z"))
    expect(instantOf("2026-11-30T10:00", "Mars/Olympus", "Europe/Berlin")).toEqual(instant("2026-11-30T09:00:00Z"))
  })

  it("comes an hour later when the spring night leaves it out, and once when the autumn night has it twice", () => {
    const spring = instantOf("2026-03-29T02:30", "Europe/Berlin", "UTC")
    expect(wallOf(spring, "Europe/Berlin")).toBe("2026-03-29T03:30")
    expect(instantOf("2026-10-25T02:30", "Europe/Berlin", "UTC")).toEqual(instant("2026-10-25T00:30:00Z"))
    expect(instantOf("2026-11-01T01:30", "America/New_York", "UTC")).toEqual(instant("2026-11-01T05:30:00Z"))
  })

  const walls = fc
    .date({ min: instant("2024-01-01T00:00:00Z"), max: instant("2031-01-01T00:00:00Z"), noInvalidDate: true })
    .map((at) => wallOf(at, "UTC"))

  it("shows on the clock, or less than two hours after it where that time does not exist", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), walls, (zone, wall) => {
        const at = instantOf(wall, zone, "UTC")
        const shown = wallOf(at, zone)
        if (shown === wall) return
        const asked = DateTime.fromISO(wall, { zone: "utc" })
        const late = DateTime.fromISO(shown, { zone: "utc" }).diff(asked, "minutes").minutes
        expect(late).toBeGreaterThan(0)
        expect(late).toBeLessThan(120)
      }),
    )
  })

  it("is never before the first moment at which anybody has it, and never a day and four hours after", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), walls, (zone, wall) => {
        const after = instantOf(wall, zone, "UTC").getTime() - firstInstantOf(wall).getTime()
        expect(after).toBeGreaterThanOrEqual(0)
        expect(after).toBeLessThan(28 * 3_600_000)
      }),
    )
  })

  it("is where it came from: the moment whose wall time it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: instant("2024-01-01T00:00:00Z"), max: instant("2031-01-01T00:00:00Z"), noInvalidDate: true }),
        (zone, at) => {
          const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000)
          const back = instantOf(wallOf(minute, zone), zone, "UTC")
          // The second of two equal times of an autumn night comes back as the first.
          expect(minute.getTime() - back.getTime()).toBeGreaterThanOrEqual(0)
          expect(minute.getTime() - back.getTime()).toBeLessThanOrEqual(3_600_000)
        },
      ),
    )
  })
})
