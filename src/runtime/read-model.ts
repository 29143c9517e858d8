import type { Page, Shop } from "../core/shop/shop"
import type { Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { ReadModelService } from "../modules/mailroom/services/read-model"
import { deleteDoneRefreshes } from "../modules/mailroom/sql/triggers"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

type Stage = "products" | "customers" | "orders" | "carts"

const LOOK_EVERY_MS = 60_000
const SWEEP_EVERY_MS = 24 * 3_600_000
/** With totals Medusa answers about 250 orders a second; a page must leave the shop room to breathe. */
const PAGE: Record<Stage, number> = { products: 25, customers: 250, orders: 25, carts: 25 }
const LOG_EVERY = 1000

const STAGES: Stage[] = ["products", "customers", "orders", "carts"]

type SweepState = { stage?: Stage; after?: string | null; counts?: Partial<Record<Stage, number>>; finishedAt?: string }

type Sweeper = (
  shop: Shop,
  readModel: ReadModelService,
  page: Page,
) => Promise<{ ids: string[]; write: (tx: Db) => Promise<void> }>

const SWEEPERS: Record<Stage, Sweeper> = {
  products: async (shop, readModel, page) => {
    const products = await shop.products(page)
    return { ids: products.map(({ id }) => id), write: (tx) => readModel.products(tx, products) }
  },
  customers: async (shop, readModel, page) => {
    const customers = await shop.customers(page)
    return { ids: customers.map(({ id }) => id), write: (tx) => readModel.customerPage(tx, page.after, customers) }
  },
  orders: async (shop, readModel, page) => {
    const orders = await shop.orders(page)
    return { ids: orders.map(({ context }) => context.id), write: (tx) => readModel.orders(tx, orders) }
  },
  carts: async (shop, readModel, page) => {
    const carts = await shop.carts(page)
    return { ids: carts.map(({ id }) => id), write: (tx) => readModel.carts(tx, carts) }
  },
}

/**
 * Reads the whole shop into the read model, page by page in the order of ids: once for the past at the first start, then
 * every night for what no event told. Holds one page in memory and goes on after a restart where it stopped.
 */
export function readModelSweep(mailroom: Mailroom): Loop {
  return periodic(mailroom, "read-model", LOOK_EVERY_MS, async (run) => {
    const { shop, db, readModel, log } = mailroom
    const state = run.state as SweepState
    if (!shop || !(await isDue(mailroom, state))) return "idle"
    const stage = state.stage ?? STAGES[0]!
    const { ids, write } = await SWEEPERS[stage](shop, readModel, { after: state.after ?? null, limit: PAGE[stage] })
    await db.transaction(write)
    const counts = { ...state.counts, [stage]: (state.counts?.[stage] ?? 0) + ids.length }
    if (Math.floor(counts[stage]! / LOG_EVERY) > Math.floor((state.counts?.[stage] ?? 0) / LOG_EVERY))
      log.info(`Mailroom reads the shop: ${progress(counts)} so far.`)
    const isLastPage = ids.length < PAGE[stage]
    const next = isLastPage ? STAGES[STAGES.indexOf(stage) + 1] : stage
    Object.assign(run.state, { stage: next, after: isLastPage ? null : ids.at(-1), counts })
    if (next) return "more"
    log.info(`Mailroom has read the shop: ${progress(counts)}.`)
    await db.query(deleteDoneRefreshes(50_000))
    Object.assign(run.state, { stage: undefined, counts: {}, finishedAt: (await now(mailroom)).toISOString() })
    return "idle"
  })
}

async function isDue(mailroom: Mailroom, { stage, finishedAt }: SweepState): Promise<boolean> {
  if (stage || !finishedAt) return true
  return (await now(mailroom)).getTime() - new Date(finishedAt).getTime() >= SWEEP_EVERY_MS
}

async function now({ db }: Mailroom): Promise<Date> {
  const [row] = await db.query<{ now: Date }>({ text: "SELECT mailroom.now() AS now", values: [] })
  return row!.now
}

const progress = (counts: SweepState["counts"]): string =>
  STAGES.map((stage) => `${(counts?.[stage] ?? 0).toLocaleString("en")} ${stage}`).join(", ")
