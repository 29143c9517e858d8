import fc from "fast-check"
import { celebratedOn, dueDays } from "./due-days"

const VIENNA = "Europe/Vienna"
const ZONES = [
  VIENNA,
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Asia/Kathmandu",
]
const HOUR = 3_600_000

const inVienna = (asked: { after: string; until: string; time?: string; offsetDays?: number }) =>
  dueDays({
    after: new Date(asked.after),
    until: new Date(asked.until),
    time: asked.time ?? "09:00",
    offsetDays: asked.offsetDays ?? 0,
    zones: [],
    shopZone: VIENNA,
  }).map(({ day, at }) => [day, at.toISOString()])

describe("the days that are due", () => {
  it("are due at the time of day of the person's own zone, else of the shop's", () => {
    const due = dueDays({
      after: new Date("2026-05-01T00:00:00Z"),
      until: new Date("2026-05-01T23:00:00Z"),
      time: "09:00",
      offsetDays: 0,
      zones: ["America/New_York", "Nowhere/Land"],
      shopZone: VIENNA,
    })
    expect(due.map(({ zone, day, at }) => [zone, day, at.toISOString()])).toEqual([
      ["America/New_York", "2026-05-01", "2026-05-01T13:00:00.000Z"],
      ["Nowhere/Land", "2026-05-01", "2026-05-01T07:00:00.000Z"],
      ["", "2026-05-01", "2026-05-01T07:00:00.000Z"],
    ])
  })

  it("lie so many days before, or after, the day that they are about", () => {
    const window = { after: "2026-05-01T00:00:00Z", until: "2026-05-01T12:00:00Z" }
    expect(inVienna({ ...window, offsetDays: 30 })).toEqual([["2026-04-01", "2026-05-01T07:00:00.000Z"]])
    expect(inVienna({ ...window, offsetDays: -7 })).toEqual([["2026-05-08", "2026-05-01T07:00:00.000Z"]])
  })

  it("are due once when the clocks go forward over the time, and once when they go back over it", () => {
    const spring = { after: "2026-03-28T12:00:00Z", until: "2026-03-29T12:00:00Z", time: "02:30" }
    expect(inVienna(spring)).toEqual([["2026-03-29", "2026-03-29T01:30:00.000Z"]])
    const autumn = { after: "2026-10-24T12:00:00Z", until: "2026-10-25T12:00:00Z", time: "02:30" }
    expect(inVienna(autumn)).toEqual([["2026-10-25", "2026-10-25T00:30:00.000Z"]])
  })

  it("begin and end where the day does, also when it has 23 or 25 hours", () => {
    const hours = (until: string) => {
      const [due] = dueDays({
        after: new Date(new Date(until).getTime() - 12 * HOUR),
        until: new Date(until),
        time: "09:00",
        offsetDays: 0,
        zones: [],
        shopZone: VIENNA,
      })
      return (due!.before.getTime() - due!.from.getTime()) / HOUR
    }
    expect([hours("2026-03-29T12:00:00Z"), hours("2026-10-25T12:00:00Z"), hours("2026-05-01T12:00:00Z")]).toEqual([
      23, 25, 24,
    ])
  })

  it("are found exactly once by looks that follow each other, whatever the zone, the season and the rhythm", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.constantFrom("00:00", "02:00", "02:30", "03:00", "09:00", "23:59"),
        fc.constantFrom("2026-03-27", "2026-10-23", "2026-04-03", "2026-11-01", "2024-02-27"),
        fc.array(fc.integer({ min: 1, max: 40 * 60 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -30, max: 400 }),
        (zone, time, start, minutes, offsetDays) => {
          const from = new Date(`${start}T05:00:00Z`).getTime()
          const looks = minutes.reduce((ends, step) => [...ends, ends.at(-1)! + step * 60_000], [from])
          const look = (after: number, until: number) =>
            dueDays({
              after: new Date(after),
              until: new Date(until),
              time,
              offsetDays,
              zones: [zone],
              shopZone: "UTC",
            })
              .filter((due) => due.zone === zone)
              .map(({ day }) => day)
          const found = looks.slice(1).flatMap((until, n) => look(looks[n]!, until))
          expect(new Set(found).size).toBe(found.length)
          expect(found).toEqual(look(from, looks.at(-1)!))
        },
      ),
      { numRuns: 25 },
    )
  })

  it("are none the less found once when the clock was set back by a day: the same day has the same name", () => {
    const days = [
      ...inVienna({ after: "2026-05-01T00:00:00Z", until: "2026-05-02T12:00:00Z" }),
      ...inVienna({ after: "2026-05-01T00:00:00Z", until: "2026-05-01T12:00:00Z" }),
      ...inVienna({ after: "2026-05-01T12:00:00Z", until: "2026-05-03T00:00:00Z" }),
    ].map(([day]) => day)
    expect([...new Set(days)]).toEqual(["2026-05-01", "2026-05-02"])
  })
})

describe("who celebrates on a day", () => {
  it("is everybody of that day", () => {
    expect(celebratedOn("2026-05-01")).toEqual([501])
  })

  it("is on 28 February also who was born on the 29th, unless there is a 29th", () => {
    expect([celebratedOn("2026-02-28"), celebratedOn("2028-02-28"), celebratedOn("2028-02-29")]).toEqual([
      [228, 229],
      [228],
      [229],
    ])
  })
})
