import { z } from "zod"
import type { Facts } from "./facts"

/** What an action of the shop's own code is told. */
export type OwnActionCall<Settings = Record<string, unknown>> = {
  settings: Settings
  /** The same for every try of this entrant at this step: make what you do depend on it, and twice is once. */
  key: string
  contactId: string | null
  /** Who and what it is about, read from the shop now; null when there is nothing (any more). */
  facts: Facts | null
}

/**
 * Something that only this shop can do: credit points, order a call. `run` may throw: then it is tried again if it
 * `isRepeatable` (it looks at `key`), else it stays in doubt. What it gives is kept with the step.
 *
 * @example { id: "credit_points", label: "Credit points", isRepeatable: true,
 *   settings: z.object({ points: z.coerce.number().int().positive() }),
 *   run: async ({ settings, facts, key }) => loyalty.credit(facts.shopper.customerId, settings.points, key) }
 */
export type OwnAction<Schema extends z.ZodType = z.ZodType> = {
  id: string
  label: string
  settings: Schema
  isRepeatable?: boolean
  run(call: OwnActionCall<z.output<Schema>>): Promise<Record<string, unknown> | void>
}

/** Null for an action that can be registered, else what is wrong with it. */
export function ownActionProblem(action: unknown): string | null {
  const { id, label, settings, run } = (action ?? {}) as Partial<OwnAction>
  if (typeof id !== "string" || !/^[a-z0-9_]{1,64}$/.test(id))
    return `id ${JSON.stringify(id)} must be small letters, digits and "_"`
  if (typeof label !== "string" || label.trim() === "") return `"${id}" needs a label`
  if (typeof (settings as { safeParse?: unknown } | undefined)?.safeParse !== "function")
    return `"${id}" needs settings that are a zod schema`
  return typeof run === "function" ? null : `"${id}" needs a function run`
}
