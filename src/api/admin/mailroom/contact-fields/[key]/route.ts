import { z } from "zod"
import { answer, parsed } from "../../call"
import { contactFieldAnswer } from "../../contact-field-answer"

const bodySchema = z.strictObject({
  label: z.string().max(200).optional(),
  choices: z.array(z.string().max(200)).max(500).optional(),
  position: z.number().int().min(0).max(10_000).optional(),
  is_archived: z.boolean().optional(),
})

export const POST = answer(async ({ mailroom, params, body }) => {
  const { is_archived: isArchived, ...change } = parsed(bodySchema, body)
  return {
    contact_field: contactFieldAnswer(await mailroom.contactFields.update(params.key!, { ...change, isArchived })),
  }
})
