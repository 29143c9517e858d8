/**
 * The two candidates that Mailroom is measured against, each in a process of its own:
 * `pooled` = a loop over nodemailer's pooled sendMail of a rendered mail, `connection` = nodemailer's bare
 * smtp-connection with a prebuilt message. Arguments: kind, JSON { port, connections, messages, dkim }.
 */
import { createTransport } from "nodemailer"
import SMTPConnection from "nodemailer/lib/smtp-connection"
import { dkimSigner } from "../src/transports/dkim"
import { buildMime } from "../src/rendering/mime"
import { renderMessage } from "../src/rendering/render-message"
import { BENCH_TEMPLATE, contextOf } from "./mail"

type Given = {
  port: number
  connections: number
  messages: number
  dkim: { domain: string; selector: string; privateKey: string } | null
}

const rendered = renderMessage(
  { ...BENCH_TEMPLATE, versionId: "bench" },
  {
    context: contextOf(1),
    locale: "en",
    timeZone: "UTC",
    shop: { name: "Shop", url: null, postalAddress: "1 High Street" },
    linkUrl: (n) => `https://shop.example/mailroom/c/${"x".repeat(49)}${n}`,
    pixelUrl: `https://shop.example/mailroom/o/${"x".repeat(47)}.gif`,
    unsubscribeUrl: `https://shop.example/mailroom/u/${"x".repeat(47)}`,
    preferencesUrl: null,
    viewUrl: null,
  },
)
const headers = {
  "List-Unsubscribe": `<https://shop.example/mailroom/u/${"x".repeat(47)}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  Precedence: "bulk",
}

async function pooled({ port, connections, messages, dkim }: Given): Promise<void> {
  const transport = createTransport({
    pool: true,
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    maxConnections: connections,
    ...(dkim && { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey } }),
  })
  let next = 0
  const loop = async () => {
    while (next < messages) {
      const to = `reader${next++}@example.com`
      await transport.sendMail({ from: "news@shop.example", to, headers, ...rendered })
    }
  }
  await Promise.all(Array.from({ length: connections * 2 }, loop))
  transport.close()
}

async function connection({ port, connections, messages, dkim }: Given): Promise<void> {
  const plain = buildMime({
    headers: [["From", { email: "news@shop.example" }], ["Subject", rendered.subject], ...Object.entries(headers)],
    text: rendered.text,
    html: rendered.html,
    boundarySeed: "bench",
  })
  const sign = dkim && dkimSigner(dkim)
  let next = 0
  const one = async () => {
    const smtp = new SMTPConnection({ host: "127.0.0.1", port, ignoreTLS: true })
    await new Promise<void>((resolve, reject) => smtp.connect((error) => (error ? reject(error) : resolve())))
    while (next < messages) {
      const to = `reader${next++}@example.com`
      const mime = sign ? await sign(plain) : plain
      await new Promise<void>((resolve, reject) =>
        smtp.send({ from: "news@shop.example", to: [to] }, mime, (error) => (error ? reject(error) : resolve())),
      )
    }
    smtp.quit()
  }
  await Promise.all(Array.from({ length: connections }, one))
}

async function main(): Promise<void> {
  const [kind, json] = process.argv.slice(2)
  const given = JSON.parse(json!) as Given
  const run = kind === "pooled" ? pooled : connection
  const warmUp = { ...given, messages: 1000 }
  await run(warmUp)
  const start = performance.now()
  await run(given)
  const perSecond = (given.messages * 1000) / (performance.now() - start)
  process.stdout.write(`${JSON.stringify({ perSecond })}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
