import fc from "fast-check"
import { Liquid } from "liquidjs"
import { renderSynchronously } from "../../src/rendering/synchronous-render"

const options = { ownPropertyOnly: true, outputEscape: "escape" as const }
const theirs = new Liquid(options)
const ours = new Liquid(options)
renderSynchronously(ours)

const context = {
  a: "1 < 2",
  n: 7,
  none: null,
  yes: true,
  list: [{ t: "x", p: [1, 2] }, { t: "y", p: [] }, { t: null }],
  map: { k: "v", "with space": 1 },
  empty: [],
}

const value = fc.constantFrom(
  "a",
  "n",
  "none",
  "yes",
  "missing.deep",
  "list",
  "list[0].t",
  "list.first.t",
  "list.last.t",
  "list.size",
  "a.size",
  "map['with space']",
  "map[missing]",
  "map",
  "empty",
  "'quoted'",
  "3",
  "(1..3)",
  "item.t",
  "forloop.index",
  "forloop.last",
  "forloop.rindex0",
)
const filter = fc.constantFrom(
  "",
  " | upcase",
  " | default: 'd'",
  " | size",
  " | append: a",
  " | times: 2 | plus: n",
  " | escape",
)
const output = fc.tuple(value, filter).map(([v, f]) => `{{ ${v}${f} }}`)
const condition = fc.oneof(
  value,
  fc.tuple(value, fc.constantFrom("==", "!=", ">", "contains"), value).map((parts) => parts.join(" ")),
  fc.tuple(value, fc.constantFrom("and", "or"), value).map((parts) => parts.join(" ")),
  value.map((v) => `${v} != blank`),
)

const { template } = fc.letrec<{ template: string; piece: string }>((tie) => ({
  template: fc.array(tie("piece"), { maxLength: 4 }).map((pieces) => pieces.join("·")),
  piece: fc.oneof(
    { maxDepth: 3, depthIdentifier: "piece" },
    output,
    fc.constantFrom("text & <b>", "{% break %}", "{% continue %}", "{% comment %}{{ a }}{% endcomment %}"),
    fc
      .tuple(condition, tie("template"), tie("template"))
      .map(([c, t, e]) => `{% if ${c} %}${t}{% else %}${e}{% endif %}`),
    fc.tuple(condition, tie("template")).map(([c, t]) => `{% unless ${c} %}${t}{% endunless %}`),
    fc
      .tuple(value, fc.constantFrom("", " limit: 2", " offset: 1", " reversed"), tie("template"))
      .map(([v, m, t]) => `{% for item in ${v}${m} %}${t}{% else %}none{% endfor %}`),
    fc.tuple(value, tie("template")).map(([v, t]) => `{% assign n = ${v} %}${t}`),
    tie("template").map((t) => `{% capture a %}${t}{% endcapture %}`),
    fc.tuple(value, tie("template")).map(([v, t]) => `{% case ${v} %}{% when 3 %}${t}{% else %}e{% endcase %}`),
  ),
}))

const outcome = (liquid: Liquid, source: string) => {
  try {
    return liquid.parseAndRenderSync(source, structuredClone(context))
  } catch (error) {
    return `error: ${(error as Error).message.split("\n")[0]}`
  }
}

describe("the synchronous walk", () => {
  it("renders any template as liquidjs itself does", () => {
    fc.assert(
      fc.property(template, (source) => {
        expect(outcome(ours, source)).toBe(outcome(theirs, source))
      }),
      { numRuns: 1500 },
    )
  })
})
