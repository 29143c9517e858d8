import { copyNumber, nameOfCopy } from "./copy-number"

describe("a copy of a recipe", () => {
  it("keeps the name while nobody has it", () => {
    expect(nameOfCopy("Birthday", copyNumber("Birthday", ["Birthday mails", "birthday"]))).toBe("Birthday")
  })

  it("is numbered from the second one on, into the gaps", () => {
    expect(nameOfCopy("Birthday", copyNumber("Birthday", ["Birthday"]))).toBe("Birthday 2")
    expect(nameOfCopy("Birthday", copyNumber("Birthday", ["Birthday", "Birthday 3"]))).toBe("Birthday 2")
  })
})
