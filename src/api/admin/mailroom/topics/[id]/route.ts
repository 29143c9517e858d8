import { z } from "zod"
import { answer, parsed } from "../../call"
import { topicAnswer } from "../../topic-answer"

const bodySchema = z.strictObject({
  name: z.string().optional(),
  slug: z.string().optional(),
  description: z.string().max(1000).nullable().optional(),
  visibility: z.enum(["public", "internal"]).optional(),
  is_archived: z.boolean().optional(),
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { is_archived: isArchived, ...change } = parsed(bodySchema, body)
  return { topic: topicAnswer(await mailroom.topics.update(params.id!, { ...change, isArchived })) }
})
