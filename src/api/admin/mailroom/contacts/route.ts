import { z } from "zod"
import { answer, parsed } from "../call"
import { contactAnswer } from "../contact-answer"
import { contactFilterFields, contactFilterOf } from "../contact-filter"
import { profileFields } from "../profile-input"
import { pageSchema } from "../query"

const querySchema = pageSchema.extend(contactFilterFields)
const bodySchema = z.strictObject({ email: z.string().max(500), ...profileFields })

export const GET = answer(async ({ mailroom, query }) => {
  const { limit, cursor, ...filter } = parsed(querySchema, query)
  return mailroom.contactList.page(await contactFilterOf(filter, mailroom), { limit, cursor })
})

export const POST = answer(async ({ mailroom, body }) =>
  contactAnswer(mailroom, await mailroom.profiles.create(parsed(bodySchema, body))),
)
