import fc from "fast-check"
import { conditionsOf, type Clause, type Match, type Rule } from "./rule"
import { verdictOf } from "./verdict"

const leaf: Clause = { kind: "tag", op: "any", tags: ["x"] }
const group = (match: Match, ...rules: Clause[]): Clause => ({ kind: "group", match, rules })
const aRule = (match: Match, ...rules: Clause[]): Rule => ({ version: 1, match, rules })
const deciding = (rule: Rule, ...truths: boolean[]) => {
  const { isIn, clauses } = verdictOf(rule, truths)
  return [isIn, ...clauses.filter(({ decides }) => decides).map(({ path }) => path)]
}

describe("which condition decides", () => {
  it("of all: each of them for who is in, those that fail for who is out", () => {
    expect(deciding(aRule("all", leaf, leaf), true, true)).toEqual([true, "0", "1"])
    expect(deciding(aRule("all", leaf, leaf), true, false)).toEqual([false, "1"])
  })

  it("of any: those that hold, or none of them", () => {
    expect(deciding(aRule("any", leaf, leaf), false, true)).toEqual([true, "1"])
    expect(deciding(aRule("any", leaf, leaf), false, false)).toEqual([false, "0", "1"])
  })

  it("of none: the one that holds although it must not", () => {
    expect(deciding(aRule("none", leaf, leaf), false, false)).toEqual([true, "0", "1"])
    expect(deciding(aRule("none", leaf, leaf), true, false)).toEqual([false, "0"])
  })

  it("goes down into the group that decides, and leaves the others alone", () => {
    const rule = aRule("all", leaf, group("any", leaf, group("none", leaf, leaf)))
    expect(deciding(rule, true, false, true, false)).toEqual([false, "1", "1.0", "1.1", "1.1.0"])
    expect(deciding(rule, false, true, false, false)).toEqual([false, "0"])
  })

  it("is nobody's business in a rule without conditions: everybody is in", () => {
    expect(verdictOf(aRule("any"), [])).toEqual({ isIn: true, clauses: [] })
  })

  const match = fc.constantFrom<Match>("all", "any", "none")
  const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
    clause: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constant(leaf),
      fc
        .tuple(match, fc.array(tie("clause"), { minLength: 1, maxLength: 3 }))
        .map(([how, rules]) => group(how, ...rules)),
    ),
  }))
  const rules = fc
    .tuple(match, fc.array(clause, { minLength: 1, maxLength: 3 }))
    .map(([how, list]) => aRule(how, ...list))

  it("is enough: whatever does not decide could be otherwise, and the answer stays", () => {
    fc.assert(
      fc.property(rules, fc.infiniteStream(fc.boolean()), (rule, stream) => {
        const draw = () => stream.next().value as boolean
        const truths = conditionsOf(rule).map(draw)
        const { isIn, clauses } = verdictOf(rule, truths)
        const decides = new Set(clauses.filter((one) => one.decides).map(({ path }) => path))
        const paths = leafPaths(rule.rules, "")
        const otherwise = truths.map((truth, n) => (decides.has(paths[n]!) ? truth : draw()))
        expect(verdictOf(rule, otherwise).isIn).toBe(isIn)
        expect(paths.some((path) => decides.has(path))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

function leafPaths(list: Clause[], at: string): string[] {
  return list.flatMap((one, n) => {
    const path = at === "" ? String(n) : `${at}.${n}`
    return one.kind === "group" ? leafPaths(one.rules, path) : [path]
  })
}
