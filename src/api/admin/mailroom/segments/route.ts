import { z } from "zod"
import { ruleSchema } from "../../../../core/segments/rule"
import { answer, parsed } from "../call"
import { segmentAnswer } from "../segment-answer"

const bodySchema = z.strictObject({
  name: z.string().max(500),
  kind: z.enum(["rule", "list"]).default("rule"),
  rule: ruleSchema.optional(),
})

export const GET = answer(async ({ mailroom }) => ({ segments: (await mailroom.segments.list()).map(segmentAnswer) }))

export const POST = answer(async ({ mailroom, actor, body }) => ({
  segment: segmentAnswer(await mailroom.segments.create(parsed(bodySchema, body), actor.userId)),
}))
