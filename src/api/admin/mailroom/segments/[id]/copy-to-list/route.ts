import { z } from "zod"
import { answer, parsed } from "../../../call"
import { segmentAnswer } from "../../../segment-answer"

const bodySchema = z.strictObject({ name: z.string().max(500) })

export const POST = answer(async ({ mailroom, params, actor, body }) => {
  const id = await mailroom.segmentMembers.copyToList(params.id!, parsed(bodySchema, body).name, actor.userId)
  return { segment: segmentAnswer(await mailroom.segments.get(id)) }
})
