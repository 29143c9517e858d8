/**
 * `npm run bench:send [-- --messages 20000 --connections 80 --rounds 3 --dkim false]`: messages per second of
 *  (a) Mailroom's whole path: claim, gate, render, links, MIME, SMTP, hand-over mark, settlement, in worker-main;
 *  (b) a loop over nodemailer's pooled sendMail of the same rendered mail;
 *  (c) nodemailer's bare smtp-connection with a prebuilt message.
 * Same sink (a process of its own), same mail, same connections, one after another, medians. The last line is JSON.
 */
import { spawn, type ChildProcess } from "node:child_process"
import { generateKeyPairSync } from "node:crypto"
import path from "node:path"
import { createInterface } from "node:readline"
import { TS_NODE } from "../integration-tests/kill/worker"
import { throwAwayDatabase } from "./database"
import { planBulk, type Bulk } from "./plan-bulk"
import { startSink } from "./start-sink"

const root = path.join(__dirname, "..")

const WARM_UP = 1000

type Round = { perSecond: number; peakRssMb?: number }
type Dkim = { domain: string; selector: string; privateKey: string } | null

function argument(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : Number(process.argv[at + 1])
}

const messages = argument("messages", 20_000)
const connections = argument("connections", 80)
const rounds = argument("rounds", 3)
// What the setting transport.connections allows; with more Mailroom would not be ready, and the bench would wait for ever.
if (!(connections >= 1 && connections <= 100))
  throw new Error(`--connections ${connections}: must be a number from 1 to 100.`)
const skipsDkim = process.argv.includes("--no-dkim")

async function peer(kind: "pooled" | "connection", port: number, dkim: Dkim): Promise<Round> {
  const given = JSON.stringify({ port, connections, messages, dkim })
  const child = spawn(process.execPath, [...TS_NODE, path.join(__dirname, "peer.ts"), kind, given], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: root,
  })
  return (await nextLine(child)) as Round
}

async function mailroom(bulk: Bulk, port: number, dkim: Dkim): Promise<Round> {
  const options = {
    smtpUrl: `smtp://127.0.0.1:${port}?tls=never`,
    baseUrl: "https://shop.example",
    environment: "bench",
    settings: {
      transport: { connections, ...(dkim && { dkimDomain: dkim.domain, dkimSelector: dkim.selector }) },
      tracking: { opens: "all", clicks: "all" },
    },
  }
  await bulk.useDkim(dkim?.privateKey ?? null)
  const given = JSON.stringify({ databaseUrl: bulk.url, options })
  const worker = spawn(process.execPath, [...TS_NODE, path.join(root, "src/runtime/worker-main.ts"), given], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: root,
  })
  await nextLine(worker)
  // As its peers, it runs warm before the clock starts.
  await bulk.plan(WARM_UP)
  await bulk.open()
  await bulk.sent()
  await bulk.plan(messages)
  const start = performance.now()
  await bulk.open()
  await bulk.sent()
  const perSecond = (messages * 1000) / (performance.now() - start)
  const stopped = nextLine(worker)
  worker.kill("SIGTERM")
  const { peakRssMb } = (await stopped) as { peakRssMb: number }
  await bulk.check(messages)
  return { perSecond, peakRssMb }
}

function nextLine(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout! })
    lines.once("line", (line) => {
      resolve(JSON.parse(line))
      lines.close()
      child.stdout!.resume()
    })
    child.once("exit", (code) => reject(new Error(`The process ended with ${code} before it said anything.`)))
  })
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

async function compare(bulk: Bulk, port: number, dkim: Dkim) {
  const figures = { mailroom: [] as number[], pooled: [] as number[], connection: [] as number[], rss: [] as number[] }
  for (let round = 1; round <= rounds; round++) {
    const own = await mailroom(bulk, port, dkim)
    const pooled = await peer("pooled", port, dkim)
    const connection = await peer("connection", port, dkim)
    figures.mailroom.push(own.perSecond)
    figures.pooled.push(pooled.perSecond)
    figures.connection.push(connection.perSecond)
    figures.rss.push(own.peakRssMb!)
    say(
      `${dkim ? "with DKIM" : "plain"}, round ${round}: Mailroom ${own.perSecond.toFixed(0)}/s, ` +
        `pooled sendMail ${pooled.perSecond.toFixed(0)}/s, smtp-connection ${connection.perSecond.toFixed(0)}/s`,
    )
  }
  const [own, pooled, connection] = [median(figures.mailroom), median(figures.pooled), median(figures.connection)]
  return {
    mailroom_per_s: Math.round(own),
    pooled_per_s: Math.round(pooled),
    connection_per_s: Math.round(connection),
    ratio_pooled: Number((own / pooled).toFixed(2)),
    ratio_connection: Number((own / connection).toFixed(2)),
    peak_rss_mb: Math.max(...figures.rss),
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const database = await throwAwayDatabase()
  const sink = await startSink()
  const bulk = await planBulk(database.url)
  try {
    const plain = await compare(bulk, sink.port, null)
    if (!skipsDkim) {
      const { privateKey } = generateKeyPairSync("rsa", {
        modulusLength: 2048,
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
        publicKeyEncoding: { type: "spki", format: "pem" },
      })
      const signed = await compare(bulk, sink.port, { domain: "shop.example", selector: "bench", privateKey })
      say(`with DKIM: ${JSON.stringify(signed)}`)
    }
    say(JSON.stringify(plain))
  } finally {
    sink.stop()
    await bulk.close()
    await database.stop()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
