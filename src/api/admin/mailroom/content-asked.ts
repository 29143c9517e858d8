import { z } from "zod"
import { contentSchema } from "../../../core/templates/document"
import { CONTENT_FOR } from "../../../core/templates/tag-catalogue"

const id = z.string().max(200).nullable().optional()

/** `Asked` of docs/content.md: a content and what to make it with. */
export const contentAskedSchema = z.strictObject({
  for: z.enum(CONTENT_FOR),
  content: contentSchema,
  locale: z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/, "must be a language tag such as de or pt-BR")
    .nullable()
    .optional(),
  sender_id: id,
  contact_id: id,
  order_id: id,
  cart_id: id,
  mailing_id: id,
  name: z.string().max(200).nullable().optional(),
})

export const forSchema = z.object({ for: z.enum(CONTENT_FOR).default("newsletter") })
