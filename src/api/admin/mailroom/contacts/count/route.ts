import { z } from "zod"
import { answer, parsed } from "../../call"
import { contactFilterFields, contactFilterOf } from "../../contact-filter"

const querySchema = z.object({ ...contactFilterFields, exact: z.enum(["true", "false"]).optional() })

export const GET = answer(async ({ mailroom, query }) => {
  const { exact, ...asked } = parsed(querySchema, query)
  const filter = await contactFilterOf(asked, mailroom)
  if (exact !== "true") return mailroom.contactList.count(filter)
  return { count: await mailroom.contactList.exactCount(filter), is_more: false, estimate: null }
})
