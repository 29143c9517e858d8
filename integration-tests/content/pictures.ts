/**
 * `node scripts/run-ts.mjs integration-tests/content/pictures.ts <folder> [key …]`: every built-in and newsletter layout as PNG, at
 * desktop and phone width, light and dark, by the Chromium of CHROMIUM (default /usr/bin/chromium).
 */
import { mkdirSync } from "node:fs"
import path from "node:path"
import { chromium } from "playwright-core"
import { BUILTIN_KEYS } from "../../src/core/templates/builtins"
import { contentSchema } from "../../src/core/templates/document"
import { nearestBuiltinLocale } from "../../src/core/templates/locales"
import { sampleContexts, sampleOffers } from "../../src/core/templates/samples"
import { compileContent } from "../../src/rendering/compile-content"
import { arabicLetter } from "./right-to-left"
import { newsletterLayouts, type WrittenLayout } from "../../src/rendering/newsletter-layouts"
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

/** A layout as a merchant would fill it in: with pictures, and with the shop's products. */
function layoutOf({ content }: Pick<WrittenLayout, "content">, locale: string): string {
  const filled = JSON.stringify(content).replaceAll(
    '"url":"","alt":""',
    '"url":"https://pictures.example.com/wide","alt":"A picture"',
  )
  const compiled = compileContent({
    content: contentSchema.parse(JSON.parse(filled)),
    locale,
    shopLocale: "en",
    brand,
    isMarketing: true,
  })
  const offers = sampleOffers(nearestBuiltinLocale(locale), compiled.products ?? [])
  const products = JSON.parse(
    JSON.stringify(offers).replaceAll('"thumbnail":null', '"thumbnail":"https://pictures.example.com/item"'),
  )
  const context = {
    contact: { firstName: "Alex" },
    mailing: { name: "" },
    order: sampleContexts("en").order_receipt.order,
    products,
  }
  return withPictures(renderPreview({ compiled, locale, brand, context, isMarketing: true }).html)
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(
      " ",
    ),
  })
  const layouts = (["en", "de"] as const).flatMap((locale) =>
    newsletterLayouts(locale).map(
      (layout) =>
        [`layout-${layout.key}${locale === "en" ? "" : "-de"}`, async () => layoutOf(layout, locale)] as const,
    ),
  )
  const rightToLeft = [["right-to-left", async () => layoutOf({ content: arabicLetter }, "ar")] as const]
  const mails = [...BUILTIN_KEYS.map((key) => [key, () => htmlOf(key)] as const), ...layouts, ...rightToLeft].filter(
    ([name]) => only.length === 0 || only.some((asked) => name.startsWith(asked)),
  )
  for (const view of VIEWS) {
    const page = await browser.newPage({ viewport: { width: view.width, height: 600 }, colorScheme: view.colorScheme })
    for (const [name, html] of mails) {
      await page.setContent(await html())
      await page.screenshot({ path: path.join(folder, `${name}-${view.name}.png`), fullPage: true })
    }
    await page.close()
  }
  await browser.close()
}

void main()
