import { z } from "zod"
import { basisGroupFields } from "../basis-input"
import { answer, parsed } from "../call"

const bodySchema = z.strictObject({
  ...basisGroupFields,
  topic_ids: z.array(z.string().max(80)).min(1).max(50),
  reason: z.string().trim().min(10, "must say in a sentence why you may write to these people").max(2000),
  wording: z.string().trim().min(3, "must be the words that these people agreed to").max(4000),
  locale: z.string().max(35).optional(),
})

/** Who may be written to, by country; and the bases that were recorded. */
export const GET = answer(async ({ mailroom }) => ({
  audience: await mailroom.bases.audience(),
  records: await mailroom.bases.list(),
}))

export const POST = answer(async ({ mailroom, actor, body }) => {
  const { topic_ids: topicIds, agreed_on: agreedOn, ...rest } = parsed(bodySchema, body)
  return { record: await mailroom.bases.record({ ...rest, topicIds, agreedOn }, actor.userId) }
})
