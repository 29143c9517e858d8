import { z } from "zod"
import { answer, parsed } from "../call"
import { topicAnswer } from "../topic-answer"

const bodySchema = z.strictObject({
  name: z.string(),
  slug: z.string().optional(),
  description: z.string().max(1000).nullable().optional(),
  visibility: z.enum(["public", "internal"]).optional(),
})

export const GET = answer(async ({ mailroom }) => ({ topics: (await mailroom.topics.list()).map(topicAnswer) }))

export const POST = answer(async ({ mailroom, body }) => ({
  topic: topicAnswer(await mailroom.topics.create(parsed(bodySchema, body))),
}))
