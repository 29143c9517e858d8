import { formatDate, isDateStyle } from "./format-date"

describe("formatDate", () => {
  const at = "2026-11-20T23:30:00.000Z"

  it("writes the day as the reader does, in the reader's zone", () => {
    expect(formatDate(at, "long", "en", "UTC")).toBe("November 20, 2026")
    expect(formatDate(at, "long", "de", "Europe/Berlin")).toBe("21. November 2026")
    expect(formatDate(at, "short", "fr", "UTC")).toBe("20/11/2026")
    expect(formatDate(at, "time", "de", "UTC")).toBe("23:30")
  })

  it("takes UTC for a zone that there is not, and prints nothing for what is no date", () => {
    expect(formatDate(at, "long", "en", "Moon/Base")).toBe("November 20, 2026")
    expect(formatDate("soon", "long", "en", "UTC")).toBe("")
  })
})

it("knows its styles", () => {
  expect(["long", "datetime", "toString", "%Y"].map(isDateStyle)).toEqual([true, true, false, false])
})
