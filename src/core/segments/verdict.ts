import type { Clause, Match, Rule } from "./rule"

/** `path` as in the rule: "0.2" is the third condition of the first group. `decides`: why the answer is what it is. */
export type ClauseVerdict = { path: string; holds: boolean; decides: boolean }

/**
 * Whether somebody is in, and which conditions decide it. In: of "all" every condition, of "any" those that hold. Out: of
 * "all" those that fail, of "any" every one. `truths` in the order of the rule's conditions.
 */
export function verdictOf(rule: Rule, truths: boolean[]): { isIn: boolean; clauses: ClauseVerdict[] } {
  const rest = [...truths]
  const root = weighed(rule, "", rest)
  return { isIn: root.holds, clauses: root.parts.flatMap((one) => listed(one, decides(root, one))) }
}

type Weighed = { path: string; match: Match | null; holds: boolean; parts: Weighed[] }

function weighed(group: { match: Match; rules: Clause[] }, path: string, rest: boolean[]): Weighed {
  const parts = group.rules.map((one, n): Weighed => {
    const at = path === "" ? String(n) : `${path}.${n}`
    if (one.kind === "group") return weighed(one, at, rest)
    return { path: at, match: null, holds: rest.shift() ?? false, parts: [] }
  })
  return { path, match: group.match, holds: holdsOf(group.match, parts), parts }
}

function holdsOf(match: Match, parts: Weighed[]): boolean {
  if (parts.length === 0) return true
  if (match === "any") return parts.some(({ holds }) => holds)
  return parts.every(({ holds }) => holds === (match === "all"))
}

function listed(one: Weighed, isAsked: boolean): ClauseVerdict[] {
  return [
    { path: one.path, holds: one.holds, decides: isAsked },
    ...one.parts.flatMap((part) => listed(part, isAsked && decides(one, part))),
  ]
}

/** A group that holds by "all" or "none" needs every part; one that fails by them is failed by those that go wrong. */
function decides(group: Weighed, part: Weighed): boolean {
  if (group.match === "any") return group.holds ? part.holds : true
  return group.holds || part.holds === (group.match === "none")
}
