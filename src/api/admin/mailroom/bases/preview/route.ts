import { z } from "zod"
import { basisGroupFields } from "../../basis-input"
import { answer, parsed } from "../../call"

const { countries: _, ...fields } = basisGroupFields
/** In a query a list is one text: `countries=DE,AT`; `countries=-` stands for "no country known". */
const querySchema = z.object({
  ...fields,
  countries: z
    .string()
    .max(1500)
    .optional()
    .transform((text) => (text ? text.split(",").map((code) => (code === "-" ? "" : code)) : null)),
})

/** What recording would do, before it is done. */
export const GET = answer(async ({ mailroom, query }) => {
  const { agreed_on: agreedOn, ...group } = parsed(querySchema, query)
  return { preview: await mailroom.bases.preview({ ...group, agreedOn }) }
})
