import { documentSchema, type BlocksDocument, type MailContent } from "./document"
import { blockIn, missingOf, missingTexts, setWords, withCopy, withoutBlock } from "./edit-document"

const button = (id: string, label: string) => ({ id, type: "button", label, url: "https://shop.example" })
const LETTER = documentSchema.parse({
  version: 2,
  kind: "blocks",
  blocks: [button("go", "Shop now"), { id: "cols", type: "columns", columns: [[button("left", "Lamps")], []] }],
  translations: { de: { blocks: { go: { label: "Zum Shop" }, left: { label: "Lampen" } } } },
}) as BlocksDocument
const GO = LETTER.blocks[0]!
const labelIn = (document: BlocksDocument, locale: string) => (blockIn(document, GO, locale) as { label: string }).label

describe("a letter in several languages", () => {
  it("says each language's own words and falls back field by field", () => {
    expect(blockIn(LETTER, GO, "de")).toMatchObject({ label: "Zum Shop", url: "https://shop.example" })
    expect(labelIn(LETTER, "de-AT")).toBe("Zum Shop")
    expect(labelIn(LETTER, "fr")).toBe("Shop now")
  })

  it("keeps other fields and languages when one text is translated", () => {
    const french = setWords(LETTER, "fr", "go", { label: "À la boutique" })
    expect([labelIn(french, "fr"), labelIn(french, "de")]).toEqual(["À la boutique", "Zum Shop"])
  })

  it("leaves a field empty while it is being rewritten, and counts it as missing", () => {
    const emptied = setWords(LETTER, "de", "go", { label: "" })
    expect(labelIn(emptied, "de")).toBe("")
    expect(missingOf(emptied, GO, "de", "en")).toEqual(["label"])
  })

  it("gives a text back to the original", () => {
    const back = setWords(LETTER, "de", "go", { label: undefined })
    expect(labelIn(back, "de")).toBe("Shop now")
    expect(back.translations.de!.blocks).not.toHaveProperty("go")
  })

  it("counts what is missing, not what is the same everywhere", () => {
    expect(missingOf(LETTER, GO, "fr", "en")).toEqual(["label"])
    expect(missingOf(LETTER, GO, "de", "en")).toEqual([])
    const content: MailContent = { subject: "Hello", preheader: "", document: LETTER }
    expect(["fr", "de", "en"].map((locale) => missingTexts(content, locale, "en"))).toEqual([3, 1, 0])
  })

  it("takes a block's words along when it goes, and copies them when it is copied", () => {
    expect(withoutBlock(LETTER, "cols").translations.de!.blocks).toEqual({ go: { label: "Zum Shop" } })
    const ids = ["n1", "n2"]
    const { document, id } = withCopy(LETTER, "cols", () => ids.shift()!)
    const words = document.translations.de!.blocks
    expect(Object.values(words).filter((one) => one.label === "Lampen")).toHaveLength(2)
    expect(document.blocks.at(-1)!.id).toBe(id)
    expect(documentSchema.safeParse(document).success).toBe(true)
  })
})
