import { z } from "zod"
import { ruleSchema } from "../../../../../core/segments/rule"
import { answer, parsed } from "../../call"
import { segmentAnswer } from "../../segment-answer"

const bodySchema = z.strictObject({
  name: z.string().max(500).optional(),
  rule: ruleSchema.optional(),
  revision: z.number().int().min(1),
})

export const GET = answer(async ({ mailroom, params }) => ({
  segment: segmentAnswer(await mailroom.segments.get(params.id!)),
}))

export const POST = answer(async ({ mailroom, params, actor, body }) => ({
  segment: segmentAnswer(await mailroom.segments.update(params.id!, parsed(bodySchema, body), actor.userId)),
}))

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.segments.remove(params.id!)
  return { id: params.id, deleted: true }
})
