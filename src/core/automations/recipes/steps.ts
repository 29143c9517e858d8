import type { Rule } from "../../segments/rule"
import type { AutomationDraft } from "../definition"
import type { STILL } from "../nodes/send-email"
import { mailOf } from "./recipe"

type Step = AutomationDraft["nodes"][number]
type Trigger = NonNullable<AutomationDraft["trigger"]>
type Still = (typeof STILL)[number]

export const trigger = (
  kind: string,
  {
    settings = {},
    reentry = { rule: "per_occurrence" },
  }: { settings?: object; reentry?: Record<string, unknown> } = {},
): Trigger => ({ kind, settings, filters: [], reentry })

/** A marketing mail of the recipe; `sent` is where it goes on, and only for people to whom it was really sent. */
export const send = (
  id: string,
  { sent = null, onlyIf = [] }: { sent?: string | null; onlyIf?: Still[] } = {},
): Step => ({
  id,
  kind: "send_email",
  settings: { template: mailOf(id), class: "marketing", onlyIf },
  exits: { sent, not_sent: null },
})

export const wait = (id: string, amount: number, unit: "hours" | "days", next: string): Step => ({
  id,
  kind: "wait",
  settings: { amount, unit },
  exits: { next },
})

export const ifCartOpen = (id: string, yes: string): Step => ({
  id,
  kind: "filter",
  settings: { rule: "cart_still_open" },
  exits: { yes, no: null },
})

/** Asked by the same rules as segments, at this moment: whoever ordered in the last days leaves here. */
export const unlessOrdered = (id: string, { days, then }: { days: number; then: string }): Step => ({
  id,
  kind: "filter",
  settings: { rule: "matches", matches: { version: 1, match: "all", rules: orderedInLast(days) } },
  exits: { yes: null, no: then },
})

const orderedInLast = (days: number): Rule["rules"] => [
  { kind: "order_date", which: "last", within: { kind: "last", days } },
]
