import { latestRun, repetitionProblem } from "./runs"

const VIENNA = "Europe/Vienna"
const latest = (pattern: string, after: string, until: string) =>
  latestRun({ pattern, timeZone: VIENNA, after: new Date(after), until: new Date(until) })?.toISOString() ?? null

describe("a repeated date", () => {
  it("comes at its time in the shop's zone", () => {
    expect(latest("0 9 * * 1", "2026-05-03T00:00:00Z", "2026-05-04T12:00:00Z")).toBe("2026-05-04T07:00:00.000Z")
  })

  it("has not come before", () => {
    expect(latest("0 9 * * 1", "2026-05-04T07:00:00Z", "2026-05-05T12:00:00Z")).toBeNull()
  })

  it("comes once after a pause, not as often as it was missed", () => {
    expect(latest("0 9 * * *", "2026-05-01T12:00:00Z", "2026-05-04T12:00:00Z")).toBe("2026-05-04T07:00:00.000Z")
  })

  it("comes once on each day on which the clocks are changed", () => {
    const runs = (day: string, next: string) => {
      const found: string[] = []
      for (
        let at = new Date(`${day}T00:00:00Z`);
        at < new Date(`${next}T00:00:00Z`);
        at = new Date(at.getTime() + 3_600_000)
      ) {
        const run = latestRun({
          pattern: "30 2 * * *",
          timeZone: VIENNA,
          after: at,
          until: new Date(at.getTime() + 3_600_000),
        })
        if (run) found.push(run.toISOString())
      }
      return found.length
    }
    expect([runs("2026-03-29", "2026-03-30"), runs("2026-10-25", "2026-10-26")]).toEqual([1, 1])
  })

  it.each(["nonsense", "* * * * * *", "99 9 * * *", ""])("is refused when it is %j", (pattern) => {
    expect(repetitionProblem(pattern, VIENNA)).toContain("five fields")
  })

  it("is refused when it comes every minute, or never", () => {
    expect(repetitionProblem("* * * * *", VIENNA)).toContain("15 minutes")
    expect(repetitionProblem("0 0 31 2 *", VIENNA)).toContain("never")
    expect(repetitionProblem("0 9 * * 1", VIENNA)).toBeNull()
  })
})
