import type { TriggerEvent } from "./events"

/** What a subscriber does with one event of Medusa's bus: nothing but write it down. */
export type Note =
  | { note: "occurrence"; event: TriggerEvent }
  /** The event names less than the occurrence: the shop must be read first. */
  | { note: "hint"; hint: "payment" | "invite" }
  | { note: "changed"; kind: "order" | "cart" | "customer" | "product"; idField: string }

/** Medusa 2.21's names. Each that may set an automation off, and each after which the read model is out of date. */
export const BUS_EVENTS: Record<string, Note[]> = {
  "customer.created": [{ note: "occurrence", event: "customer.created" }],
  "customer.updated": [{ note: "changed", kind: "customer", idField: "id" }],
  "customer.deleted": [{ note: "changed", kind: "customer", idField: "id" }],
  "order.placed": [{ note: "occurrence", event: "order.placed" }],
  "order.canceled": [{ note: "occurrence", event: "order.canceled" }],
  "order.updated": [{ note: "changed", kind: "order", idField: "id" }],
  "order.completed": [{ note: "changed", kind: "order", idField: "id" }],
  "order-edit.confirmed": [{ note: "changed", kind: "order", idField: "order_id" }],
  "order.return_requested": [{ note: "occurrence", event: "order.return_requested" }],
  "order.return_received": [{ note: "occurrence", event: "order.return_received" }],
  "order.claim_created": [{ note: "occurrence", event: "order.claim_created" }],
  "order.exchange_created": [{ note: "occurrence", event: "order.exchange_created" }],
  "shipment.created": [{ note: "occurrence", event: "shipment.created" }],
  "delivery.created": [{ note: "occurrence", event: "delivery.created" }],
  "payment.captured": [{ note: "hint", hint: "payment" }],
  "payment.refunded": [{ note: "hint", hint: "payment" }],
  "auth.password_reset": [{ note: "occurrence", event: "auth.password_reset" }],
  "invite.created": [{ note: "hint", hint: "invite" }],
  "invite.resent": [{ note: "hint", hint: "invite" }],
  "cart.created": [{ note: "changed", kind: "cart", idField: "id" }],
  "cart.updated": [{ note: "changed", kind: "cart", idField: "id" }],
  "cart.customer_updated": [{ note: "changed", kind: "cart", idField: "id" }],
  "cart.customer_transferred": [{ note: "changed", kind: "cart", idField: "id" }],
  "product.created": [{ note: "changed", kind: "product", idField: "id" }],
  "product.updated": [{ note: "changed", kind: "product", idField: "id" }],
  "product.deleted": [{ note: "changed", kind: "product", idField: "id" }],
  "mailroom.cart.abandoned": [{ note: "occurrence", event: "mailroom.cart.abandoned" }],
  "mailroom.gift_card.issued": [{ note: "occurrence", event: "mailroom.gift_card.issued" }],
}
