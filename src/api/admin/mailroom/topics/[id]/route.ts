import { z } from "zod"
import { answer, parsed } from "../../call"
import { topicAnswer, topicFields } from "../../topic-answer"

const bodySchema = z.strictObject({
  name: z.string().optional(),
  is_archived: z.boolean().optional(),
  ...topicFields,
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { is_archived: isArchived, ...change } = parsed(bodySchema, body)
  return { topic: topicAnswer(await mailroom.topics.update(params.id!, { ...change, isArchived })) }
})

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.topics.remove(params.id!)
  return { id: params.id, deleted: true }
})
