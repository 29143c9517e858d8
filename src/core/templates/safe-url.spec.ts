import fc from "fast-check"
import { isWebUrl, safeUrl } from "./safe-url"

describe("safeUrl", () => {
  it.each([
    "https://shop.example.com/a?b=c#d",
    "http://shop.example.com",
    "mailto:a@example.com",
    "tel:+49123",
    "#top",
  ])("passes %s as a link", (url) => {
    expect(safeUrl(url)).toBe(url)
  })

  it.each([
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " \u0001java\nscript:alert(1)",
    "\u200bjavascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//shop.example.com",
    "https:shop.example.com",
    "https:///shop.example.com",
    "https:\\\\shop.example.com",
    "/relative",
    "shop.example.com",
    "",
  ])("refuses %j", (url) => {
    expect(safeUrl(url)).toBeNull()
  })

  it("takes only pictures' schemes for a picture", () => {
    expect(safeUrl("cid:logo", "picture")).toBe("cid:logo")
    expect(safeUrl("mailto:a@example.com", "picture")).toBeNull()
    expect(safeUrl("#top", "picture")).toBeNull()
  })

  it("never returns what a browser would run", () => {
    const noisy = fc
      .array(fc.constantFrom(..."javascript:data:\t\n\u0000 \u00a0\u200b//https://".split("")), { maxLength: 30 })
      .map((letters) => letters.join(""))
    fc.assert(
      fc.property(noisy, (raw) => {
        const url = safeUrl(raw)
        return url === null || /^(https?:\/\/[^/\\]|mailto:|tel:|sms:|#)/i.test(url)
      }),
      { numRuns: 500 },
    )
  })
})

describe("isWebUrl", () => {
  it("is true only for what a click can be counted on", () => {
    expect(["https://a.example", "HTTP://a.example", "mailto:a@example.com", "#x"].map(isWebUrl)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
