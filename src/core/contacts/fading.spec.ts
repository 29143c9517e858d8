import { fading } from "./fading"

const day = (text: string) => new Date(`${text}T12:00:00Z`)
const on = (now: string, months: number | null = 24) =>
  fading({ lastSignOfLifeAt: day("2024-06-15"), months, now: day(now) })

describe("the two-year rule", () => {
  it("leaves people alone 24 months after their last sign of life", () => {
    expect(on("2026-06-14").state).toBe("sunset")
    expect(on("2026-06-15")).toEqual({ state: "inactive", fadesAt: day("2026-06-15") })
  })

  it("begins the sunset three months before", () => {
    expect(on("2026-03-14").state).toBe("awake")
    expect(on("2026-03-15")).toEqual({ state: "sunset", fadesAt: day("2026-06-15") })
  })

  it("can be shorter, or off", () => {
    expect(on("2025-07-01", 12).state).toBe("inactive")
    expect(on("2036-07-01", null)).toEqual({ state: "awake", fadesAt: null })
  })

  it("knows nothing of who never gave a sign", () => {
    expect(fading({ lastSignOfLifeAt: null, months: 24, now: day("2026-01-01") }).state).toBe("awake")
  })
})
