import { csvLine } from "./csv"

describe("a line of an export", () => {
  it("quotes what needs quotes", () => {
    expect(csvLine(['say "hi"', "a,b", "two\r\nlines", null, 7])).toBe('"say ""hi""","a,b","two\r\nlines",,7\r\n')
  })
  it.each(["=1+1", "+49 1", "-1", "@SUM(A1)", "\t=1", " =1", "|calc", "＝1+1"])("disarms %j", (formula) => {
    expect(csvLine([formula])).toBe(`'${formula}\r\n`.replace(/^(.*\t.*)$/s, "$1"))
  })
  it("leaves an address as it is", () => {
    expect(csvLine(["ada@example.com"])).toBe("ada@example.com\r\n")
  })
})
