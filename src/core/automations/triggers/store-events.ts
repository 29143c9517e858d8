import { z } from "zod"
import type { TriggerEvent } from "../events"
import { triggerKind, type TriggerGroup, type TriggerKind, type TriggerSubject } from "../trigger-kind"

const nothing = z.object({})

const storeEvent = (
  event: TriggerEvent,
  group: TriggerGroup,
  subject: TriggerSubject,
  variables: readonly string[],
): TriggerKind =>
  triggerKind({
    kind: event,
    group,
    subject,
    settings: nothing,
    defaults: {},
    eventsOf: () => [event],
    variables,
  }) as unknown as TriggerKind

/** Two templates wait for one event: a customer's reset is not an admin user's. */
const passwordReset = triggerKind({
  kind: "auth.password_reset",
  group: "customer",
  subject: null,
  settings: z.object({ actor: z.enum(["customer", "user"]).nullable().default(null) }),
  defaults: { actor: "customer" },
  eventsOf: () => ["auth.password_reset"],
  matches: ({ actor }, { payload }) => actor === null || (payload.actor_type === "user") === (actor === "user"),
  variables: ["reset"],
}) as unknown as TriggerKind

/** Medusa's events that the store e-mails wait for, each a trigger of its own. */
export const STORE_EVENTS: TriggerKind[] = [
  storeEvent("order.placed", "shop", "order", ["order", "lines"]),
  storeEvent("payment.captured", "shop", "order", ["order", "lines", "payment"]),
  storeEvent("shipment.created", "shop", "order", ["order", "lines", "tracking"]),
  storeEvent("delivery.created", "shop", "order", ["order", "lines", "tracking"]),
  storeEvent("order.canceled", "shop", "order", ["order", "lines"]),
  storeEvent("payment.refunded", "shop", "order", ["order", "lines", "refund"]),
  storeEvent("order.return_requested", "shop", "order", ["order", "lines"]),
  storeEvent("order.return_received", "shop", "order", ["order", "lines"]),
  storeEvent("order.claim_created", "shop", "order", ["order", "lines"]),
  storeEvent("order.exchange_created", "shop", "order", ["order", "lines"]),
  storeEvent("mailroom.cart.abandoned", "shop", "cart", ["cart", "customer"]),
  storeEvent("customer.created", "customer", "customer", ["customer"]),
  passwordReset,
  storeEvent("invite.created", "own", null, ["invite"]),
  storeEvent("mailroom.gift_card.issued", "own", null, ["giftCard"]),
]
