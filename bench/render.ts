/**
 * `node scripts/run-ts.mjs bench/render.ts [seconds]`: mails per second that one thread renders from one compiled
 * template with 10 variables, 5 products and 5 fixed + 5 dynamic links (about 8 KB), and MIME bytes made of them.
 */
import { buildMime } from "../src/rendering/mime"
import { renderMessage } from "../src/rendering/render-message"

const seconds = Number(process.argv[2] ?? 3)
const filler = "Soft cotton, made to last, in the colours of the season. ".repeat(12)
const fixed = [0, 1, 2, 3, 4]
const template = {
  versionId: "bench",
  subject: "{{ contact.firstName }}, five new things from {{ shop.name }}",
  preheader: "Picked for {{ contact.city }}",
  html:
    `<html><body><h1>Hello {{ contact.firstName }} {{ contact.lastName }}</h1><p>{{ contact.city }} {{ contact.country }}, ` +
    `{{ contact.points }} points, since {{ contact.since | date }}, last {{ contact.last | money: "EUR" }}, ` +
    `{{ contact.tier }}, {{ contact.email }}</p>` +
    fixed.map((i) => `<p><a href="{% mail_link ${i} %}">Shop the collection</a>${filler}</p>`).join("") +
    `{% for item in products %}<table><tr><td><a href="{% mail_url link %}{{ item.url | place_url_whole }}{% endmail_url %}">{{ item.title }}</a> ` +
    `{{ item.price | money: "EUR" }}</td><td>${filler}</td></tr></table>{% endfor %}` +
    `<a href="{% mail_url untracked %}{{ unsubscribeUrl | place_url_whole }}{% endmail_url %}">Unsubscribe</a>{% mail_pixel %}</body></html>`,
  plain: `Hello {{ contact.firstName }}\n\n{% for item in products %}{{ item.title }} {{ item.price | money: "EUR" }}\n{{ item.url }}\n{% endfor %}`,
  links: fixed.map((i) => `https://shop.example/collection/${i}`),
  variables: [],
}

function inputOf(n: number) {
  return {
    context: {
      contact: {
        firstName: `Ada ${n}`,
        lastName: "O'Hara <b>",
        city: "Zürich",
        country: "CH",
        points: n,
        since: "2025-03-01T10:00:00Z",
        last: "1234.5",
        tier: "gold",
        email: `ada${n}@shop.example`,
      },
      products: fixed.map((i) => ({
        title: `Shirt & co ${i}`,
        price: `${i}9.9`,
        url: `https://shop.example/p/${i}?c=${n}`,
      })),
    },
    locale: "de-AT",
    timeZone: "Europe/Vienna",
    shop: { name: "Fjord", url: "https://shop.example", postalAddress: null },
    linkUrl: (index: number) => `https://shop.example/mailroom/c/${n}-${index}`,
    pixelUrl: `https://shop.example/mailroom/o/${n}.gif`,
    unsubscribeUrl: `https://shop.example/mailroom/u/${n}`,
    preferencesUrl: `https://shop.example/mailroom/u/${n}`,
    viewUrl: null,
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

const parseStart = performance.now()
const sample = renderMessage(template, inputOf(0))
const compileMs = performance.now() - parseStart
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
    compile_ms: Math.round(compileMs * 10) / 10,
    html_bytes: Buffer.byteLength(sample.html),
  })}\n`,
)
