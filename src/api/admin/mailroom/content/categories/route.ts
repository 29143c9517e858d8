import { z } from "zod"
import { answer, parsed } from "../../call"

const querySchema = z.object({
  q: z.string().trim().max(200).optional(),
  ids: z
    .string()
    .max(3000)
    .optional()
    .transform((given) => given?.split(",").filter(Boolean)),
})
const MOST = 50

/** Of the shop itself; none in a process without one. */
export const GET = answer(async ({ mailroom: { shop }, query }) => {
  const { q, ids } = parsed(querySchema, query)
  if (!shop) return { categories: [] }
  return { categories: ids ? await shop.names("category", ids) : await shop.categories({ q: q || null, limit: MOST }) }
})
