/**
 * `node scripts/run-ts.mjs integration-tests/content/pictures.ts <folder> [key …]`: every built-in and a newsletter as PNG, at
 * desktop and phone width, light and dark, by the Chromium of CHROMIUM (default /usr/bin/chromium).
 */
import { mkdirSync } from "node:fs"
import path from "node:path"
import { chromium } from "playwright-core"
import { BUILTIN_KEYS } from "../../src/core/templates/builtins"
import { sampleContexts } from "../../src/core/templates/samples"
import { compileMailing } from "../../src/rendering/compile-mailing"
import { previewBuiltin, renderPreview } from "../../src/rendering/preview"

const [folder = "pictures", ...only] = process.argv.slice(2)
const brand = {
  shopName: "Fjord & Field",
  logoUrl: null,
  primaryColor: "#0f766e",
  backgroundColor: "#f3f4f2",
  storefrontUrl: "https://shop.example.com",
  postalAddress: "Fjord & Field\n1 Example Street\nAB1 2CD Sampleton",
  socialLinks: [{ label: "Instagram", url: "https://social.example.com/fjord" }],
}
const VIEWS = [
  { name: "desktop", width: 720, colorScheme: "light" },
  { name: "desktop-dark", width: 720, colorScheme: "dark" },
  { name: "phone", width: 390, colorScheme: "light" },
  { name: "phone-dark", width: 390, colorScheme: "dark" },
] as const

/** A product picture that needs no network. */
function picture(hue: number, width = 160, height = 160): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue},38%,78%)"/><stop offset="1" stop-color="hsl(${hue + 30},34%,58%)"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="50%" cy="54%" r="26%" fill="rgba(255,255,255,.55)"/></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`
}

/** Pictures are put in after the render: a mail itself may not hold such addresses. */
function withPictures(html: string): string {
  let n = 0
  return html.replace(/https:\/\/pictures\.example\.com\/(\w+)/g, (_, kind) =>
    kind === "wide" ? picture(150, 1040, 480) : picture(30 + 70 * n++),
  )
}

async function htmlOf(key: (typeof BUILTIN_KEYS)[number]): Promise<string> {
  const text = JSON.stringify(sampleContexts("en")[key]).replaceAll(
    '"thumbnail":null',
    '"thumbnail":"https://pictures.example.com/item"',
  )
  const { html } = await previewBuiltin({ key, locale: "en", brand, context: JSON.parse(text) })
  return withPictures(html)
}

async function newsletter(): Promise<string> {
  const blocks = [
    { type: "picture", url: "https://pictures.example.com/wide", alt: "Soft light over linen", link: null },
    { type: "heading", text: "The spring collection is here" },
    {
      type: "text",
      text: "Hello {{ contact.first_name | default: 'friend' }},\n\nafter a long winter we have **twelve new things** for you: linen that gets softer with every wash, and mugs for the first coffee outside.\n\n- Free returns for 30 days\n- Made in small batches",
    },
    { type: "button", label: "See what is new", url: "https://shop.example.com/new" },
    { type: "divider" },
    {
      type: "columns",
      columns: [
        [
          { type: "picture", url: "https://pictures.example.com/left", alt: "Linen shirt", link: null },
          { type: "text", text: "**Linen shirt**\nSand, olive and ink" },
        ],
        [
          { type: "picture", url: "https://pictures.example.com/right", alt: "Ceramic mug", link: null },
          { type: "text", text: "**Ceramic mug**\nGlazed by hand" },
        ],
      ],
    },
  ]
  const content = { subject: "The spring collection is here", preheader: "Linen and light", document: { blocks } }
  const compiled = await compileMailing(content, "en", brand)
  const context = { contact: { firstName: "Alex" } }
  return withPictures(renderPreview({ compiled, locale: "en", brand, context, isMarketing: true }).html)
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
  })
  const mails = [...BUILTIN_KEYS, "newsletter" as const].filter((key) => only.length === 0 || only.includes(key))
  for (const view of VIEWS) {
    const page = await browser.newPage({ viewport: { width: view.width, height: 600 }, colorScheme: view.colorScheme })
    for (const key of mails) {
      await page.setContent(key === "newsletter" ? await newsletter() : await htmlOf(key))
      await page.screenshot({ path: path.join(folder, `${key}-${view.name}.png`), fullPage: true })
    }
    await page.close()
  }
  await browser.close()
}

void main()
