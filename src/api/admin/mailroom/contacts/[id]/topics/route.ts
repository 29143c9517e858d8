import { z } from "zod"
import { RECORDABLE_BASES } from "../../../../../../core/contacts/record-basis"
import { answer, parsed } from "../../../call"
import { contactAnswer } from "../../../contact-answer"

const which = { topic_id: z.string().max(100), reason: z.string().trim().min(3).max(500) }

const bodySchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("leave"), ...which }),
  z.strictObject({ action: z.literal("ask"), ...which }),
  z.strictObject({
    action: z.literal("join"),
    ...which,
    basis: z.enum(RECORDABLE_BASES),
    agreed_on: z.string().max(10),
    wording: z.string().trim().min(3).max(4000),
  }),
])

export const POST = answer(async ({ mailroom, actor, params, body }) => {
  const { topic_id: topicId, ...said } = parsed(bodySchema, body)
  const change = said.action === "join" ? { ...said, topicId, agreedOn: said.agreed_on } : { ...said, topicId }
  await mailroom.personTopics.change(params.id!, change, actor.userId)
  return contactAnswer(mailroom, params.id!)
})
