import { contentSchema, type Block } from "./document"
import { localesOf, localiseContent } from "./localise-content"

const words = (text: string) => ({
  type: "doc",
  content: text ? [{ type: "paragraph", content: [{ type: "text", text }] }] : [],
})

const content = contentSchema.parse({
  subject: "News",
  preheader: "Look",
  document: {
    version: 2,
    kind: "blocks",
    locale: "en",
    plain: "English text part",
    blocks: [
      { id: "a", type: "text", content: words("Hello") },
      {
        id: "c",
        type: "columns",
        columns: [
          [{ id: "b", type: "button", label: "Shop", url: "https://shop.example/en" }],
          [{ id: "d", type: "divider" }],
        ],
      },
    ],
    translations: {
      de: {
        subject: "Neues",
        blocks: { b: { label: "Zum Shop", url: "https://shop.example/de" }, a: { content: words("") } },
      },
      "de-AT": { blocks: { a: { content: words("Servus") } } },
    },
  },
})

const blocksOf = (locale: string): Block[] => {
  const { body } = localiseContent(content, locale, "en")
  return body.kind === "blocks" ? body.blocks : []
}

describe("content in a language", () => {
  it("says field by field what the nearest language says", () => {
    const [text, columns] = blocksOf("de-AT")
    expect(JSON.stringify(text)).toContain("Servus")
    expect(JSON.stringify(columns)).toMatch(/Zum Shop.*shop\.example\/de/)
    expect(localiseContent(content, "de-AT", "en").subject).toBe("Neues")
  })

  it("falls back to its own language where nothing is said, and names the place", () => {
    const { subject, preheader, fallbacks } = localiseContent(content, "de", "en")
    expect([subject, preheader]).toEqual(["Neues", "Look"])
    expect(fallbacks).toEqual([
      { block: null, field: "preheader", from: "en" },
      { block: "a", field: "content", from: "en" },
    ])
    expect(localiseContent(content, "en-GB", "fr").fallbacks).toEqual([])
  })

  it("has the author's text part only in the language it was written in", () => {
    expect(localiseContent(content, "en", "en").plain).toBe("English text part")
    expect(localiseContent(content, "de", "en").plain).toBeNull()
  })

  it("does not change what it was given", () => {
    const before = JSON.stringify(content)
    localiseContent(content, "de-AT", "en")
    expect(JSON.stringify(content)).toBe(before)
  })

  it("speaks its own language first", () => {
    expect(localesOf(content.document, "fr")).toEqual(["en", "de", "de-AT"])
    expect(localesOf(contentSchema.parse({ document: {} }).document, "fr")).toEqual(["fr"])
  })
})
