import { z } from "zod"
import { RECORDABLE_BASES } from "../../../core/contacts/record-basis"

const day = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)), {
  message: "must be a day such as 2026-03-01",
})

/** Which people a basis is for, and what is said of them. `countries`: ISO codes, "" for no country known; none = all. */
export const basisGroupFields = {
  people: z.enum(["buyers", "others", "all"]),
  countries: z
    .array(z.string().regex(/^([A-Z]{2})?$/, 'must be a country code such as DE, or "" for no country known'))
    .max(300)
    .nullable()
    .default(null),
  basis: z.enum(RECORDABLE_BASES),
  agreed_on: day,
}
