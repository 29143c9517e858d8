import { z } from "zod"
import { ruleSchema } from "../../segments/rule"
import { filterKind } from "../filter-kind"
import type { QuestionOf } from "../questions"

const schema = z.union([
  z.object({ segmentId: z.string().trim().min(1, "choose a segment").max(64) }),
  z.object({ rule: ruleSchema }),
])

/** Only people of a segment, or for whom a rule of the same kind holds now. */
export const segment = filterKind({
  kind: "segment",
  settings: schema,
  defaults: { segmentId: "" },
  judge({ settings, know }) {
    const question: QuestionOf<"in_segment"> | QuestionOf<"matches"> =
      "segmentId" in settings
        ? { about: "in_segment", segmentId: settings.segmentId }
        : { about: "matches", rule: settings.rule }
    const isIn = question.about === "in_segment" ? know(question) : know(question)
    return isIn === undefined ? { ask: [question] } : { holds: isIn, saw: { isIn } }
  },
  references: (settings) => ("segmentId" in settings ? { segment: [settings.segmentId] } : {}),
})
