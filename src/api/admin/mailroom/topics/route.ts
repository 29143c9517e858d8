import { z } from "zod"
import { answer, parsed } from "../call"
import { topicAnswer, topicFields } from "../topic-answer"

const bodySchema = z.strictObject({ name: z.string(), ...topicFields })

export const GET = answer(async ({ mailroom }) => ({ topics: (await mailroom.topics.list()).map(topicAnswer) }))

export const POST = answer(async ({ mailroom, body }) => ({
  topic: topicAnswer(await mailroom.topics.create(parsed(bodySchema, body))),
}))
