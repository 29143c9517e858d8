/**
 * `npm run bench:scale [-- --messages 50000 --workers 1,2,4 --receipts 200]`: one newsletter by several worker processes,
 * with and without Redis, while receipts come all the time; then a receipt's whole way (event, automation, mail) between
 * two processes that have nothing else to do. Every mail is counted at the server. The last line is JSON; its lists have
 * one entry for each run, in the order of `workers` and `redis`.
 */
import { loadavg } from "node:os"
import { redisServerPath, startRedisServer } from "../integration-tests/support/redis-server"
import { aMessage } from "../integration-tests/support/new-message"
import { startWorker, type Worker } from "../integration-tests/kill/worker"
import { startRuntime } from "../src/runtime/start"
import { planBulk, type Bulk } from "./plan-bulk"
import { receiptsWay } from "./receipts-way"
import { onOwnDatabase, say, seconds } from "./runner"
import { startSink, type Sink } from "./start-sink"

const CONNECTIONS = 20
const EVERY_MS = 100

type Run = { workers: number; redis: boolean; rate: number; receiptP95: number; sent: number[] }

function argument(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]!
}

const messages = Number(argument("messages", "50000"))
const workerCounts = argument("workers", "1,2,4").split(",").map(Number)
const receipts = Number(argument("receipts", "200"))

/** Plans a receipt every tenth of a second, as the store's server process would, until it is stopped. */
function buyers(bulk: Bulk, of: string) {
  const planned = new Map<string, number>()
  let isOver = false
  const going = (async () => {
    while (!isOver) {
      const email = `buyer-${of}-${planned.size}@example.com`
      planned.set(email, Date.now())
      await bulk.mailroom.db.transaction((tx) =>
        bulk.mailroom.messages.plan(tx, [aMessage({ to: { email }, templateVersionId: bulk.versionId })]),
      )
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
  })()
  return {
    planned,
    async stop() {
      isOver = true
      await going
    },
  }
}

async function oneRun(
  bulk: Bulk,
  { count, port, redisUrl }: { count: number; port: number; redisUrl: string | false },
  sink: Sink,
): Promise<Run> {
  const options = {
    redisUrl,
    smtpUrl: `smtp://127.0.0.1:${port}?tls=never`,
    baseUrl: "https://shop.example",
    environment: "bench",
    settings: { transport: { connections: CONNECTIONS }, tracking: { opens: "all", clicks: "all" } },
  }
  await bulk.plan(messages)
  const before = await sink.count()
  const workers: Worker[] = Array.from({ length: count }, () => startWorker({ databaseUrl: bulk.url, options }))
  await Promise.all(workers.map(({ started }) => started))
  bulk.mailroom.options.redisUrl = redisUrl
  const server = startRuntime(bulk.mailroom, { role: "server", loops: [] })
  const shoppers = buyers(bulk, `${count}-${redisUrl ? "redis" : "polling"}`)
  const from = performance.now()
  await bulk.open()
  await bulk.sent()
  const rate = messages / seconds(from)
  await shoppers.stop()
  const last = [...shoppers.planned.keys()].at(-1)!
  let counted = await sink.count()
  while (!counted.receipts[last]) counted = await sink.count()
  const sent = await Promise.all(workers.map(async (worker) => (await worker.stop()).sent))
  await server.stop()
  const waits = [...shoppers.planned].map(([email, at]) => counted.receipts[email]! - at)
  const run = { workers: count, redis: Boolean(redisUrl), rate: Math.round(rate), receiptP95: p95(waits), sent }
  const all = counted.accepted - before.accepted
  say(
    `${count} workers, ${redisUrl ? "Redis" : "no Redis"}: ${run.rate}/s, receipts p95 ${run.receiptP95} ms (${waits.length}), ` +
      `each worker ${sent.join(", ")}; ${all} accepted, load ${loadNow()}`,
  )
  return run
}

const p95 = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? NaN
}

const loadNow = () => loadavg()[0]!.toFixed(1)

onOwnDatabase(async (databaseUrl) => {
  const redis = redisServerPath ? await startRedisServer() : null
  if (!redis)
    say(
      "SKIPPED: everything with Redis. There is no redis-server here; install one or name it by MAILROOM_REDIS_SERVER.",
    )
  const sink = await startSink({ recipients: true })
  const bulk = await planBulk(databaseUrl)
  try {
    const runs: Run[] = []
    for (const redisUrl of redis ? [false as const, redis.url] : [false as const])
      for (const count of workerCounts) runs.push(await oneRun(bulk, { count, port: sink.port, redisUrl }, sink))
    const { addresses, twice } = await sink.count()
    const way = {
      polling: p95(await receiptsWay({ receipts, redisUrl: false })),
      redis: redis && p95(await receiptsWay({ receipts, redisUrl: redis.url })),
    }
    say(`a receipt's way from the event, p95: ${way.polling} ms by looking, ${way.redis} ms with Redis`)
    const lists = {
      workers: runs.map(({ workers }) => workers),
      redis: runs.map((run) => run.redis),
      rate_per_s: runs.map(({ rate }) => rate),
      receipt_p95_ms: runs.map(({ receiptP95 }) => receiptP95),
      least_share: runs.map(({ sent }) => Number((Math.min(...sent) / (sum(sent) / sent.length)).toFixed(2))),
    }
    const [asked] = await bulk.mailroom.db.query<{ n: number }>({
      text: "SELECT count(*)::int AS n FROM mailroom.message",
      values: [],
    })
    say(`bytes a mail with all indexes: ${await bytesAMail(bulk)}`)
    say(
      JSON.stringify({
        ...lists,
        event_to_server_p95_ms: way,
        lost: asked!.n - addresses,
        duplicates: twice,
      }),
    )
  } finally {
    sink.stop()
    await bulk.close()
    await redis?.stop()
  }
})

/** What stays of a sent mail; opens and clicks come on top. */
async function bytesAMail({ mailroom }: Bulk): Promise<string> {
  const rows = await mailroom.db.query<{ name: string; bytes: number }>({
    text: `SELECT root.relname AS name, round(sum(pg_total_relation_size(part.oid)) / (SELECT count(*) FROM mailroom.message))::int AS bytes
           FROM pg_class root JOIN pg_class part ON part.oid = root.oid OR part.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = root.oid)
           WHERE root.oid = ANY (ARRAY['mailroom.message', 'mailroom.message_content', 'mailroom.message_event']::regclass[])
           GROUP BY 1 ORDER BY 1`,
    values: [],
  })
  return rows.map(({ name, bytes }) => `${name} ${bytes}`).join(", ")
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
