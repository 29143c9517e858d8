import type { Payload, TriggerEvent } from "../core/automations/events"
import { idAt } from "../core/shop/medusa-id"
import { CHANGE_KINDS, type ChangeKind, type Shop } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic, type TaskRun } from "./periodic"

const EVERY_MS = 60_000
/** A row may be committed a while after its time was taken: look that far back again. */
const OVERLAP_MS = 10 * 60_000
/** A younger parcel is still the bus's: found too early, its mail would wait for the merchant's word without need. */
const PARCEL_GRACE_MS = 2 * 60_000
const PARCELS: TriggerEvent[] = ["shipment.created", "delivery.created"]
/** How far back the very first look goes at most, when something was switched on before it. */
const FIRST_LOOK_MS = 24 * 3_600_000
const PAGE = 25

/**
 * Finds what the event bus lost (F50) in the shop's own data: since the last look, with an overlap, by the same key as the
 * bus would have written, so that each occurrence counts once. The very first look starts at the earliest switch-on, else
 * now: what was before Mailroom came is history, not news.
 */
export function reconciler(mailroom: Mailroom): Loop {
  return periodic(mailroom, "reconciler", EVERY_MS, async (run) => {
    const { shop, db } = mailroom
    if (!shop) return "idle"
    const [clock] = await db.query<{ now: Date }>({ text: "SELECT mailroom.now() AS now", values: [] })
    const look: Look = { mailroom, shop, run, now: clock!.now, from: await lookFrom(mailroom, run, clock!.now) }
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

type Look = { mailroom: Mailroom; shop: Shop; run: TaskRun; from: Date; now: Date }

async function lookFrom({ automations }: Mailroom, { state }: TaskRun, now: Date): Promise<Date> {
  if (typeof state.lookedAt === "string") return new Date(new Date(state.lookedAt).getTime() - OVERLAP_MS)
  const switchedOn = (await automations.list()).flatMap((one) =>
    one.state === "live" && one.switchedOnAt ? [one.switchedOnAt.getTime()] : [],
  )
  return new Date(Math.max(Math.min(now.getTime(), ...switchedOn), now.getTime() - FIRST_LOOK_MS))
}

async function changesOf(look: Look, kind: ChangeKind): Promise<number> {
  const { shop, from, now } = look
  return pages(
    look,
    null,
    (after) => shop.changesSince(kind, from, { after, limit: PAGE }),
    ({ event, payload, occurredAt }) => {
      const at = new Date(occurredAt)
      const isStillTheBus = PARCELS.includes(event) && now.getTime() - at.getTime() < PARCEL_GRACE_MS
      return isStillTheBus ? null : { event, payload, occurredAt: at }
    },
  )
}

/**
 * New orders and customers by id: Medusa's ids begin with the time of their making, so that no index on a time is needed.
 * One that is older than its id was imported with its past: history, not news.
 */
async function newOrders(look: Look): Promise<number> {
  const { shop, from } = look
  return pages(
    look,
    idAt("order", from),
    (after) => shop.orderTimes({ after, limit: PAGE }),
    ({ id, placedAt }) => newsSince(from, { event: "order.placed", payload: { id }, occurredAt: new Date(placedAt) }),
  )
}

async function newCustomers(look: Look): Promise<number> {
  const { shop, from } = look
  return pages(
    look,
    idAt("cus", from),
    (after) => shop.customers({ after, limit: PAGE }),
    // Guests at checkout are customers without an account: nobody registered, nobody is welcomed.
    ({ id, hasAccount, createdAt }) =>
      hasAccount
        ? newsSince(from, { event: "customer.created", payload: { id }, occurredAt: new Date(createdAt) })
        : null,
  )
}

const newsSince = (from: Date, found: Found): Found | null => (found.occurredAt >= from ? found : null)

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

type Found = { event: TriggerEvent; payload: Payload; occurredAt: Date }

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
