/**
 * `npm run bench:backfill [-- --customers 200000 --orders 500000 --minutes 120]`: the first start of Mailroom in a store that
 * has sold for years. Fills Medusa's own tables, starts the store, and watches the back-fill read customers and orders
 * through Medusa's Query beside a shop that is asked all the time. `kill -9` in the middle must cost one page at
 * most. The last line is JSON; `finished` is false when the minutes were over first. `lost` are customers, orders and lines
 * that were passed over, `twice` what a page that was read again counted again: both must be 0.
 */
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { Client } from "pg"
import { onOwnDatabase } from "./runner"
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
type Progress = {
  stage?: Stage
  /** The last id that was read of this stage; null at its beginning. */
  after?: string | null
  counts?: Partial<Record<Stage, number>>
  finishedAt?: string
}
type Seen = { at: number; progress: Progress }

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
  const found = await compared(db, await progress(db))
  await db.end()
  process.stdout.write(`${JSON.stringify({ ...watched, ...rows, ...found })}\n`)
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
  let looks = 0
  let last: Seen | undefined
  while (performance.now() < end) {
    await shop.ask()
    const seen = { at: performance.now(), progress: await progress(db) }
    if (last) paces[last.progress.stage ?? "products"].add(last, seen)
    last = seen
    if (seen.progress.finishedAt) break
    if (looks++ % 60 === 0) say(`${JSON.stringify(seen.progress.counts ?? {})} ${shop.rss} MB`)
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
    orders_per_s_first: paces.orders.first(),
    orders_per_s_lately: paces.orders.lately(),
    peak_rss_mb: shop.peakRss,
    rss_mb_lately: shop.rss,
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

  /** Of the first minute or so and of the last: whether it slows down as the tables fill. */
  first(): number | null {
    return this.perSecond(this.steps.slice(0, 60))
  }

  lately(): number | null {
    return this.perSecond(this.steps.slice(-60))
  }
}

/** The store while it reads its past: how long a visitor waits, and how much memory it takes. */
class BusyShop {
  peakRss = 0
  rss = 0
  private readonly waits: number[] = []

  constructor(public store: RunningStore) {}

  async ask(): Promise<void> {
    const began = performance.now()
    await fetch(`http://127.0.0.1:${port}/mailroom/o/none.gif`)
    this.waits.push(performance.now() - began)
    const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.store.pid}/status`, "utf8"))
    this.rss = Math.round(Number(rss?.[1] ?? 0) / 1024)
    this.peakRss = Math.max(this.peakRss, this.rss)
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

/** Mailroom's rows beside Medusa's, as far as the reading has come. */
async function compared(db: Client, progress: Progress): Promise<{ lost: number; twice: number }> {
  const { rows } = await db.query(
    `SELECT (SELECT count(*)::int FROM customer c WHERE c.id <= $1
        AND NOT EXISTS (SELECT FROM mailroom.contact_customer x WHERE x.customer_id = c.id)) +
      (SELECT count(*)::int FROM "order" o WHERE o.id <= $2
        AND NOT EXISTS (SELECT FROM mailroom.purchase_order p WHERE p.order_id = o.id)) +
      (SELECT count(*)::int FROM order_item i WHERE i.order_id <= $2
        AND NOT EXISTS (SELECT FROM mailroom.purchase p WHERE p.line_id = i.item_id)) AS lost,
      (SELECT coalesce(sum(order_count), 0)::int FROM mailroom.contact_purchase_total) -
        (SELECT count(*)::int FROM mailroom.purchase_order) AS twice`,
    [readUpTo("customers", progress), readUpTo("orders", progress)],
  )
  return rows[0] as { lost: number; twice: number }
}

const ORDER_OF_READING: Stage[] = ["products", "customers", "orders", "carts"]

/** The last id that was read of a stage: none before its turn, every id after it. */
function readUpTo(stage: Stage, { stage: current, after, finishedAt }: Progress): string {
  const [own, now] = [ORDER_OF_READING.indexOf(stage), ORDER_OF_READING.indexOf(current ?? "products")]
  if (finishedAt || own < now) return "~"
  return own === now ? (after ?? "") : ""
}

const say = (text: string) => process.stderr.write(`${text}\n`)

onOwnDatabase(run, removeStore)
