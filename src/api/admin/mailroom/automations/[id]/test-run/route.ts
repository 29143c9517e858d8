import { z } from "zod"
import { testRun } from "../../../../../../runtime/automations/test-run"
import { answer, parsed } from "../../../call"

/** Whose way it is, and where the mails go. */
const bodySchema = z.strictObject({ contact_id: z.uuid(), email: z.string().min(3).max(254) })

export const POST = answer(async ({ mailroom, params, body }) => {
  const { contact_id: contactId, email } = parsed(bodySchema, body)
  return testRun(mailroom, params.id!, { contactId, to: email })
})
