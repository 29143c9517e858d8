import { createHash } from "node:crypto"

/**
 * What may set an automation off: Medusa's own names (2.21) and Mailroom's two. One map says what makes two of them the
 * same occurrence, because the bus, the reconciler and a redelivery all write the same key.
 */
export const EVENTS = [
  "customer.created",
  "order.placed",
  "order.canceled",
  "shipment.created",
  "delivery.created",
  "payment.captured",
  "payment.refunded",
  "order.return_requested",
  "order.return_received",
  "order.claim_created",
  "order.exchange_created",
  "auth.password_reset",
  "invite.created",
  "mailroom.gift_card.issued",
  "mailroom.cart.abandoned",
] as const
export type TriggerEvent = (typeof EVENTS)[number]

export type Payload = Record<string, unknown>

const part = (payload: Payload, field: string): string => {
  const value = payload[field]
  if (typeof value !== "string" || value === "") throw new MissingField(field)
  return value
}

/** The payload lacks what its event must have. */
export class MissingField extends Error {
  constructor(readonly field: string) {
    super(`The event's payload has no "${field}".`)
  }
}

/** 16 hex digits of SHA-256: tells two tokens apart and gives none away. */
export const fingerprint = (secret: string): string =>
  createHash("sha256").update(secret, "utf8").digest("hex").slice(0, 16)

const KEYS: Record<TriggerEvent, (payload: Payload) => string> = {
  "customer.created": (p) => part(p, "id"),
  "order.placed": (p) => part(p, "id"),
  "order.canceled": (p) => part(p, "id"),
  "shipment.created": (p) => part(p, "id"),
  "delivery.created": (p) => part(p, "id"),
  // Not the payment's id: one payment is captured and refunded several times.
  "payment.captured": (p) => part(p, "capture_id"),
  "payment.refunded": (p) => part(p, "refund_id"),
  "order.return_requested": (p) => `${part(p, "return_id")}:requested`,
  "order.return_received": (p) => `${part(p, "return_id")}:received`,
  "order.claim_created": (p) => part(p, "claim_id"),
  "order.exchange_created": (p) => part(p, "exchange_id"),
  "auth.password_reset": (p) =>
    `${part(p, "actor_type")}:${fingerprint(part(p, "entity_id"))}:${fingerprint(part(p, "token"))}`,
  "invite.created": (p) => `${part(p, "id")}:${fingerprint(part(p, "token"))}`,
  // With the address, so that a code that went to a wrong one can be told again with the right one.
  "mailroom.gift_card.issued": (p) => `${fingerprint(part(p, "code"))}:${fingerprint(part(p, "email").toLowerCase())}`,
  "mailroom.cart.abandoned": (p) => part(p, "id"),
}

/** What makes two events the same occurrence. Throws `MissingField` for a payload that is not this event's. */
export const occurrenceKey = (event: TriggerEvent, payload: Payload): string => KEYS[event](payload)

/** Fields that never touch a table in the clear. */
const SECRET_FIELDS: Partial<Record<TriggerEvent, string[]>> = {
  "auth.password_reset": ["token"],
  "invite.created": ["token"],
  // Whoever reads it can spend it.
  "mailroom.gift_card.issued": ["code"],
}

/** Whether its words hold something that is kept sealed. */
export const isSecretEvent = (event: string): boolean => event in SECRET_FIELDS

/** Splits what may be stored as it is from what must be sealed (null: nothing). */
export function splitSecrets(event: TriggerEvent, payload: Payload): { open: Payload; secret: Payload | null } {
  const fields = SECRET_FIELDS[event] ?? []
  if (fields.length === 0) return { open: payload, secret: null }
  const entries = Object.entries(payload)
  return {
    open: Object.fromEntries(entries.filter(([field]) => !fields.includes(field))),
    secret: Object.fromEntries(entries.filter(([field]) => fields.includes(field))),
  }
}
