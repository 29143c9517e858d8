import { z } from "zod"
import { MESSAGE_CLASSES } from "../../../../../../core/messages/states"
import { answer, parsed } from "../../../call"

const querySchema = z.object({
  topic_id: z.string().max(80).optional(),
  mailing_id: z.string().max(80).optional(),
  message_id: z.uuid().optional(),
  class: z.enum(MESSAGE_CLASSES).optional(),
})

/** One sentence: why this person gets, got or does not get a message, a mailing, or anything of a topic. */
export const GET = answer(async ({ mailroom, params, query }) => {
  const asked = parsed(querySchema, query)
  if (asked.message_id) return { why: await mailroom.why.ofMessage(asked.message_id) }
  const { topic_id: topicId, mailing_id: mailingId, class: messageClass } = asked
  return { why: await mailroom.why.ofContact(params.id!, { topicId, mailingId, messageClass }) }
})
