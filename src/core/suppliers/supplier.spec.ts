import { opensAt, supplierSchema } from "./supplier"

const supplier = (given: object = {}) =>
  supplierSchema.parse({ name: "Lamp works", emails: ["orders@lamps.example"], ...given })
const monday = new Date("2026-11-23T19:00:00Z")

describe("a supplier (F65)", () => {
  it("may be written to at any time unless it says when", () => {
    expect(opensAt(supplier(), monday, "Europe/Berlin")).toEqual(monday)
    const always = supplier({ hours: { hours: null, days: null } })
    expect(opensAt(always, monday, "Europe/Berlin")).toEqual(monday)
  })

  it("is written to when it opens, by its own clock, or the store's where it has none", () => {
    const hours = { hours: { from: 8, to: 17 }, days: [1, 2, 3, 4, 5] }
    const at = (given: object) => opensAt(supplier({ hours, ...given }), monday, "Europe/Berlin").toISOString()
    expect(at({})).toBe("2026-11-24T07:00:00.000Z")
    expect(at({ time_zone: "America/New_York" })).toBe("2026-11-23T19:00:00.000Z")
  })

  it("has a name and at least one address, and nothing that a clock or a language does not know", () => {
    const problem = (given: object) =>
      supplierSchema.safeParse({ name: "Lamp works", emails: ["orders@lamps.example"], ...given }).error?.issues[0]
        ?.message
    expect(problem({ name: " " })).toBe("give the supplier a name")
    expect(problem({ emails: [] })).toBe("name at least one address")
    expect(problem({ emails: ["nobody"] })).toBe("must be one e-mail address")
    expect(problem({ time_zone: "Mars/Olympus" })).toContain("time zone")
    expect(problem({ locale: "no such" })).toContain("language tag")
  })
})
