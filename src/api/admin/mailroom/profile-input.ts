import { z } from "zod"

const text = z.string().max(500).nullable().optional()

/** What may be said of a person by hand; the service checks each against its rule and names what is wrong. */
export const profileFields = {
  first_name: text,
  last_name: text,
  locale: text,
  country: text,
  time_zone: text,
  birthday: text,
  tags: z.array(z.string().max(200)).max(200).optional(),
  fields: z.record(z.string().max(40), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])).optional(),
}
