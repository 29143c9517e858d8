import type { Clause, Group, Rule } from "../../../src/core/segments/rule"

/** Where a clause stands: the way down from the rule, by place. */
export type Path = number[]
type Holder = Pick<Group, "match" | "rules">

/** The rule with the clause at `path` made anew; null takes it out, and a group that is empty then goes with it. */
export function withClause(rule: Rule, path: Path, clause: Clause | null): Rule {
  return inside(rule, path, clause)
}

export function withAdded(rule: Rule, path: Path, clause: Clause): Rule {
  return changed(rule, path, (holder) => ({ ...holder, rules: [...holder.rules, clause] }))
}

export function withMatch(rule: Rule, path: Path, match: Rule["match"]): Rule {
  return changed(rule, path, (holder) => ({ ...holder, match }))
}

function inside<H extends Holder>(holder: H, [at, ...rest]: Path, clause: Clause | null): H {
  const rules = holder.rules.flatMap((one, n) => {
    if (n !== at) return [one]
    if (rest.length === 0) return clause ? [clause] : []
    if (one.kind !== "group") return [one]
    const group = inside(one, rest, clause)
    return group.rules.length > 0 ? [group] : []
  })
  return { ...holder, rules }
}

function changed<H extends Holder>(holder: H, [at, ...rest]: Path, change: (one: Holder) => Holder): H {
  if (at === undefined) return { ...holder, ...change(holder) }
  return {
    ...holder,
    rules: holder.rules.map((one, n) => (n === at && one.kind === "group" ? changed(one, rest, change) : one)),
  }
}
