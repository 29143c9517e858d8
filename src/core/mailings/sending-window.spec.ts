import fc from "fast-check"
import { endOfOpen, isOpen, openHours, spanAt, windowOf, windowSchema, type SendingWindow } from "./sending-window"

const HOUR = 3_600_000
const instant = (iso: string) => new Date(iso)
const office: SendingWindow = { hours: { from: 8, to: 20 }, days: [1, 2, 3, 4, 5] }
const opens = (window: SendingWindow, at: string, zone: string | null) =>
  spanAt(window, instant(at), zone, "Europe/Berlin").from.toISOString()

describe("the sending window", () => {
  it("lets go at once what comes while it is open", () => {
    expect(opens(office, "2026-11-23T10:00:00Z", "Europe/Berlin")).toBe("2026-11-23T10:00:00.000Z")
  })

  it("opens in the morning of the reader, and on Monday after the week-end", () => {
    expect(opens(office, "2026-11-23T22:00:00Z", "Europe/Berlin")).toBe("2026-11-24T07:00:00.000Z")
    expect(opens(office, "2026-11-23T22:00:00Z", "America/New_York")).toBe("2026-11-23T22:00:00.000Z")
    expect(opens(office, "2026-11-27T19:00:00Z", "Europe/Berlin")).toBe("2026-11-30T07:00:00.000Z")
  })

  it("goes by the shop's clock for people whose zone is unknown or makes no sense", () => {
    for (const zone of [null, "Mars/Olympus"])
      expect(opens(office, "2026-11-23T22:00:00Z", zone)).toBe("2026-11-24T07:00:00.000Z")
  })

  it("opens when the spring clock has gone on, and not at all where the whole window is left out", () => {
    const night = (from: number, to: number): SendingWindow => ({ hours: { from, to }, days: null })
    expect(opens(night(2, 5), "2026-03-29T00:00:00Z", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z")
    expect(opens(night(2, 3), "2026-03-29T00:00:00Z", "Europe/Berlin")).toBe("2026-03-30T00:00:00.000Z")
  })

  it("is open through both hours of an autumn night", () => {
    const span = spanAt(
      { hours: { from: 2, to: 3 }, days: null },
      instant("2026-10-24T12:00:00Z"),
      "Europe/Berlin",
      "UTC",
    )
    expect(span).toEqual({ from: instant("2026-10-25T00:00:00Z"), to: instant("2026-10-25T02:00:00Z") })
  })

  it("is the mailing's own before the store's; all hours of all days are no window", () => {
    expect(windowOf(null, office)).toEqual(office)
    expect(windowOf({ hours: null, days: null }, office)).toBeNull()
    expect(windowOf(null, { hours: null, days: [1, 2, 3, 4, 5, 6, 7] })).toBeNull()
  })

  it("goes through the night, of the day on which it opens", () => {
    const nights: SendingWindow = { hours: { from: 22, to: 6 }, days: [5] }
    const span = (at: string) => {
      const { from, to } = spanAt(nights, instant(at), "Europe/Berlin", "UTC")
      return [from.toISOString(), to.toISOString()]
    }
    const friday = ["2026-11-27T21:00:00.000Z", "2026-11-28T05:00:00.000Z"]
    expect(span("2026-11-26T23:00:00Z")).toEqual(friday)
    expect(span("2026-11-27T12:00:00Z")).toEqual(friday)
    expect(span("2026-11-28T04:00:00Z")).toEqual(["2026-11-28T04:00:00.000Z", friday[1]])
    expect(span("2026-11-28T05:00:00Z")[0]).toBe("2026-12-04T21:00:00.000Z")
    expect(openHours(nights)).toBe(8 / 24)
  })

  it("has its shorter and its longer night when the clocks are changed", () => {
    const nights: SendingWindow = { hours: { from: 22, to: 6 }, days: null }
    const length = (at: string) => {
      const { from, to } = spanAt(nights, instant(at), "Europe/Berlin", "UTC")
      return (to.getTime() - from.getTime()) / HOUR
    }
    expect(["2026-03-28T12:00:00Z", "2026-10-24T12:00:00Z", "2026-11-24T12:00:00Z"].map(length)).toEqual([7, 9, 8])
  })

  it("refuses hours that end where they begin, and a day named twice", () => {
    expect(windowSchema.safeParse({ hours: { from: 8, to: 8 }, days: null }).success).toBe(false)
    expect(windowSchema.safeParse({ hours: null, days: [1, 1] }).success).toBe(false)
    expect(windowSchema.safeParse({ hours: null, days: [] }).success).toBe(false)
  })

  it("rests in the night when it is said how long something takes", () => {
    const end = (at: string, hours: number) => endOfOpen(office, instant(at), hours * HOUR, "UTC").toISOString()
    expect(end("2026-11-23T19:00:00Z", 2)).toBe("2026-11-24T09:00:00.000Z")
    expect(end("2026-11-27T19:00:00Z", 13)).toBe("2026-11-30T20:00:00.000Z")
  })

  const zones = fc.constantFrom(
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "Asia/Beirut",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
  )
  const windows: fc.Arbitrary<SendingWindow> = fc.record({
    hours: fc.option(
      fc.record({ from: fc.nat(23), to: fc.integer({ min: 1, max: 24 }) }).filter(({ from, to }) => from !== to),
      { nil: null },
    ),
    days: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), { nil: null }),
  })
  // Half of them in the nights in which clocks are changed.
  const near = (iso: string) =>
    fc.integer({ min: -36 * 60, max: 36 * 60 }).map((minutes) => new Date(Date.parse(iso) + minutes * 60_000))
  const moments = fc.oneof(
    fc
      .date({ min: instant("2024-01-01"), max: instant("2031-01-01"), noInvalidDate: true })
      .map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000)),
    fc.oneof(
      near("2026-03-29T01:00:00Z"),
      near("2026-10-25T01:00:00Z"),
      near("2026-03-08T07:00:00Z"),
      near("2026-11-01T06:00:00Z"),
      near("2026-04-24T00:00:00Z"),
      near("2026-10-29T22:00:00Z"),
      near("2026-10-03T16:00:00Z"),
      near("2026-04-04T15:00:00Z"),
    ),
  )

  it("is open at the moment it gives, closed just before it, and closed when it ends", () => {
    fc.assert(
      fc.property(windows, zones, moments, (window, zone, at) => {
        const { from, to } = spanAt(window, at, zone, "UTC")
        expect(from.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(isOpen(window, from, zone)).toBe(true)
        if (from > at) expect(isOpen(window, new Date(from.getTime() - 1), zone)).toBe(false)
        expect(isOpen(window, new Date(to.getTime() - 1), zone)).toBe(true)
      }),
    )
  })

  it("misses no open quarter of an hour on the way, and is open at every one of its own", () => {
    fc.assert(
      fc.property(windows, zones, moments, (window, zone, at) => {
        const { from, to } = spanAt(window, at, zone, "UTC")
        for (let t = at.getTime(); t < from.getTime(); t += HOUR / 4)
          expect(isOpen(window, new Date(t), zone)).toBe(false)
        for (let t = from.getTime(); t < to.getTime(); t += HOUR / 4)
          expect(isOpen(window, new Date(t), zone)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it("lets the same moment through when it is asked again", () => {
    fc.assert(
      fc.property(windows, zones, moments, (window, zone, at) => {
        const { from } = spanAt(window, at, zone, "UTC")
        expect(spanAt(window, from, zone, "UTC").from).toEqual(from)
      }),
    )
  })
})
