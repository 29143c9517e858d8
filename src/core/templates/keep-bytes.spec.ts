import fc from "fast-check"
import { keepBytes } from "./keep-bytes"

/** What a `<textarea>` shows and gives back. */
const shown = (text: string) => text.replace(/\r\n|\r/g, "\n")

describe("code that goes through a text field", () => {
  it("keeps the line ends around an edit, and ends new lines alike", () => {
    const original = "<p>\r\nHello\r\n</p>\r\n"
    expect(keepBytes(original, "<p>\nHello\nyou\n</p>\n")).toBe("<p>\r\nHello\r\nyou\r\n</p>\r\n")
  })

  it("keeps a mixture where it is", () => {
    expect(keepBytes("a\r\nb\nc\rd", "a\nb\nc\ndx")).toBe("a\r\nb\nc\rdx")
  })

  it("keeps two line ends two when what stood between them goes", () => {
    expect(shown(keepBytes("\ra\n", "\n\n"))).toBe("\n\n")
  })

  const code = fc.string({ unit: fc.constantFrom("a", "b", "\r", "\n", "{", "ä") })

  it("gives back the same bytes when nothing was changed", () => {
    fc.assert(fc.property(code, (original) => expect(keepBytes(original, shown(original))).toBe(original)))
  })

  it("is shown as it was typed, whatever stood there before", () => {
    const typed = code.map(shown)
    fc.assert(fc.property(code, typed, (original, next) => expect(shown(keepBytes(original, next))).toBe(next)))
  })
})
