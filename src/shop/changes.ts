import type { TriggerEvent } from "../core/automations/events"
import type { ChangeKind } from "../core/shop/shop"
import type { Row } from "./row"

/** Where Medusa keeps what happened: the entity, the column with the time, and the payload its event would have had. */
export type ChangeSource = {
  /** For Query; `capture` and `refund` are read from the Payment Module itself, which Query has no alias for. */
  entity: "order" | "fulfillment" | "return" | "order_claim" | "order_exchange" | "capture" | "refund"
  timeColumn: "canceled_at" | "shipped_at" | "delivered_at" | "created_at" | "requested_at" | "received_at"
  fields: string[]
  event: TriggerEvent
  payloadOf(row: Row): Record<string, unknown>
}

export const CHANGE_SOURCES: Record<ChangeKind, ChangeSource> = {
  order_cancelled: {
    entity: "order",
    timeColumn: "canceled_at",
    fields: ["id", "canceled_at"],
    event: "order.canceled",
    payloadOf: ({ id }) => ({ id }),
  },
  shipment: {
    entity: "fulfillment",
    timeColumn: "shipped_at",
    fields: ["id", "shipped_at"],
    event: "shipment.created",
    payloadOf: ({ id }) => ({ id }),
  },
  delivery: {
    entity: "fulfillment",
    timeColumn: "delivered_at",
    fields: ["id", "delivered_at"],
    event: "delivery.created",
    payloadOf: ({ id }) => ({ id }),
  },
  capture: {
    entity: "capture",
    timeColumn: "created_at",
    fields: ["id", "created_at", "payment_id"],
    event: "payment.captured",
    payloadOf: ({ id, payment_id }) => ({ id: payment_id, capture_id: id }),
  },
  refund: {
    entity: "refund",
    timeColumn: "created_at",
    fields: ["id", "created_at", "payment_id"],
    event: "payment.refunded",
    payloadOf: ({ id, payment_id }) => ({ id: payment_id, refund_id: id }),
  },
  return_requested: {
    entity: "return",
    timeColumn: "requested_at",
    fields: ["id", "order_id", "requested_at"],
    event: "order.return_requested",
    payloadOf: ({ id, order_id }) => ({ order_id, return_id: id }),
  },
  return_received: {
    entity: "return",
    timeColumn: "received_at",
    fields: ["id", "order_id", "received_at"],
    event: "order.return_received",
    payloadOf: ({ id, order_id }) => ({ order_id, return_id: id }),
  },
  claim: {
    entity: "order_claim",
    timeColumn: "created_at",
    fields: ["id", "order_id", "created_at"],
    event: "order.claim_created",
    payloadOf: ({ id, order_id }) => ({ order_id, claim_id: id }),
  },
  exchange: {
    entity: "order_exchange",
    timeColumn: "created_at",
    fields: ["id", "order_id", "created_at"],
    event: "order.exchange_created",
    payloadOf: ({ id, order_id }) => ({ order_id, exchange_id: id }),
  },
}
