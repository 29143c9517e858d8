import type { Clock } from "./instants"
import { instantsOf } from "./instants"
import type { TimeSpan } from "./time-span"
import type { Comparison } from "./conditions"

/**
 * One condition on the contact `c`. `isNullable`: it may be unknown (a column that is NULL), which counts as "does not
 * hold". `isCostly`: worked out person by person, so it waits until the others have thinned the crowd.
 */
export type Leaf = { text: string; isNullable?: boolean; isCostly?: boolean }

/** Keeps a value and answers its placeholder: the only way in which anything given gets into a statement. */
export type Put = (value: unknown) => string

export type LeafContext = { put: Put; clock: Clock }

/** `$n >= …` for each bound that the span has; "" without a span. */
export function within(column: string, span: TimeSpan | undefined, { put, clock }: LeafContext): string {
  if (!span) return ""
  const { from, before } = instantsOf(span, clock)
  return [
    from && ` AND ${column} >= ${put(from.toISOString())}::timestamptz`,
    before && ` AND ${column} < ${put(before.toISOString())}::timestamptz`,
  ]
    .filter(Boolean)
    .join("")
}

export const OPERATORS: Record<Comparison, string> = { is: "=", less: "<", at_most: "<=", more: ">", at_least: ">=" }

/**
 * Who stands in a set, as a semi-join: PostgreSQL hashes the set under AND, and looks one person up by index under OR
 * (`c.id IN (…)` under OR would be read from end to end for every person once the set outgrows work_mem).
 */
export function inSet(select: string): Leaf {
  return { text: `EXISTS (SELECT FROM (${select}) s WHERE s.contact_id = c.id)` }
}

/** The opposite, where unknown counts as "does not hold". */
export function negated({ text, isNullable, isCostly }: Leaf): Leaf {
  return { text: isNullable ? `(${text}) IS NOT TRUE` : `NOT (${text})`, isCostly }
}

export function negatedIf(isNegative: boolean, leaf: Leaf): Leaf {
  return isNegative ? negated(leaf) : leaf
}
