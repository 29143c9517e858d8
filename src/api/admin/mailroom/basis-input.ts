import { z } from "zod"
import { RECORDABLE_BASES } from "../../../core/contacts/record-basis"
import { daySchema } from "./day"

/** Which people a basis is for, and what is said of them. `countries`: ISO codes, "" for no country known; none = all. */
export const basisGroupFields = {
  people: z.enum(["buyers", "others", "all"]),
  countries: z
    .array(z.string().regex(/^([A-Z]{2})?$/, 'must be a country code such as DE, or "" for no country known'))
    .max(300)
    .nullable()
    .default(null),
  basis: z.enum(RECORDABLE_BASES),
  agreed_on: daySchema,
}
