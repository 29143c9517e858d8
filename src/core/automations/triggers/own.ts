import { z } from "zod"
import { triggerKind, type TriggerKind } from "../trigger-kind"

export const STORE_EVENT = "store.event"
export const OWN_EVENT = "own.event"

/** A name as Medusa and its plugins write events. */
export const eventNameSchema = z
  .string()
  .trim()
  .min(1, "must be the name of an event")
  .max(120)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]*$/,
    "must be letters, digits, dots, dashes and underscores, for example loyalty.level_reached",
  )

/** Under which an event stands in the inbox: those of the shop and those that are pushed cannot be taken for each other. */
export const storeEventName = (name: string) => `store:${name}`
export const ownEventName = (name: string) => `own:${name}`

/**
 * Events that carry what opens an account, or that Mailroom tells itself: they are not listened to by name. Those that an
 * own trigger knows are left to it, because it knows what makes two of them the same.
 */
export const isRefusedStoreEvent = (name: string): boolean =>
  /^(auth|invite|user|api_key|mailroom\.gift_card)\./.test(name)

const settings = z.object({ name: eventNameSchema })

/** Anything else that happens in the shop or elsewhere: by the name under which it is told. */
export const OWN_TRIGGERS = [
  triggerKind({
    kind: STORE_EVENT,
    group: "own",
    subject: null,
    settings: settings.refine(({ name }) => !isRefusedStoreEvent(name), {
      path: ["name"],
      message: "is an event that may carry a secret or that has a trigger of its own",
    }),
    defaults: { name: "" },
    eventsOf: ({ name }) => [storeEventName(name)],
    variables: ["event", "order", "lines", "customer", "product"],
  }),
  triggerKind({
    kind: OWN_EVENT,
    group: "own",
    subject: "contact",
    settings,
    defaults: { name: "" },
    eventsOf: ({ name }) => [ownEventName(name)],
    variables: ["event", "customer"],
  }),
] as unknown as TriggerKind[]
