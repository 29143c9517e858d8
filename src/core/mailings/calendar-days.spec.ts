import { addDays, addMonths, monthOf, weekOf } from "./calendar-days"

describe("the days of a calendar", () => {
  it("go on over months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29")
  })

  it("stay in the month that is asked for", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28")
    expect(addMonths("2026-03-31", -1)).toBe("2026-02-28")
    expect(addMonths("2026-11-30", 2)).toBe("2027-01-30")
  })

  it("make weeks from Monday to Sunday, and months of whole weeks", () => {
    expect(weekOf("2026-11-22")).toEqual(weekOf("2026-11-16"))
    expect(weekOf("2026-11-22")[6]).toBe("2026-11-22")
    const november = monthOf("2026-11-15")
    expect([november[0]![0], november.at(-1)![6], november.length]).toEqual(["2026-10-26", "2026-12-06", 6])
    expect(monthOf("2027-02-10")).toHaveLength(4)
  })
})
