import { z } from "zod"
import { answer, parsed } from "../../call"
import { topicAnswer } from "../../topic-answer"

const bodySchema = z.strictObject({ ids: z.array(z.string().max(80)).min(1).max(500) })

export const POST = answer(async ({ mailroom, body }) => ({
  topics: (await mailroom.topics.order(parsed(bodySchema, body).ids)).map(topicAnswer),
}))
