import fc from "fast-check"
import { lineOf, piecesOf, tagLiquid } from "./tagged-line"

describe("a line with merge tags", () => {
  it("is taken apart into words and tags", () => {
    expect(piecesOf('Hello {{ contact.firstName | default: "friend" }}, order {{order.displayId}}')).toEqual([
      { text: "Hello " },
      { tag: "contact.firstName", fallback: "friend" },
      { text: ", order " },
      { tag: "order.displayId", fallback: null },
    ])
  })

  it("knows money and dates by their tag, and leaves other Liquid alone", () => {
    expect(piecesOf("{{ order.total | money: order.currency }}")).toEqual([{ tag: "order.total", fallback: null }])
    for (const liquid of ["{{ order.total }}", "{{ contact.firstName | upcase }}", "{% if order %}x{% endif %}"])
      expect(piecesOf(liquid)).toEqual([{ text: liquid }])
  })

  it("prints a field of the merchant's own as its kind is written", () => {
    const line = 'Size {{ contact.fields.shoe_size | field | default: "?" }}'
    expect(piecesOf(line)).toEqual([{ text: "Size " }, { tag: "contact.fields.shoe_size", fallback: "?" }])
    expect(lineOf(piecesOf(line))).toBe(line)
  })

  it("means the same when it is put together again", () => {
    const piece = fc.oneof(
      fc.constantFrom("Hi ", " & ", "{", "}} ", "%").map((text) => ({ text })),
      fc.record({
        tag: fc.constantFrom("contact.firstName", "order.total", "order.placedAt", "refund.note", "confirm.topics"),
        fallback: fc.constantFrom(null, "you", 'a "b"', "it's"),
      }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const line = lineOf(pieces)
        expect(lineOf(piecesOf(line))).toBe(line)
      }),
      { numRuns: 200 },
    )
  })

  it("cannot be left by a fallback", () => {
    expect(tagLiquid("contact.firstName", `x' }}{% for i in a %}"`)).toBe(
      `{{ contact.firstName | default: 'x’ } }{% for i in a % }"' }}`,
    )
  })
})
