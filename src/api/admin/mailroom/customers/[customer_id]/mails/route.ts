import { answer, parsed } from "../../../call"
import { pageSchema } from "../../../query"

export const GET = answer(async ({ mailroom, params, query }) => {
  const page = parsed(pageSchema, query)
  const contact = await mailroom.people.byCustomer(params.customer_id!)
  if (!contact) return { contact: null, messages: [], next_cursor: null }
  return { contact, ...(await mailroom.outbox.list({ ...page, contactId: contact.id })) }
})
