import { z } from "zod"
import { ruleSchema } from "../../../../../core/segments/rule"
import { answer, parsed } from "../../call"

const bodySchema = z.strictObject({ rule: ruleSchema, contact_id: z.uuid() })

/** "Why is she in it?", of a rule that may not be saved yet. */
export const POST = answer(({ mailroom, body }) => {
  const { rule, contact_id: contactId } = parsed(bodySchema, body)
  return mailroom.segmentMembers.explain(rule, contactId)
})
