import { readFileSync } from "node:fs"
import path from "node:path"
import { Parser } from "htmlparser2"
import { BUILTIN_KEYS } from "../../src/core/templates/builtins"
import { contentSchema } from "../../src/core/templates/document"
import { compileBuiltin } from "../../src/rendering/compile-builtin"
import { compileContent } from "../../src/rendering/compile-content"
import { newsletterLayouts } from "../../src/rendering/newsletter-layouts"
import { aBrand } from "./fixtures"

const brand = aBrand({
  logoUrl: "https://shop.example.com/logo.png",
  socialLinks: [{ label: "Instagram", url: "https://social.example.com" }],
})

type Style = { element: string; property: string; value: string }

/** Every declaration of a mail, of its elements and its sheets; what only Outlook reads is not in it. */
function stylesOf(html: string): Style[] {
  const found: Style[] = []
  const add = (element: string, css: string) => {
    for (const declaration of css.split(";")) {
      const [property = "", ...value] = declaration.split(":")
      if (property.trim()) found.push({ element, property: property.trim(), value: value.join(":").trim() })
    }
  }
  let isSheet = false
  const parser = new Parser({
    onopentag(name, { style }) {
      isSheet = name === "style"
      if (style) add(name, style)
    },
    ontext(text) {
      if (isSheet) for (const [, css] of text.matchAll(/\{([^{}]*)\}/g)) add("sheet", css!)
    },
    onclosetag: () => (isSheet = false),
  })
  parser.end(html)
  return found
}

const longhand = /^(margin|padding)-(top|right|bottom|left)$|^(text-decoration)-line$/
const nameOf = (property: string) => property.replace(longhand, (_, box, _side, line) => box ?? line)

/** The first column of docs/mail-css.md. */
function documented(): string[] {
  const page = readFileSync(path.join(__dirname, "../../docs/mail-css.md"), "utf8")
  return [...page.matchAll(/^\| `([a-z-]+)`/gm)].map(([, property]) => property!)
}

/** Its width is not known before the mail is made: the one button that is no shape in Outlook. */
const withNamedButton = contentSchema.parse({
  subject: "s",
  document: {
    version: 2,
    kind: "blocks",
    blocks: [{ id: "b", type: "button", label: "For {{ contact.firstName }}", url: "https://shop.example.com" }],
  },
})

describe("the CSS of the mails", () => {
  let styles: Style[]
  beforeAll(async () => {
    const layouts = [...newsletterLayouts("en"), { content: withNamedButton }].map(({ content }) =>
      compileContent({ content, locale: "en", shopLocale: "en", brand, isMarketing: true }),
    )
    const builtins = await Promise.all(BUILTIN_KEYS.map((key) => compileBuiltin(key, "en", brand)))
    styles = [...layouts, ...builtins].flatMap(({ html }) => stylesOf(html))
  })

  it("is what docs/mail-css.md says a fallback of, no more and no less", () => {
    expect([...new Set(styles.map(({ property }) => nameOf(property)))].sort()).toEqual(documented().sort())
  })

  it("has padding where Outlook knows it: in cells, in buttons and in lists", () => {
    const elsewhere = styles.filter(
      ({ element, property, value }) =>
        property.startsWith("padding") &&
        !/^0(px)?$/.test(value) &&
        !["td", "a", "ul", "ol", "sheet"].includes(element),
    )
    expect(elsewhere).toEqual([])
  })

  it("lays nothing out by what only browsers know, and fetches nothing", () => {
    const unknown = styles.filter(
      ({ property, value }) =>
        /^(float|position|flex|grid|gap|background-image|transform|box-shadow)/.test(property) ||
        /flex|grid|url\(|calc\(|var\(/.test(value),
    )
    expect(unknown).toEqual([])
  })
})

describe("a button in Outlook", () => {
  const compiled = (button: object, more: object[] = []) =>
    compileContent({
      content: contentSchema.parse({
        subject: "s",
        document: {
          version: 2,
          kind: "blocks",
          locale: "en",
          blocks: [
            { id: "b", type: "button", label: "See the lamps", url: "https://shop.example.com/a", ...button },
            ...more,
          ],
        },
      }),
      locale: "en",
      shopLocale: "en",
      brand,
      isMarketing: true,
    })
  const shapeOf = (html: string) => /<!--\[if mso\]>(<v:roundrect[^]*?<\/v:roundrect>)<!\[endif\]-->/.exec(html)?.[1]

  it("is a shape around the same words with the same link, and nobody sees it twice", () => {
    const { html, links, plain } = compiled({ label: "Lamps & <more>" })
    const shape = shapeOf(html)!
    expect(shape).toMatch(/href="\{% mail_link 0 %\}" style="height:48px;width:\d+px;v-text-anchor:middle"/)
    expect(shape).toContain('fillcolor="#0f766e"')
    expect(shape).toContain(">Lamps &amp; &lt;more&gt;</center>")
    expect(links.filter((one) => one === "https://shop.example.com/a")).toHaveLength(1)
    expect(plain.match(/Lamps & <more>/g)).toHaveLength(1)
    // What others read is hidden from Outlook, and holds no comment that would end the hiding early.
    const [, others] = /<!--\[if !mso\]><!-->([^]*?)<!--<!\[endif\]-->/.exec(html)!
    expect(others).toMatch(/^<a href="\{% mail_link 0 %\}"[^>]*>Lamps &amp; &lt;more&gt;<\/a>$/)
  })

  it("is wide enough for its words in any script", () => {
    const widthOf = (label: string) => Number(/width:(\d+)px;v-text/.exec(shapeOf(compiled({ label }).html)!)![1])
    expect(widthOf("OK")).toBeGreaterThan(70)
    expect(widthOf("Alle Neuheiten ansehen")).toBeGreaterThan(widthOf("Ansehen") + 100)
    expect(widthOf("新着商品を見る")).toBeGreaterThan(7 * 16 + 52)
  })

  it("keeps a link untracked that may not be", () => {
    expect(shapeOf(compiled({ url: "{{ reset.url }}", isTracked: false }).html)).toContain("{% mail_url untracked %}")
  })

  const inColumn = (label: string) => ({
    id: "c",
    type: "columns",
    columns: [[{ id: "d", type: "button", label, url: "https://shop.example.com" }], []],
  })
  const shapesIn = (html: string) => html.match(/<v:roundrect/g)?.length ?? 0

  it("is as wide as the letter, small below a product, or in a column, as the link that others see", () => {
    expect(shapeOf(compiled({ isWide: true }).html)).toContain("width:520px")
    expect(shapesIn(compiled({}, [inColumn("Inside")]).html)).toBe(2)
    const products = { id: "p", type: "products", source: "newest", columns: 2, isButtonShown: true, buttonLabel: "" }
    const small = compiled({}, [products]).html.split("<v:roundrect")[2]
    expect(small).toMatch(/height:38px;[^]*font-size:14px/)
  })

  it("stays a padded link where its width is unknown or there is no room", () => {
    expect(shapeOf(compiled({ label: "For {{ contact.firstName }}" }).html)).toBeUndefined()
    expect(shapeOf(compiled({ label: "Very long words ".repeat(6) }).html)).toBeUndefined()
    expect(shapesIn(compiled({}, [inColumn("More than a column has room for")]).html)).toBe(1)
    expect(compiled({ label: "For {{ contact.firstName }}" }).html).toContain("mso-font-width")
  })

  it("has a font of Windows, the brand's where that is one", () => {
    const fontOf = (html: string) => /<style>table,[^{]*\{font-family:([^}]*)\}/.exec(html)![1]
    expect(fontOf(compiled({}).html)).toBe("Arial, sans-serif")
    const content = newsletterLayouts("en")[0]!.content
    const classic = { ...brand, font: "classic" as const }
    const { html } = compileContent({ content, locale: "en", shopLocale: "en", brand: classic, isMarketing: true })
    expect(fontOf(html)).toMatch(/^Georgia/)
  })
})
