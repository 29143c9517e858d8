import { sentAs } from "./mail-format"

describe("the format of a mail", () => {
  it("is the one that was chosen while nothing is tracked", () => {
    expect(sentAs({ format: "text", is_tracked: false })).toBe("text")
    expect(sentAs({ format: "html", is_tracked: false })).toBe("html")
  })

  it("is HTML while it is tracked, whatever was chosen", () => {
    expect(sentAs({ format: "text", is_tracked: true })).toBe("html")
  })
})
