import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { brandOf } from "../../../core/settings/sender"
import type { Brand } from "../../../core/templates/contexts"
import { cssValue } from "../../../core/templates/escape"
import { DEFAULT_BRAND, nearestBuiltinLocale } from "../../../core/templates/locales"
import type { Mailroom } from "../../../modules/mailroom/mailroom"
import { isHead, PRIVATE, send } from "../public-mailroom"
import { html, Markup } from "./html"
import { pageTexts, type PageTexts } from "./texts"

export type Frame = { locale: string; brand: Brand; texts: PageTexts }

/** Language and look of a page: the person's language, the sender's colours. */
export async function frameOf(
  { senders, settings }: Mailroom,
  { locale, senderId = null }: { locale: string | null; senderId?: string | null },
): Promise<Frame> {
  const { general } = await settings.read()
  const sender = await senders.resolve({ id: senderId })
  const language = nearestBuiltinLocale(locale ?? sender?.locale ?? general.locale)
  const brand = sender
    ? brandOf(sender, general.storefrontUrl)
    : { ...DEFAULT_BRAND, storefrontUrl: general.storefrontUrl }
  return { locale: language, brand, texts: pageTexts[language] }
}

/** One small page: no script, nothing loaded but the shop's logo; it works on a phone and by keyboard. */
export function sendPage(
  req: MedusaRequest,
  res: MedusaResponse,
  page: {
    frame: Frame
    status?: number
    title: string
    body: Markup
    /** Instead of what a page behind somebody's own link says about caches and robots. */
    headers?: Record<string, string>
    isIndexed?: boolean
  },
): void {
  const text = `<!doctype html>\n${document(page).text}`
  send(
    res,
    page.status ?? 200,
    { "Content-Type": "text/html; charset=utf-8", ...PRIVATE, ...page.headers, ...POLICY },
    isHead(req) ? "" : text,
  )
}

const POLICY = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

function document({ frame: { locale, brand }, title, body, isIndexed }: Parameters<typeof sendPage>[2]): Markup {
  const color = cssValue(brand.primaryColor)
  return html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      ${!isIndexed && html`<meta name="robots" content="noindex, nofollow" />`}
      <title>${title}</title>
      <style>
        ${new Markup(styles(color, readableOn(color)))}
      </style>
    </head>
    <body>
      <main>
        <header>
          ${
            brand.logoUrl
              ? html`<img src="${brand.logoUrl}" alt="${brand.shopName}" height="40" />`
              : html`<strong>${brand.shopName}</strong>`
          }
        </header>
        <h1>${title}</h1>
        ${body}
      </main>
      <footer>${imprint(brand)}</footer>
    </body>
  </html>`
}

/** An address usually begins with the shop's name: then once is enough. */
function imprint({ shopName, postalAddress }: Brand): string {
  if (!postalAddress) return shopName
  return postalAddress.startsWith(shopName) ? postalAddress : `${shopName}\n${postalAddress}`
}

/** White on dark colours, black on light ones (relative luminance of WCAG, cut at its even point). */
function readableOn(color: string): string {
  const [, r, g, b] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) ?? []
  const linear = (hex = "00") => (parseInt(hex, 16) / 255) ** 2.2
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) > 0.18 ? "#111" : "#fff"
}

const styles = (color: string, onColor: string) => `
:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f4f4f5;color:#18181b;font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:34rem;margin:2rem auto 1rem;padding:2rem;background:#fff;border:1px solid #e4e4e7;border-radius:12px}
@media(max-width:36rem){main{margin:0;border-radius:0;border-width:0 0 1px;padding:1.25rem}}
header{margin-bottom:1.5rem;font-size:1.1rem}h1{font-size:1.4rem;line-height:1.3;margin:0 0 1rem}h2{font-size:1.05rem;margin:2rem 0 .5rem}
p{margin:0 0 1rem}fieldset{border:0;margin:0 0 1.25rem;padding:0}legend{font-weight:600;padding:0;margin-bottom:.5rem}
label{display:flex;gap:.75rem;align-items:flex-start;padding:.5rem 0;cursor:pointer}label small{display:block;color:#52525b}
input[type=checkbox],input[type=radio]{width:1.25rem;height:1.25rem;margin:.15rem 0 0;flex:none;accent-color:${color}}
select{font:inherit;padding:.4rem;border:1px solid #a1a1aa;border-radius:8px;background:#fff;max-width:100%}
button,a.button{display:inline-block;font:inherit;font-weight:600;padding:.7rem 1.2rem;border-radius:8px;border:1px solid ${color};background:${color};color:${onColor};cursor:pointer;text-decoration:none}
button.quiet{background:#fff;color:#18181b;border-color:#a1a1aa}form.row{display:inline-block;margin:0 .5rem .75rem 0}
:focus-visible{outline:3px solid #2563eb;outline-offset:2px}
.note{padding:.75rem 1rem;margin:0 0 1.25rem;border-radius:8px;background:#ecfdf5;border:1px solid #a7f3d0}
ul.items{list-style:none;margin:0 0 1.5rem;padding:0}ul.items li{display:flex;gap:1rem;align-items:center;padding:.75rem 0;border-bottom:1px solid #e4e4e7}
ul.items img{width:64px;height:64px;object-fit:cover;border-radius:8px;background:#f4f4f5}ul.items .grow{flex:1}ul.items small{display:block;color:#52525b}
footer{max-width:34rem;margin:1rem auto 2rem;padding:0 1.25rem;color:#52525b;font-size:.85rem;white-space:pre-line}`
