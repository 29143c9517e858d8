import fc from "fast-check"
import { parseInline, parseRichText, type Inline } from "./rich-text"

const text = (words: string): Inline => ({ kind: "text", text: words })

describe("a text block", () => {
  it("has a paragraph per blank line, and lines inside it", () => {
    expect(parseRichText("one\ntwo\r\n\r\n\r\nthree")).toEqual([
      { kind: "paragraph", children: [text("one"), { kind: "break" }, text("two")] },
      { kind: "paragraph", children: [text("three")] },
    ])
  })

  it("has lists, also right under their introduction", () => {
    expect(parseRichText("New:\n- mugs\n- **shirts**\n1. first")).toEqual([
      { kind: "paragraph", children: [text("New:")] },
      { kind: "list", isOrdered: false, items: [[text("mugs")], [{ kind: "bold", children: [text("shirts")] }]] },
      { kind: "list", isOrdered: true, items: [[text("first")]] },
    ])
  })

  it("has bold, italic, links and bare addresses", () => {
    expect(parseInline("a **b *c*** [d](https://x.example/?a=1) https://y.example/z.")).toMatchObject([
      text("a "),
      { kind: "bold" },
      text(" "),
      { kind: "link", url: "https://x.example/?a=1", children: [text("d")] },
      text(" "),
      { kind: "link", url: "https://y.example/z" },
      text("."),
    ])
  })

  it.each(["2 * 3 * 4", "snake_case_name", "5** off", "a_b", "[no link]", "** x **"])("keeps %j as it is", (words) => {
    expect(parseInline(words)).toEqual([text(words)])
  })

  it("loses no letter of what was written", () => {
    const lettersOf = (nodes: Inline[]): string =>
      nodes
        .map((node) => (node.kind === "text" ? node.text : node.kind === "break" ? "" : lettersOf(node.children)))
        .join("")
    const source = fc.string({ unit: fc.constantFrom(..."ab *_[]()-1.\n".split("")), maxLength: 60 })
    fc.assert(
      fc.property(source, (written) => {
        const read = parseRichText(written)
          .map((block) => (block.kind === "list" ? block.items.map(lettersOf).join("") : lettersOf(block.children)))
          .join("")
        const letters = (some: string) => some.replace(/[^ab]/g, "")
        // A link's address is not shown, so its letters are not counted.
        expect(letters(read)).toBe(letters(written.replace(/\[([^\]\n]+)\]\(([^()\s]+)\)/g, "$1")))
      }),
      { numRuns: 300 },
    )
  })
})
