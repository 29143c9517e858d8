import type { z } from "zod"
import type { References } from "./node-kind"

export type TriggerGroup = "shop" | "customer" | "mail" | "date" | "site" | "own"

/** What a trigger is about; null: it starts without a person, who comes by "select customers". */
export type TriggerSubject = "order" | "cart" | "customer" | "product" | "contact" | null

/** One row of the inbox as a trigger sees it. */
export type InboxEvent = { event: string; payload: Record<string, unknown>; occurredAt: Date }

/**
 * One kind of trigger, listed in `triggers/kinds.ts`. It either waits for events of the inbox, or (with no events) is
 * computed by a clock of its own, which writes entrants straight away.
 */
export type TriggerKind<Kind extends string = string, Schema extends z.ZodType = z.ZodType> = {
  kind: Kind
  group: TriggerGroup
  subject: TriggerSubject
  settings: Schema
  defaults: Record<string, unknown>
  /** Names under which it comes into the inbox; stored with the version, so that an event finds its automations. */
  eventsOf(settings: z.output<Schema>): string[]
  /** Whether this very event is meant, by what the event itself says; what needs the database is a filter. */
  matches?(settings: z.output<Schema>, event: InboxEvent): boolean
  /** Ids that must exist, as those of a step. */
  references?(settings: z.output<Schema>): References
  /** Groups of variables that its mails may use: `order`, `cart`, `customer` … */
  variables: readonly string[]
}

export const triggerKind = <Kind extends string, Schema extends z.ZodType>(kind: TriggerKind<Kind, Schema>) => kind
