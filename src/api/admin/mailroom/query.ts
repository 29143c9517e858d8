import { z } from "zod"

/** `?limit=&cursor=` of every list. */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
})

/** `?status=a&status=b` and `?status=a,b` alike; undefined when nothing is named. */
export function listOf<Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => [given ?? []].flat().flatMap((one) => one.split(",").filter(Boolean)))
    .pipe(z.array(z.enum(values)))
    .transform((list) => (list.length > 0 ? list : undefined))
}
