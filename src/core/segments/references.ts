import type { Rule } from "./rule"
import { conditionsOf } from "./rule"

/** What a rule names outside itself: deleting or changing one of these changes who is in. */
export type References = { segments: string[]; topics: string[]; mailings: string[]; fields: string[]; polls: string[] }

export function referencesOf(rule: Rule): References {
  const found = conditionsOf(rule)
  const distinct = (list: string[]) => [...new Set(list)]
  return {
    segments: distinct(segmentsOf(rule)),
    topics: distinct(found.flatMap((one) => (one.kind === "topic" ? [one.topic_id] : []))),
    mailings: distinct(found.flatMap((one) => (one.kind === "mail" && one.of.kind === "mailings" ? one.of.ids : []))),
    polls: distinct(found.flatMap((one) => (one.kind === "poll" ? [one.poll_id] : []))),
    fields: distinct(found.flatMap((one) => (one.kind === "field" ? [one.key] : []))),
  }
}

/** Segments in a row, the first one included. */
export const LONGEST_CHAIN = 5
const MOST_TOGETHER = 200

/**
 * What is wrong with a rule that refers to others: the ids of the way round ("cycle"), or how far it reaches. Null when
 * nothing is. `rules` has every other rule by its id; lists refer to nothing and are left out.
 */
export function chainProblem(
  id: string | null,
  rule: Rule,
  rules: ReadonlyMap<string, Rule>,
): { kind: "cycle"; path: string[] } | { kind: "too_deep" } | { kind: "too_large"; conditions: number } | null {
  let conditions = 0
  const walk = (at: Rule, path: string[]): ReturnType<typeof chainProblem> => {
    conditions += conditionsOf(at).length
    if (conditions > MOST_TOGETHER) return { kind: "too_large", conditions }
    // Named twice it stands in the statement twice.
    for (const next of segmentsOf(at)) {
      if (next === id || path.includes(next)) return { kind: "cycle", path: [...path, next] }
      if (path.length >= LONGEST_CHAIN) return { kind: "too_deep" }
      const rest = rules.get(next)
      const problem = rest ? walk(rest, [...path, next]) : null
      if (problem) return problem
    }
    return null
  }
  return walk(rule, [id ?? "new"])
}

function segmentsOf(rule: Rule): string[] {
  return conditionsOf(rule).flatMap((one) => (one.kind === "segment" ? [one.segment_id] : []))
}
