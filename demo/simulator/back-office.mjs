import { request } from "./request.mjs"

const FIELDS = "id,display_id,email,status,total,*items,*payment_collections.payments,*fulfillments"

/** What the shop's staff does with orders, through the Admin API. */
export function openBackOffice({ origin, admin }) {
  const ask = (method, path, body) => request(origin, method, path, { token: admin, body })
  return { ask, latestOrders: () => latestOrders(ask) }
}

/** The newest orders of real checkouts; the two years before have no payment and stay as they are. */
async function latestOrders(ask) {
  const { orders } = await ask("GET", `/admin/orders?limit=50&order=-created_at&fields=${FIELDS}`)
  return orders.filter(({ status, payment_collections: payments }) => status !== "canceled" && payments?.length)
}

/** Packs and hands over to the carrier, with a tracking number. */
export async function ship({ ask }, order) {
  const items = order.items.map(({ id, quantity }) => ({ id, quantity }))
  const location_id = await warehouse(ask)
  const { order: packed } = await ask("POST", `/admin/orders/${order.id}/fulfillments?fields=*fulfillments`, {
    items,
    location_id,
  })
  const fulfillment = packed.fulfillments.at(-1)
  const number = `DEMO${Date.now()}`
  const labels = [
    {
      tracking_number: number,
      tracking_url: `https://example.com/track/${number}`,
      label_url: "https://example.com/label",
    },
  ]
  await ask("POST", `/admin/orders/${order.id}/fulfillments/${fulfillment.id}/shipments`, { items, labels })
  return { ...order, fulfillments: packed.fulfillments }
}

export async function deliver(office, order) {
  const shipped = isUnshipped(order) ? await ship(office, order) : order
  const fulfillment = shipped.fulfillments.find(({ delivered_at: at }) => !at)
  await office.ask("POST", `/admin/orders/${order.id}/fulfillments/${fulfillment.id}/mark-as-delivered`)
  return shipped
}

export async function cancel({ ask }, order) {
  await ask("POST", `/admin/orders/${order.id}/cancel`)
}

export async function capture({ ask }, order) {
  const payment = paymentOf(order)
  if (!payment.captured_at) await ask("POST", `/admin/payments/${payment.id}/capture`, {})
  return payment
}

/** Gives back a tenth. */
export async function refund(office, order) {
  const payment = await capture(office, order)
  await office.ask("POST", `/admin/payments/${payment.id}/refund`, {
    amount: Math.max(1, Math.round(payment.amount / 10)),
  })
}

/** The shopper wants to send the first line back. */
export async function requestReturn(office, order) {
  if (isUnshipped(order)) await deliver(office, order)
  const { return: back } = await office.ask("POST", "/admin/returns", {
    order_id: order.id,
    location_id: await warehouse(office.ask),
  })
  await office.ask("POST", `/admin/returns/${back.id}/request-items`, {
    items: [{ id: order.items[0].id, quantity: 1 }],
  })
  await office.ask("POST", `/admin/returns/${back.id}/request`, {})
}

export function isUnshipped({ fulfillments }) {
  return !fulfillments?.length
}

function paymentOf({ id, payment_collections: collections }) {
  const payment = collections.flatMap(({ payments }) => payments ?? [])[0]
  if (!payment) throw new Error(`The order ${id} has no payment`)
  return payment
}

async function warehouse(ask) {
  const { stock_locations: locations } = await ask("GET", "/admin/stock-locations?limit=1")
  return locations[0].id
}
