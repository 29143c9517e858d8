import type { DropReason } from "../core/messages/states"
import { lastInstantVerdict, thingsOf, type AboutToLeave, type ShopState } from "../core/automations/last-instant"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectOrderedSince } from "../modules/mailroom/sql/ordered-since"
import {
  selectBoughtElsewhere,
  selectCartStates,
  selectOrderStates,
  selectProductStates,
  selectSeenPrices,
} from "../modules/mailroom/sql/read-model"

/**
 * Reads the shop again for a batch of messages that are about to be handed over, and answers by message id why one must
 * not go any more (F48). Asks only about those whose sense depends on it. Live where the shop can be reached, else from
 * the read model, which knows nothing of open returns.
 */
export async function lastInstantCheck(mailroom: Mailroom, messages: AboutToLeave[]): Promise<Map<string, DropReason>> {
  const asked = messages.filter((message) => thingsOf(message).length > 0)
  if (asked.length === 0) return new Map()
  const idsOf = (thing: "cart" | "order" | "product") => [
    ...new Set(
      asked
        .filter((message) => thingsOf(message).includes(thing))
        .map(({ subjectId, product }) => (thing === "product" ? product!.id : subjectId!)),
    ),
  ]
  const state: ShopState = {
    carts: await cartStates(mailroom, idsOf("cart")),
    orders: await orderStates(mailroom, idsOf("order")),
    products: await productStates(mailroom, idsOf("product")),
    ordered: await orderedSince(
      mailroom,
      asked.filter((message) => thingsOf(message).includes("reader")),
    ),
  }
  return new Map(
    asked.flatMap((message) => {
      const reason = lastInstantVerdict(message, state)
      return reason ? [[message.id, reason] as const] : []
    }),
  )
}

async function cartStates({ shop, db }: Mailroom, ids: string[]): Promise<ShopState["carts"]> {
  if (ids.length === 0) return new Map()
  const states = shop
    ? await shop.cartStates(ids)
    : (await db.query<{ id: string; is_bought: boolean; item_count: number }>(selectCartStates(ids))).map((row) => ({
        id: row.id,
        isBought: row.is_bought,
        itemCount: row.item_count,
      }))
  const elsewhere = await db.query<{ id: string }>(selectBoughtElsewhere(ids))
  const bought = new Set(elsewhere.map(({ id }) => id))
  return new Map(states.map(({ id, isBought, itemCount }) => [id, { isBought: isBought || bought.has(id), itemCount }]))
}

async function orderStates({ shop, db }: Mailroom, ids: string[]): Promise<ShopState["orders"]> {
  if (ids.length === 0) return new Map()
  if (shop) return new Map((await shop.orderStates(ids)).map(({ id, ...state }) => [id, state]))
  type Row = { id: string; is_cancelled: boolean; is_refunded: boolean }
  const rows = await db.query<Row>(selectOrderStates(ids))
  return new Map(
    rows.map((row) => [row.id, { isCancelled: row.is_cancelled, isRefunded: row.is_refunded, hasOpenReturn: false }]),
  )
}

/** The stock is the shop's of this moment; the prices are those of the last look at them. */
async function productStates({ shop, db }: Mailroom, ids: string[]): Promise<ShopState["products"]> {
  if (ids.length === 0) return new Map()
  const stock = shop
    ? await shop.productStates(ids)
    : (await db.query<{ id: string; in_stock: boolean | null }>(selectProductStates(ids))).map((row) => ({
        id: row.id,
        isInStock: row.in_stock,
      }))
  const seen = await db.query<{ product_id: string; currency: string; price: string }>(selectSeenPrices(ids))
  const pricesOf = (id: string) => seen.filter(({ product_id }) => product_id === id)
  return new Map(stock.map(({ id, isInStock }) => [id, { isInStock, prices: pricesOf(id) }]))
}

/** By the read model, under whichever address of the same person. */
async function orderedSince({ db }: Mailroom, messages: AboutToLeave[]): Promise<Set<string>> {
  if (messages.length === 0) return new Set()
  const asked = messages.map(({ id, reader }) => ({
    id,
    contactId: reader!.contactId,
    since: new Date(reader!.since).toISOString(),
  }))
  const rows = await db.query<{ id: string }>(selectOrderedSince(asked))
  return new Set(rows.map(({ id }) => id))
}
