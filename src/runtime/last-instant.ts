import type { DropReason, MessageKind } from "../core/messages/states"
import { lastInstantVerdict, questionOf, type ShopState } from "../core/automations/last-instant"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectBoughtElsewhere, selectCartStates, selectOrderStates } from "../modules/mailroom/sql/read-model"

export type AboutToLeave = {
  id: string
  kind: MessageKind
  node: string | null
  subjectKind: string | null
  subjectId: string | null
  onlyIf?: readonly string[]
}

/**
 * Reads the shop again for a batch of messages that are about to be handed over, and answers by message id why one must
 * not go any more (F48). Asks only about those whose sense depends on it. Live where the shop can be reached, else from
 * the read model.
 */
export async function lastInstantCheck(mailroom: Mailroom, messages: AboutToLeave[]): Promise<Map<string, DropReason>> {
  const asked = messages.filter((message) => questionOf(message) !== null)
  if (asked.length === 0) return new Map()
  const cartIds = idsOf(asked, "cart")
  const orderIds = idsOf(asked, "order")
  const state: ShopState = {
    carts: cartIds.length > 0 ? await cartStates(mailroom, cartIds) : new Map(),
    cancelledOrders: orderIds.length > 0 ? await cancelledOrders(mailroom, orderIds) : new Set(),
  }
  return new Map(
    asked.flatMap((message) => {
      const reason = lastInstantVerdict(message, state)
      return reason ? [[message.id, reason] as const] : []
    }),
  )
}

const idsOf = (messages: AboutToLeave[], question: "cart" | "order"): string[] => [
  ...new Set(messages.filter((message) => questionOf(message) === question).map(({ subjectId }) => subjectId!)),
]

async function cartStates({ shop, db }: Mailroom, ids: string[]): Promise<ShopState["carts"]> {
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

async function cancelledOrders({ shop, db }: Mailroom, ids: string[]): Promise<Set<string>> {
  const states = shop
    ? await shop.orderStates(ids)
    : (await db.query<{ id: string; is_cancelled: boolean }>(selectOrderStates(ids))).map((row) => ({
        id: row.id,
        isCancelled: row.is_cancelled,
      }))
  return new Set(states.filter(({ isCancelled }) => isCancelled).map(({ id }) => id))
}
