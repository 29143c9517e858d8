import { nextReport, periodBefore, reportSchema, rhythmSchema } from "./report-rhythm"

const ZONE = "Europe/Vienna"
const rhythm = (more: object) => rhythmSchema.parse(more)

describe("the rhythm of a report", () => {
  it.each([
    [{ every: "day", time: "08:00" }, "2026-11-22T06:59:00Z", "2026-11-22T07:00:00.000Z"],
    [{ every: "day", time: "08:00" }, "2026-11-22T07:00:00Z", "2026-11-23T07:00:00.000Z"],
    // A Sunday; Monday is the next day.
    [{ every: "week", time: "08:00", weekday: 1 }, "2026-11-22T12:00:00Z", "2026-11-23T07:00:00.000Z"],
    [{ every: "week", time: "08:00", weekday: 7 }, "2026-11-22T12:00:00Z", "2026-11-29T07:00:00.000Z"],
    [{ every: "month", time: "08:00", monthday: 1 }, "2026-11-22T12:00:00Z", "2026-12-01T07:00:00.000Z"],
    [{ every: "month", time: "08:00", monthday: 28 }, "2026-01-30T12:00:00Z", "2026-02-28T07:00:00.000Z"],
    // Clocks go back on 25 October and forward on 28 March: the wall says eight on both sides.
    [{ every: "day", time: "08:00" }, "2026-10-24T12:00:00Z", "2026-10-25T07:00:00.000Z"],
    [{ every: "week", time: "08:00", weekday: 1 }, "2027-03-23T12:00:00Z", "2027-03-29T06:00:00.000Z"],
  ])("%j after %s is %s", (given, after, next) => {
    expect(nextReport(rhythm(given), new Date(after), ZONE).toISOString()).toBe(next)
  })

  it.each([
    ["day", "2026-11-20T23:00:00.000Z"],
    ["week", "2026-11-14T23:00:00.000Z"],
    ["month", "2026-10-21T22:00:00.000Z"],
  ])("looks back over whole days: %s from %s", (every, from) => {
    const to = new Date("2026-11-21T23:00:00.000Z")
    expect(periodBefore(rhythm({ every }), new Date("2026-11-22T07:00:00Z"), ZONE)).toEqual({
      from: new Date(from),
      to,
    })
  })

  it("wants a reader as long as it is on", () => {
    expect(reportSchema.safeParse({ is_on: true }).error?.issues[0]?.message).toContain("at least one reader")
    expect(reportSchema.safeParse({ is_on: false }).success).toBe(true)
  })
})
