import { z } from "zod"
import { selectProductChoices, type ProductChoiceRow } from "../../../../../modules/mailroom/sql/offers"
import { answer, parsed } from "../../call"

const querySchema = z.object({
  q: z.string().trim().max(200).optional(),
  /** Those already picked, comma separated. */
  ids: z
    .string()
    .max(3000)
    .optional()
    .transform((given) => given?.split(",").filter(Boolean)),
})
const MOST = 30

export const GET = answer(async ({ mailroom, query }) => {
  const { q, ids } = parsed(querySchema, query)
  const asked = { q: q || null, ids: ids ?? null, limit: MOST }
  return { products: await mailroom.db.query<ProductChoiceRow>(selectProductChoices(asked)) }
})
