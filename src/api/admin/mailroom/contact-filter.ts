import { z } from "zod"
import { QUALITY_KINDS } from "../../../core/contacts/address-quality"
import { EVERYBODY, type ContactFilter } from "../../../core/reports/contact-filter"
import { EMAIL_STATES } from "../../../core/reports/email-state"
import type { Mailroom } from "../../../modules/mailroom/mailroom"

/** The filter of the contact list, in an address and in the body of a bulk action alike. */
export const contactFilterFields = {
  q: z.string().trim().max(254).optional(),
  state: z.enum(EMAIL_STATES).optional(),
  topic_id: z.string().max(100).optional(),
  tag: z.string().max(60).optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'must be a country code of two letters such as "DE"')
    .optional(),
  /** `key:value` of one of the merchant's own fields. */
  field: z
    .string()
    .regex(/^[a-z][a-z0-9_]*:./s, 'must be the key of a field, a colon and a value, for example "club:gold"')
    .max(1100)
    .optional(),
  quality: z.enum(QUALITY_KINDS).optional(),
  customer_id: z.string().max(200).optional(),
}

type Asked = z.infer<z.ZodObject<typeof contactFilterFields>>

/** INVALID_DATA for a field that does not exist or a value that it cannot have. */
export async function contactFilterOf(asked: Asked, { contactFields }: Mailroom): Promise<ContactFilter> {
  return {
    ...EVERYBODY,
    q: asked.q || null,
    state: asked.state ?? null,
    topicId: asked.topic_id ?? null,
    tag: asked.tag ?? null,
    country: asked.country?.toUpperCase() ?? null,
    quality: asked.quality ?? null,
    customerId: asked.customer_id ?? null,
    field: asked.field === undefined ? null : await fieldOf(asked.field, contactFields),
  }
}

async function fieldOf(asked: string, fields: Mailroom["contactFields"]): Promise<ContactFilter["field"]> {
  const colon = asked.indexOf(":")
  const key = asked.slice(0, colon)
  const { [key]: value = null } = await fields.check({ [key]: asked.slice(colon + 1) })
  return value === null ? null : { key, value }
}
