import { conditionsOf, DEEPEST, MOST_CONDITIONS, ruleSchema, type Clause, type Rule } from "./rule"
import { chainProblem, LONGEST_CHAIN, referencesOf } from "./references"

const vip: Clause = { kind: "tag", op: "any", tags: ["vip"] }
const inSegment = (id: string): Clause => ({ kind: "segment", op: "in", segment_id: id })
const aRule = (...rules: Clause[]): Rule => ({ version: 1, match: "all", rules })
const said = (given: unknown) => {
  const result = ruleSchema.safeParse(given)
  const issue = result.error?.issues[0]
  return issue && `${issue.path.join(".")}: ${issue.message}`
}

describe("a rule", () => {
  it("comes back as it was given", () => {
    const rule: Rule = aRule(vip, { kind: "group", match: "none", rules: [vip, inSegment("mseg_1")] })
    expect(ruleSchema.parse(rule)).toEqual(rule)
  })

  it("keeps what it has after a newer version of Mailroom read it: unknown keys are refused, not dropped", () => {
    expect(said({ ...aRule(), since: 1 })).toMatch(/since/)
    expect(said(aRule({ ...vip, extra: 1 } as Clause))).toMatch(/^rules\.0.*extra/)
  })

  it("says which condition is wrong, and what it must be", () => {
    expect(said(aRule({ kind: "smell" } as never))).toMatch(/^rules\.0\.kind: must have a known kind: group, profile/)
    expect(said(aRule({ kind: "tag", op: "any", tags: [] }))).toMatch(/^rules\.0\.tags/)
    expect(said(aRule(vip, { kind: "group", match: "all", rules: [] }))).toMatch(
      /^rules\.1\.rules: must hold at least one condition/,
    )
    expect(said(aRule({ kind: "field", key: "size", type: "number", op: "more", value: "x" } as never))).toMatch(
      /^rules\.0\.value/,
    )
    expect(
      said(
        aRule({ kind: "order_date", which: "last", within: { kind: "between", from: "2026-02-02", to: "2026-02-01" } }),
      ),
    ).toMatch(/must begin before it ends/)
    expect(said(aRule({ kind: "birthday", op: "on", month: 2, day: 30 }))).toMatch(/calendar/)
  })

  it("has limits of depth and size, also for a body made to hurt", () => {
    const nested = (levels: number): Clause =>
      levels === 0 ? vip : { kind: "group", match: "all", rules: [nested(levels - 1)] }
    expect(said(aRule(nested(DEEPEST - 1)))).toBeUndefined()
    expect(said(aRule(nested(DEEPEST)))).toMatch(/deeper than 4/)
    expect(said(aRule(nested(3000)))).toMatch(/deeper than 4/)
    const wide: Clause = { kind: "group", match: "any", rules: Array.from({ length: 26 }, () => vip) }
    expect(said(aRule(wide, wide))).toMatch(new RegExp(`at most ${MOST_CONDITIONS} conditions; it has 52`))
  })

  it("reads its conditions from the top", () => {
    const rule = aRule({ kind: "group", match: "any", rules: [vip] }, inSegment("a"))
    expect(conditionsOf(rule).map(({ kind }) => kind)).toEqual(["tag", "segment"])
  })
})

describe("what a rule refers to", () => {
  it("is named once each", () => {
    const rule = aRule(
      inSegment("a"),
      inSegment("a"),
      { kind: "topic", topic_id: "mtop_1", state: "none" },
      { kind: "mail", op: "opened", of: { kind: "mailings", ids: ["mml_1", "mml_2"] } },
      { kind: "field", key: "size", type: "number", op: "known" },
      { kind: "poll", op: "answered", poll_id: "mpoll_1" },
    )
    expect(referencesOf(rule)).toEqual({
      segments: ["a"],
      topics: ["mtop_1"],
      mailings: ["mml_1", "mml_2"],
      fields: ["size"],
      polls: ["mpoll_1"],
    })
  })

  it("may not come back to itself, by whatever way", () => {
    const rules = new Map([
      ["b", aRule(inSegment("c"))],
      ["c", aRule({ kind: "group", match: "none", rules: [inSegment("a")] })],
    ])
    expect(chainProblem("a", aRule(inSegment("a")), new Map())).toEqual({ kind: "cycle", path: ["a", "a"] })
    expect(chainProblem("a", aRule(inSegment("b")), rules)).toEqual({ kind: "cycle", path: ["a", "b", "c", "a"] })
    expect(chainProblem("d", aRule(inSegment("c")), new Map([["c", aRule(vip)]]))).toBeNull()
  })

  it("may be used twice without being a circle", () => {
    const rules = new Map([
      ["b", aRule(inSegment("d"))],
      ["c", aRule(inSegment("d"))],
      ["d", aRule(vip)],
    ])
    expect(chainProblem("a", aRule(inSegment("b"), inSegment("c")), rules)).toBeNull()
  })

  it("may not reach too far, nor become too large by others", () => {
    const chain = new Map(Array.from({ length: 9 }, (_, n) => [`s${n}`, aRule(inSegment(`s${n + 1}`))] as const))
    expect(chainProblem("a", aRule(inSegment("s0")), chain)).toEqual({ kind: "too_deep" })
    expect(chainProblem("a", aRule(inSegment(`s${9 - LONGEST_CHAIN + 2}`)), chain)).toBeNull()
    const large = new Map([["b", aRule(...Array.from({ length: 50 }, () => vip))]])
    const five = Array.from({ length: 5 }, () => inSegment("b"))
    expect(chainProblem("a", aRule(...five), large)).toMatchObject({ kind: "too_large" })
  })
})
