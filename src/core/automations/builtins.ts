import type { BuiltinKey } from "../templates/contexts"
import type { TriggerEvent } from "./events"

export type Builtin = {
  key: BuiltinKey
  name: string
  description: string
  event: TriggerEvent
  class: "tx" | "marketing"
  /** Reset and invite: no copy, no tracking, wiped when settled, no resend. */
  isSecret?: boolean
  /** A copy to the owner makes sense, and whether it is on at first. */
  ownerCopy?: "on" | "off"
  /** What must hold, or nothing goes: a look at the shop before the mail. */
  onlyIf?: "cart_still_open" | "has_account"
}

/** The event templates (F1) and the cart reminder: automations with one mail, made at the first start. */
export const BUILTINS: Builtin[] = [
  {
    key: "welcome",
    name: "Welcome",
    description: "Goes out when somebody registers an account.",
    event: "customer.created",
    class: "tx",
    onlyIf: "has_account",
    ownerCopy: "off",
  },
  {
    key: "order_receipt",
    name: "Order receipt",
    description: "Goes to the buyer when an order is placed, with a copy to the store owner.",
    event: "order.placed",
    class: "tx",
    ownerCopy: "on",
  },
  {
    key: "order_cancelled",
    name: "Order cancelled",
    description: "Goes out when an order is cancelled.",
    event: "order.canceled",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "shipment",
    name: "Shipment",
    description: "Goes out when a parcel leaves, with its tracking links.",
    event: "shipment.created",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "delivery",
    name: "Delivery",
    description: "Goes out when a parcel is marked as delivered.",
    event: "delivery.created",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "payment_captured",
    name: "Payment captured",
    description: "Goes out when a payment is captured, once per capture.",
    event: "payment.captured",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "refund",
    name: "Refund",
    description: "Goes out when money is refunded, once per refund.",
    event: "payment.refunded",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "return_requested",
    name: "Return requested",
    description: "Goes out when a return is requested.",
    event: "order.return_requested",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "return_received",
    name: "Return received",
    description: "Goes out when a return has arrived.",
    event: "order.return_received",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "claim_created",
    name: "Claim",
    description: "Goes out when a claim is opened.",
    event: "order.claim_created",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "exchange_created",
    name: "Exchange",
    description: "Goes out when an exchange is opened.",
    event: "order.exchange_created",
    class: "tx",
    ownerCopy: "off",
  },
  {
    key: "gift_card",
    name: "Gift card",
    description: 'Goes out when the store emits "mailroom.gift_card.issued".',
    event: "mailroom.gift_card.issued",
    class: "tx",
    isSecret: true,
  },
  {
    key: "password_reset_customer",
    name: "Password reset (customer)",
    description: "Goes out when a customer asks for a new password.",
    event: "auth.password_reset",
    class: "tx",
    isSecret: true,
  },
  {
    key: "password_reset_user",
    name: "Password reset (admin user)",
    description: "Goes out when an admin user asks for a new password.",
    event: "auth.password_reset",
    class: "tx",
    isSecret: true,
  },
  {
    key: "invite",
    name: "Invite",
    description: "Goes out when somebody is invited to the admin, and again when the invite is renewed.",
    event: "invite.created",
    class: "tx",
    isSecret: true,
  },
  {
    key: "cart_reminder",
    name: "Abandoned cart",
    description: "Goes out once per cart that was left with items and an address. Marketing: only to subscribers.",
    event: "mailroom.cart.abandoned",
    class: "marketing",
    onlyIf: "cart_still_open",
  },
]

export const builtinOf = (key: string | null): Builtin | undefined => BUILTINS.find((builtin) => builtin.key === key)

/** The id of a built-in automation; a mailing report's line, so it never changes. */
export const builtinAutomationId = (key: BuiltinKey): string => `mauto_${key}`
