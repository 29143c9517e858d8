import { Parser } from "htmlparser2"
import { LOCALES, type BuiltinLocale } from "../../src/core/templates/contexts"
import { lintContent } from "../../src/core/templates/lint-content"
import { sampleOffers } from "../../src/core/templates/samples"
import { compileContent } from "../../src/rendering/compile-content"
import { newsletterLayouts } from "../../src/rendering/newsletter-layouts"
import { renderPreview } from "../../src/rendering/preview"
import { aBrand } from "./fixtures"

const cases = LOCALES.flatMap((locale) =>
  newsletterLayouts(locale).map(({ key, content }) => ({ key, locale, content })),
)

function rendered({ content, locale }: (typeof cases)[number]) {
  const brand = aBrand()
  const compiled = compileContent({ content, locale, shopLocale: "en", brand, isMarketing: true })
  const products = sampleOffers(locale, compiled.products ?? [])
  return renderPreview({
    compiled,
    locale,
    brand,
    context: { contact: { firstName: "Ada" }, products },
    isMarketing: true,
  })
}

/** What a mail program would fetch by itself. */
function loadedBy(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, { src, background, href, style = "" }) {
      if (src) found.push(src)
      if (background) found.push(background)
      if (name === "link" && href) found.push(href)
      if (/url\(/i.test(style)) found.push(style)
    },
  })
  parser.end(html)
  return found
}

/** Some of these stand in any letter of the language. */
const WORDS_OF: Record<BuiltinLocale, RegExp> = {
  en: /\b(the|you|your|what)\b/i,
  de: /\b(Sie|Ihre?n?|uns|und)\b/,
  fr: /\b(vous|votre|les|une)\b/i,
  es: /\b(tu|tus|las|los|una)\b/i,
  it: /\b(che|tuo|di|una)\b/i,
}

describe.each(cases)("the layout $key in $locale", (one) => {
  const mail = rendered(one)

  it("is small enough for Gmail and loads nothing", () => {
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102 * 1024)
    expect(loadedBy(mail.html)).toEqual([])
    expect(mail.html).not.toMatch(/@import|<script|@font-face/)
  })

  it("is laid out in tables of 600 pixels, with nothing that Outlook's Word engine does not know", () => {
    expect(mail.html).toMatch(/<table[^>]+width="600"/)
    expect(mail.html).not.toMatch(/display:\s*(flex|grid)|position:\s*(absolute|fixed)|float:/)
  })

  it("has a text part, a way out and an address", () => {
    expect(mail.text.length).toBeGreaterThan(200)
    for (const part of [mail.html, mail.text]) expect(part).toMatch(/unsubscribe[^]*2 Example Street/)
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\{\{|\{%/)
  })

  it("is written in its language, with nothing left to mend but its pictures", () => {
    const findings = lintContent({ content: one.content, for: "newsletter", class: "marketing", shopLocale: "en" })
    expect(findings.filter(({ key }) => key !== "missing_picture")).toEqual([])
    expect(mail.text).toMatch(WORDS_OF[one.locale])
  })
})
