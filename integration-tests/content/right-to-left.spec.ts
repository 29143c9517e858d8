import { contentSchema } from "../../src/core/templates/document"
import { sampleContexts, sampleOffers } from "../../src/core/templates/samples"
import { compileContent } from "../../src/rendering/compile-content"
import { renderPreview } from "../../src/rendering/preview"
import { aBrand } from "./fixtures"
import { arabicLetter } from "./right-to-left"

function rendered(content: typeof arabicLetter, locale: string): string {
  const brand = aBrand()
  const compiled = compileContent({ content, locale, shopLocale: "en", brand, isMarketing: true })
  const { order } = sampleContexts("en").order_receipt
  const products = sampleOffers("en", compiled.products ?? [])
  return renderPreview({ compiled, locale, brand, context: { order, products }, isMarketing: true }).html
}

describe("a mail that is written from right to left", () => {
  const html = rendered(arabicLetter, "ar-EG")

  it("says so on its page, and begins on the right", () => {
    expect(html).toContain('<html dir="rtl" lang="ar-EG">')
    expect(/<td align="(\w+)" class="mr-pad" style="padding:36px/.exec(html)?.[1]).toBe("right")
    const button = html.slice(0, html.indexOf("<v:roundrect"))
    expect(button.slice(button.lastIndexOf("<td"))).toContain('align="right"')
  })

  it("puts what a line costs on the left, with its gap on the right", () => {
    expect(html).toMatch(/<td class="mr-line mr-ink" align="left" style="[^"]*padding-left:0;padding-right:12px/)
    expect(html).toMatch(/<td class="mr-ink" align="left" style="[^"]*font-weight:700/)
    expect(html).toMatch(/<ul [^>]*padding-left:0;padding-right:24px/)
  })

  it("knows no side that would not turn with it", () => {
    expect(html).not.toMatch(/text-align:\s*left|(margin|padding|border)-inline|align="left"[^>]*class="mr-pad"/)
  })
})

describe("a letter for readers who read the other way", () => {
  const words = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] })
  const letter = (translations: object) =>
    contentSchema.parse({
      subject: "New lamps",
      document: {
        version: 2,
        kind: "blocks",
        locale: "en",
        translations,
        blocks: [
          { id: "a", type: "text", content: words("New lamps are here.") },
          { id: "b", type: "text", content: words("See them in the shop.") },
        ],
      },
    })

  it("stays in its own language and direction where nobody has translated it", () => {
    expect(rendered(letter({}), "ar")).toContain('<html dir="ltr" lang="en">')
    expect(rendered(letter({}), "de")).toContain('<html dir="ltr" lang="de">')
  })

  it("keeps the direction of the one block that is not translated", () => {
    const html = rendered(letter({ ar: { blocks: { a: { content: words("مصابيح جديدة") } } } }), "ar")
    expect(html).toContain('<html dir="rtl" lang="ar">')
    expect(html.slice(0, html.indexOf("See them")).match(/<div dir="ltr" style="text-align:left">/g)).toHaveLength(1)
    expect(html.indexOf("مصابيح")).toBeLessThan(html.indexOf('<div dir="ltr"'))
  })
})
