import { z } from "zod"
import { FIELD_TYPES } from "../../../../core/contacts/contact-field"
import { answer, parsed } from "../call"
import { contactFieldAnswer } from "../contact-field-answer"

const bodySchema = z.strictObject({
  key: z.string().max(100),
  label: z.string().max(200),
  type: z.enum(FIELD_TYPES),
  choices: z.array(z.string().max(200)).max(500).optional(),
})

export const GET = answer(async ({ mailroom }) => ({
  contact_fields: (await mailroom.contactFields.list()).map(contactFieldAnswer),
}))

export const POST = answer(async ({ mailroom, body }) => ({
  contact_field: contactFieldAnswer(await mailroom.contactFields.create(parsed(bodySchema, body))),
}))
