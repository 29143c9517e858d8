import type { TriggerEvent } from "../core/automations/events"
import type { Shop } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"

type Payload = Record<string, unknown>

/** Reads one thing of the shop again into the read model, or expands a hint into the occurrences behind it. */
export async function refresh(mailroom: Mailroom, shop: Shop, payload: Payload): Promise<string> {
  const { hint, kind } = payload
  const id = String(payload.id)
  if (hint === "payment") return expandPayment(mailroom, shop, id)
  if (hint === "invite") return expandInvite(mailroom, shop, id)
  switch (kind) {
    case "order":
      return refreshOrder(mailroom, shop, id)
    case "cart":
      return refreshCart(mailroom, shop, id)
    case "customer":
      return refreshCustomer(mailroom, shop, id)
    case "product":
      return refreshProduct(mailroom, shop, id)
    default:
      return "unknown_kind"
  }
}

/** Before anybody is enrolled: segments, "bought since" and the reports must know of what just happened. */
export async function refreshForEvent(
  mailroom: Mailroom,
  shop: Shop,
  event: TriggerEvent,
  payload: Payload,
): Promise<void> {
  const orderId = payload.order_id ?? (event.startsWith("order.") ? payload.id : null)
  if (typeof orderId === "string") await refreshOrder(mailroom, shop, orderId)
  else if (event === "customer.created") await refreshCustomer(mailroom, shop, String(payload.id))
}

async function refreshOrder({ db, readModel, notices }: Mailroom, shop: Shop, id: string): Promise<string> {
  const order = await shop.order(id)
  if (!order) return "gone"
  const cart = order.cartId ? await shop.cart(order.cartId) : null
  await db.transaction(async (tx) => {
    await readModel.orders(tx, [order])
    if (cart) await readModel.carts(tx, [cart])
    // Whoever was told of it may have to be told again.
    await notices.recheck(id, tx)
  })
  return "refreshed"
}

async function refreshCart({ db, readModel }: Mailroom, shop: Shop, id: string): Promise<string> {
  const cart = await shop.cart(id)
  await db.transaction((tx) => (cart ? readModel.carts(tx, [cart]) : readModel.cartDeleted(tx, id)))
  return cart ? "refreshed" : "gone"
}

async function refreshCustomer({ db, readModel }: Mailroom, shop: Shop, id: string): Promise<string> {
  const customer = await shop.customer(id)
  await db.transaction((tx) => (customer ? readModel.customers(tx, [customer]) : readModel.customerDeleted(tx, id)))
  return customer ? "refreshed" : "gone"
}

async function refreshProduct({ db, readModel }: Mailroom, shop: Shop, id: string): Promise<string> {
  const product = await shop.product(id)
  await db.transaction((tx) => (product ? readModel.products(tx, [product]) : readModel.productDeleted(tx, id)))
  return product ? "refreshed" : "gone"
}

/** The event names the payment; each capture and refund is an occurrence of its own, recorded once. */
async function expandPayment(mailroom: Mailroom, shop: Shop, paymentId: string): Promise<string> {
  const [payment] = await shop.payments({ paymentId })
  if (!payment) return "gone"
  const { triggers, db } = mailroom
  await db.transaction(async (tx) => {
    for (const { id, at } of payment.captures)
      await triggers.record(
        {
          event: "payment.captured",
          payload: { id: paymentId, capture_id: id },
          source: "bus",
          occurredAt: new Date(at),
        },
        tx,
      )
    for (const { id, at } of payment.refunds)
      await triggers.record(
        {
          event: "payment.refunded",
          payload: { id: paymentId, refund_id: id },
          source: "bus",
          occurredAt: new Date(at),
        },
        tx,
      )
  })
  if (payment.orderId) await refreshOrder(mailroom, shop, payment.orderId)
  return "expanded"
}

/** The event names the invite; a renewed one has another token and is another occurrence. */
async function expandInvite({ triggers }: Mailroom, shop: Shop, inviteId: string): Promise<string> {
  const invite = await shop.invite(inviteId)
  if (!invite || invite.isAccepted) return "gone"
  const { id, token, changedAt } = invite
  await triggers.record({
    event: "invite.created",
    payload: { id, token },
    source: "bus",
    occurredAt: new Date(changedAt),
  })
  return "expanded"
}
