import type { Payload, TriggerEvent } from "../core/automations/events"
import { idAt, timeOf } from "../core/shop/medusa-id"
import { CHANGE_KINDS, type ChangeKind, type Shop } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic, type TaskRun } from "./periodic"

const EVERY_MS = 60_000
/** A row may be committed a while after its time was taken: look that far back again. */
const OVERLAP_MS = 10 * 60_000
/** Younger ones are still the bus's: found too early, a parcel would wait for the merchant's word without need. */
const GRACE_MS = 2 * 60_000
const PAGE = 25

/**
 * Finds what the event bus lost (F50) in the shop's own data: since the last look, with an overlap, by the same key as the
 * bus would have written, so that each occurrence counts once. The very first look starts now: what was before Mailroom
 * came is history, not news.
 */
export function reconciler(mailroom: Mailroom): Loop {
  return periodic(mailroom, "reconciler", EVERY_MS, async (run) => {
    const { shop, db } = mailroom
    if (!shop) return "idle"
    const [clock] = await db.query<{ now: Date }>({ text: "SELECT mailroom.now() AS now", values: [] })
    const since = new Date((run.state.lookedAt as string | undefined) ?? clock!.now)
    const look: Look = {
      mailroom,
      shop,
      run,
      from: new Date(since.getTime() - (run.state.lookedAt ? OVERLAP_MS : 0)),
      until: new Date(clock!.now.getTime() - GRACE_MS),
    }
    let found = 0
    for (const kind of CHANGE_KINDS) found += await changesOf(look, kind)
    found += await newOrders(look)
    found += await newCustomers(look)
    await newCarts(look)
    if (found > 0) mailroom.log.info(`Mailroom found ${found} occurrences again that the event bus had not delivered.`)
    run.state.lookedAt = clock!.now.toISOString()
    return "idle"
  })
}

type Look = { mailroom: Mailroom; shop: Shop; run: TaskRun; from: Date; until: Date }

async function changesOf(look: Look, kind: ChangeKind): Promise<number> {
  const { shop, from, until } = look
  return pages(
    look,
    null,
    (after) => shop.changesSince(kind, from, { after, limit: PAGE }),
    ({ event, payload, occurredAt }) => {
      const at = new Date(occurredAt)
      return at <= until ? { event, payload, occurredAt: at } : null
    },
  )
}

/**
 * New orders and customers by id: Medusa's ids begin with the time of their making, so that no index on a time is needed.
 */
async function newOrders(look: Look): Promise<number> {
  const { shop, from, until } = look
  const read = async (after: string | null) => (await shop.orderIds({ after, limit: PAGE })).map((id) => ({ id }))
  return pages(look, idAt("order", from), read, ({ id }) => {
    const occurredAt = timeOf(id)
    return occurredAt && occurredAt > until ? null : { event: "order.placed", payload: { id }, occurredAt }
  })
}

async function newCustomers(look: Look): Promise<number> {
  const { shop, from, until } = look
  return pages(
    look,
    idAt("cus", from),
    (after) => shop.customers({ after, limit: PAGE }),
    ({ id, hasAccount, createdAt }) => {
      const occurredAt = new Date(createdAt)
      // Guests at checkout are customers without an account: nobody registered, nobody is welcomed.
      return hasAccount && occurredAt <= until ? { event: "customer.created", payload: { id }, occurredAt } : null
    },
  )
}

/** New carts set nothing off by themselves, but one that nobody knows of cannot be found abandoned. */
async function newCarts({ mailroom: { db, readModel }, shop, from, run }: Look): Promise<void> {
  for (let after = idAt("cart", from); ;) {
    const carts = await shop.carts({ after, limit: PAGE })
    await db.transaction((tx) => readModel.carts(tx, carts))
    if (carts.length < PAGE) return
    after = carts.at(-1)!.id
    await run.save()
  }
}

type Found = { event: TriggerEvent; payload: Payload; occurredAt: Date | null }

/** Walks the pages and records what the bus did not; answers how many those were. */
async function pages<Thing extends { id: string }>(
  { mailroom: { triggers }, run }: Look,
  start: string | null,
  read: (after: string | null) => Promise<Thing[]>,
  occurrenceOf: (thing: Thing) => Found | null,
): Promise<number> {
  let found = 0
  for (let after = start; ;) {
    const page = await read(after)
    for (const thing of page) {
      const occurrence = occurrenceOf(thing)
      if (occurrence && (await triggers.record({ ...occurrence, source: "reconciler" }))) found += 1
    }
    if (page.length < PAGE) return found
    after = page.at(-1)!.id
    await run.save()
  }
}
