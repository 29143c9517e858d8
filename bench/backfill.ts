/**
 * `npm run bench:backfill [-- --customers 200000 --orders 500000 --minutes 120]`: the first start of Mailroom in a store that
 * has sold for years. Fills Medusa's own tables, starts the store, and watches the back-fill read customers and orders
 * through Medusa's Query beside a shop that is asked all the time. `kill -9` in the middle must cost one page at
 * most. The last line is JSON; `finished` is false when the minutes were over first.
 */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { Client } from "pg"
import { throwAwayDatabase } from "./database"
import { seedShop } from "./seed-shop"
import { migrateStore, removeStore, startStore, writeStore, type RunningStore } from "./track-store"

const { values } = parseArgs({
  options: {
    customers: { type: "string", default: "200000" },
    orders: { type: "string", default: "500000" },
    minutes: { type: "string", default: "120" },
    port: { type: "string", default: "9472" },
  },
})
const port = Number(values.port)
const wanted = { customers: Number(values.customers), orders: Number(values.orders) }

type Stage = "products" | "customers" | "orders" | "carts"
type Progress = { stage?: Stage; counts?: Partial<Record<Stage, number>>; finishedAt?: string }
type Seen = { at: number; progress: Progress }

async function main(): Promise<void> {
  const database = await throwAwayDatabase()
  try {
    await run(database.url)
  } finally {
    await database.stop()
    removeStore()
  }
}

async function run(url: string): Promise<void> {
  writeStore()
  say("migrating the store")
  await migrateStore(url)
  const db = new Client({ connectionString: url })
  await db.connect()
  await seedShop(db, { ...wanted, onProgress: say })
  say("starting the store")
  const shop = new BusyShop(await startStore(url, port))
  const watched = await watch(url, db, shop)
  await shop.store.kill()
  const rows = await counted(db)
  await db.end()
  process.stdout.write(`${JSON.stringify({ ...watched, ...rows })}\n`)
}

/** Looks once a second until the back-fill has ended or the minutes are over; kills the store once, in the middle. */
async function watch(url: string, db: Client, shop: BusyShop) {
  const paces: Record<Stage, Pace> = {
    products: new Pace(),
    customers: new Pace(),
    orders: new Pace(),
    carts: new Pace(),
  }
  const end = performance.now() + Number(values.minutes) * 60_000
  let wasKilled = false
  let last: Seen | undefined
  while (performance.now() < end) {
    await shop.ask()
    const seen = { at: performance.now(), progress: await progress(db) }
    if (last) paces[last.progress.stage ?? "products"].add(last, seen)
    last = seen
    if (seen.progress.finishedAt) break
    if (!wasKilled && (seen.progress.counts?.orders ?? 0) > Math.min(wanted.orders / 2, 5_000)) {
      wasKilled = true
      say(`kill -9 at ${JSON.stringify(seen.progress.counts)}`)
      await shop.store.kill()
      shop.store = await startStore(url, port)
      last = undefined
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  return {
    finished: Boolean(last?.progress.finishedAt),
    customers_per_s: paces.customers.perSecond(),
    orders_per_s: paces.orders.perSecond(),
    orders_per_s_lately: paces.orders.lately(),
    peak_rss_mb: shop.peakRss,
    shop_p99_ms: shop.p99(),
  }
}

/** Rows between two looks in the same stage, over the time between them. */
class Pace {
  private readonly steps: { rows: number; ms: number }[] = []

  add(from: Seen, to: Seen): void {
    const stage = from.progress.stage
    if (!stage || to.progress.stage !== stage) return
    const rows = (to.progress.counts?.[stage] ?? 0) - (from.progress.counts?.[stage] ?? 0)
    this.steps.push({ rows, ms: to.at - from.at })
  }

  perSecond(steps = this.steps): number | null {
    const ms = steps.reduce((sum, step) => sum + step.ms, 0)
    return ms === 0 ? null : Math.round((1000 * steps.reduce((sum, step) => sum + step.rows, 0)) / ms)
  }

  /** Of the last minute or so: whether it slows down as the tables fill. */
  lately(): number | null {
    return this.perSecond(this.steps.slice(-60))
  }
}

/** The store while it reads its past: how long a visitor waits, and how much memory it takes. */
class BusyShop {
  peakRss = 0
  private readonly waits: number[] = []

  constructor(public store: RunningStore) {}

  async ask(): Promise<void> {
    const began = performance.now()
    await fetch(`http://127.0.0.1:${port}/mailroom/o/none.gif`)
    this.waits.push(performance.now() - began)
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.store.pid}/status`, "utf8"))
    this.peakRss = Math.max(this.peakRss, Math.round(Number(rss?.[1] ?? 0) / 1024))
  }

  p99(): number {
    const ordered = [...this.waits].sort((a, b) => a - b)
    return Math.round(ordered[Math.floor(ordered.length * 0.99)] ?? 0)
  }
}

async function progress(db: Client): Promise<Progress> {
  const { rows } = await db.query(`SELECT state FROM mailroom.periodic_task WHERE name = 'read-model'`)
  return (rows[0]?.state as Progress | undefined) ?? {}
}

async function counted(db: Client) {
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM mailroom.contact) AS contacts, (SELECT count(*)::int FROM mailroom.purchase_order) AS orders,
       (SELECT count(*)::int FROM mailroom.purchase) AS lines`,
  )
  return rows[0] as { contacts: number; orders: number; lines: number }
}

const say = (text: string) => process.stderr.write(`${text}\n`)

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
