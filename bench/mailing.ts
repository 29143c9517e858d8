/**
 * `npm run bench:mailing [-- --recipients 100000 --receipts-per-s 5]`: a mailing from "send" to its last recipient, while the
 * shop sends receipts. The planner runs here, a worker of its own sends both; the mail server is one more process, which
 * counts how often each address came. A receipt's time is from the moment it is written down to the server's "250". The last
 * line is JSON.
 */
import { spawn, type ChildProcess } from "node:child_process"
import path from "node:path"
import { createInterface } from "node:readline"
import { parseArgs } from "node:util"
import { TS_NODE } from "../integration-tests/kill/worker"
import type { Mailroom } from "../src/modules/mailroom/mailroom"
import { mailingPlanner } from "../src/runtime/mailing-planner"
import { composeForEverybody, everybodyAgreed, sendNow } from "./composed"
import { onOwnDatabase, say } from "./runner"
import { BENCH_TEMPLATE, contextOf } from "./mail"
import { planBulk } from "./plan-bulk"
import { seedContacts } from "./seed-contacts"
import { startSink } from "./start-sink"

const root = path.join(__dirname, "..")
const { values } = parseArgs({
  options: { recipients: { type: "string", default: "100000" }, "receipts-per-s": { type: "string", default: "5" } },
})
const recipients = Number(values.recipients)
const everyMs = 1000 / Number(values["receipts-per-s"])

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function startWorker(databaseUrl: string, port: number): Promise<ChildProcess> {
  const options = {
    smtpUrl: `smtp://127.0.0.1:${port}?tls=never`,
    baseUrl: "https://shop.example",
    environment: "bench",
    settings: { transport: { connections: 40 }, tracking: { opens: "all", clicks: "all" } },
  }
  const script = path.join(root, "src/runtime/worker-main.ts")
  const worker = spawn(process.execPath, [...TS_NODE, script, JSON.stringify({ databaseUrl, options })], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: root,
  })
  await nextLine(worker)
  return worker
}

function nextLine(child: ChildProcess): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: child.stdout! })
    lines.once("line", (line) => {
      resolve(JSON.parse(line) as Record<string, unknown>)
      lines.close()
      child.stdout!.resume()
    })
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code} before it said anything.`)))
  })
}

/** One after another at an even pace, as orders come in; until the mailing is over. */
async function sendReceipts({ db, messages }: Mailroom, versionId: string, isOver: () => boolean): Promise<number> {
  let n = 0
  for (; !isOver(); n++) {
    const receipt = {
      idempotencyKey: `bench:receipt:${n}`,
      originAt: new Date(),
      class: "tx" as const,
      origin: "automation" as const,
      kind: "store_email" as const,
      lane: "receipts" as const,
      sourceId: null,
      contactId: null,
      addressId: null,
      to: { email: `buyer${n}@shop.example` },
      topicId: null,
      templateVersionId: versionId,
      locale: "en",
      context: contextOf(n),
      isTracked: false,
      isCopyKept: true,
      expiresAt: new Date("2099-01-01"),
    }
    await db.transaction((tx) => messages.plan(tx, [receipt]))
    await wait(everyMs)
  }
  return n
}

async function run(databaseUrl: string): Promise<void> {
  const sink = await startSink({ recipients: true })
  const bulk = await planBulk(databaseUrl)
  const { mailroom } = bulk
  const one = async <Row>(text: string, ...parameters: unknown[]) =>
    (await mailroom.db.query<Row>({ text, values: parameters }))[0]!
  try {
    say(`making ${recipients} contacts`)
    await seedContacts(mailroom.db, recipients)
    await everybodyAgreed(mailroom)
    const versionId = await mailroom.db.transaction((tx) =>
      mailroom.templates.createTestVersion(tx, { receipt: true }, { en: BENCH_TEMPLATE }, null),
    )
    const worker = await startWorker(databaseUrl, sink.port)
    const id = await composeForEverybody(mailroom)
    let isOver = false
    const receiving = sendReceipts(mailroom, versionId, () => isOver)
    // Some receipts before, so that the worker runs warm.
    await wait(3_000)
    await sendNow(mailroom, id)
    const began = performance.now()
    const planner = mailingPlanner(mailroom)
    for (;;) {
      const turn = await planner.turn({ ignoreSchedule: true })
      if ((await mailroom.mailings.row(id)).state === "sent") break
      if (turn === "idle") await wait(200)
      if (performance.now() - began > 1_800_000) throw new Error("It is not over after half an hour.")
    }
    const took = (performance.now() - began) / 1000
    isOver = true
    const receipts = await receiving
    await allSettled()
    const stopped = nextLine(worker)
    worker.kill("SIGTERM")
    const { peakRssMb } = await stopped
    const sent = await one<{ n: number; people: number }>(
      `SELECT count(*)::int AS n, count(DISTINCT contact_id)::int AS people FROM mailroom.message WHERE source_id = $1 AND status = 'sent'`,
      id,
    )
    const { p95 } = await one<{ p95: number }>(
      `SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM settled_at - planned_at) * 1000) AS p95
       FROM mailroom.message WHERE class = 'tx' AND planned_at >= (SELECT started_at FROM mailroom.mailing WHERE id = $1)`,
      id,
    )
    const counted = await sink.count()
    say(`${sent.n} sent to ${sent.people} people, ${receipts} receipts beside; the server took ${counted.accepted}`)
    say(
      JSON.stringify({
        recipients,
        rate_per_s: Math.round(recipients / took),
        receipt_p95_ms: Math.round(p95),
        peak_rss_mb: peakRssMb,
        lost: recipients + receipts - counted.addresses,
        duplicates: counted.twice,
      }),
    )
    if (sent.n !== recipients) throw new Error(`Only ${sent.n} of ${recipients} are sent.`)
  } finally {
    sink.stop()
    await bulk.close()
  }

  async function allSettled(): Promise<void> {
    for (;;) {
      const { n } = await one<{ n: number }>(`SELECT count(*)::int AS n FROM mailroom.delivery`)
      if (n === 0) return
      await wait(100)
    }
  }
}

onOwnDatabase(run)
