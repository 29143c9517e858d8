import { tagName } from "./tag-name"

describe("the name of a tag", () => {
  it.each([
    ["VIP", "vip"],
    ["  Early   bird ", "early bird"],
    ["Fördermitglied", "fördermitglied"],
  ])("%j is stored as %j", (raw, name) => expect(tagName(raw)).toBe(name))

  it.each(["", "   ", "a,b", "a\u0000b", "x".repeat(61)])("%j is none", (raw) => expect(tagName(raw)).toBeNull())

  it("stays what it is when it is read again", () => {
    const once = tagName("İstanbul ÄÖ")!
    expect(tagName(once)).toBe(once)
  })
})
