import { z } from "zod"
import type { Rule } from "../../segments/rule"
import { filterKind } from "../filter-kind"
import type { QuestionOf } from "../questions"

const ONE_ORDER: Rule = {
  version: 1,
  match: "all",
  rules: [{ kind: "orders", measure: "count", op: "at_most", value: 1 }],
}

/** Only with the first order of a person; cancelled ones do not count. */
export const firstOrder = filterKind({
  kind: "first_order",
  settings: z.object({}),
  defaults: {},
  judge({ know }) {
    const question: QuestionOf<"matches"> = { about: "matches", rule: ONE_ORDER }
    const isFirst = know(question)
    return isFirst === undefined ? { ask: [question] } : { holds: isFirst, saw: { isFirst } }
  },
})
