/**
 * `npm run bench:render [seconds]`: mails per second that one thread renders from one compiled newsletter of blocks (10
 * variables, 5 products, 8 links), and how long the newsletter takes to compile. The last line is JSON.
 */
import { contentSchema } from "../src/core/templates/document"
import { buildMime } from "../src/rendering/mime"
import { compileContent } from "../src/rendering/compile-content"
import { renderMessage } from "../src/rendering/render-message"

const seconds = Number(process.argv[2] ?? 3)
const SHOP = "https://shop.example"
const WORDS = "Soft cotton, made to last, in the colours of the season. ".repeat(3)

const words = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] })
const text = (words: string) => ({ type: "text", text: words })
const tag = (name: string, fallback: string | null = null) => ({ type: "mergeTag", attrs: { tag: name, fallback } })

// Ten variables, and eight links: two buttons, two in the text, picture, unsubscribe, preferences, view in browser.
const content = contentSchema.parse({
  subject: "{{ contact.firstName }}, five new things from {{ shop.name }}",
  preheader: "Picked for {{ contact.city }}",
  document: {
    version: 2,
    kind: "blocks",
    locale: "en",
    blocks: [
      { id: "logo", type: "logo" },
      { id: "h", type: "heading", content: words(text("Hello "), tag("contact.firstName", "there")) },
      {
        id: "t1",
        type: "text",
        content: words(
          tag("contact.lastName"),
          text(", "),
          tag("contact.city"),
          text(" "),
          tag("contact.country"),
          text(": "),
          tag("contact.points"),
          text(" points, "),
          tag("contact.tier"),
          text(`. ${WORDS}`),
          { type: "text", text: "Read on", marks: [{ type: "link", attrs: { href: `${SHOP}/story` } }] },
        ),
      },
      { id: "pic", type: "picture", url: `${SHOP}/a.jpg`, alt: "A shirt", link: `${SHOP}/collection` },
      { id: "b1", type: "button", label: "Shop the collection", url: `${SHOP}/new?from={{ contact.id }}` },
      { id: "grid", type: "products", source: "newest", count: 5, columns: 2 },
      {
        id: "t2",
        type: "text",
        content: words(text(WORDS), tag("contact.email"), text(" "), {
          type: "text",
          text: "Account",
          marks: [{ type: "link", attrs: { href: `${SHOP}/account` } }],
        }),
      },
      { id: "b2", type: "button", label: "All news", url: `${SHOP}/news` },
      { id: "footer", type: "footer" },
    ],
  },
})
const brand = {
  shopName: "Fjord",
  logoUrl: `${SHOP}/logo.png`,
  primaryColor: "#0f766e",
  backgroundColor: "#f4f4f5",
  storefrontUrl: SHOP,
  postalAddress: "2 Example Street",
  socialLinks: [],
}
const compile = () => compileContent({ content, locale: "en", shopLocale: "en", brand, isMarketing: true })
const template = { ...compile(), versionId: "bench" }

function inputOf(n: number) {
  return {
    context: {
      contact: {
        id: String(n),
        firstName: `Ada ${n}`,
        lastName: "O'Hara <b>",
        city: "Zürich",
        country: "CH",
        points: n,
        tier: "gold",
        email: `ada${n}@shop.example`,
      },
      products: {
        grid: [0, 1, 2, 3, 4].map((i) => ({
          productId: `prod_${i}`,
          title: `Shirt & co ${i}`,
          price: `${i}9.9`,
          originalPrice: i === 0 ? "59.9" : null,
          currency: "EUR",
          url: `${SHOP}/p/${i}`,
          thumbnail: `${SHOP}/p/${i}.jpg`,
        })),
      },
    },
    locale: "de-AT",
    timeZone: "Europe/Vienna",
    shop: { name: "Fjord", url: SHOP, postalAddress: null },
    linkUrl: (index: number) => `${SHOP}/mailroom/c/${n}-${index}`,
    pixelUrl: `${SHOP}/mailroom/o/${n}.gif`,
    unsubscribeUrl: `${SHOP}/mailroom/u/${n}`,
    preferencesUrl: `${SHOP}/mailroom/p/${n}`,
    viewUrl: `${SHOP}/mailroom/v/${n}`,
  }
}

type Rate = { wall: number; cpu: number }

/** Per second by the clock, and per second of processor time, which a busy machine does not falsify. */
function perSecond(work: (n: number) => void): Rate {
  for (let n = 0; n < 2000; n++) work(n)
  const start = performance.now()
  const cpu = process.cpuUsage()
  let done = 0
  while (performance.now() - start < seconds * 1000) for (let k = 0; k < 100; k++) work(done++)
  const { user, system } = process.cpuUsage(cpu)
  return {
    wall: Math.round(done / ((performance.now() - start) / 1000)),
    cpu: Math.round((done / (user + system)) * 1e6),
  }
}

/** The middle of twenty, React and the tokenizer being warm. */
function compileTime(): number {
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now()
    compile()
    return performance.now() - start
  })
  return Math.round(times.sort((a, b) => a - b)[10]! * 10) / 10
}

const sample = renderMessage(template, inputOf(0))
const compileMs = compileTime()
const render = perSecond((n) => renderMessage(template, inputOf(n)))
const headers: [string, string | { name: string; email: string }][] = [
  ["From", { name: "Fjörd & Co", email: "news@shop.example" }],
  ["To", { name: "Ada", email: "ada@shop.example" }],
  ["Subject", sample.subject],
  ["Message-ID", "<0190-abc@shop.example>"],
  ["Date", "Sat, 21 Nov 2026 19:00:00 +0000"],
]
const mime = perSecond((n) => buildMime({ headers, text: sample.text, html: sample.html, boundarySeed: String(n) }))
process.stdout.write(
  `${JSON.stringify({
    render_per_s: render.wall,
    render_per_cpu_s: render.cpu,
    mime_per_s: mime.wall,
    mime_per_cpu_s: mime.cpu,
    compile_ms: compileMs,
    html_bytes: Buffer.byteLength(sample.html),
  })}\n`,
)
