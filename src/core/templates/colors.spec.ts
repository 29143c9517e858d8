import { contrast, readableOn, safeColor } from "./colors"

describe("a brand's colour", () => {
  it("is taken only if it is one", () => {
    expect(safeColor("#0F766E", "#000000")).toBe("#0f766e")
    expect(safeColor("red;}body{", "#000000")).toBe("#000000")
  })
  it("has the more readable ink on it", () => {
    expect(readableOn("#0f766e")).toBe("#ffffff")
    expect(readableOn("#facc15")).toBe("#111111")
    expect(readableOn("#fff")).toBe("#111111")
  })
  it("is compared as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21)
    expect(contrast("#777777", "#777777")).toBe(1)
  })
})
