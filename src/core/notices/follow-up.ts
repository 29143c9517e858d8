import { z } from "zod"
import { addressSchema } from "../automations/address-schema"

/** A month: a supplier who has not answered by then is a matter for the telephone. */
const MOST_HOURS = 720

/** What a notice does beyond one plain mail (F2). */
export const followUpSchema = z.object({
  /** So long lines of several orders are put together; the first of them starts the clock. 0: each order by itself. */
  collectMinutes: z.coerce.number().int().min(0).max(10_080, "at most a week").default(0),
  /** One mail per recipient, or per product or tag as well. */
  groupBy: z.enum(["recipient", "product", "tag"]).default("recipient"),
  attach: z.enum(["none", "csv", "pdf"]).default("none"),
  /** A link by which the reader says "seen"; reminded and told to others where nobody did. Null: no link. */
  acknowledge: z
    .object({
      remindAfterHours: z.coerce.number().int().min(1).max(MOST_HOURS).nullable().default(null),
      escalateAfterHours: z.coerce.number().int().min(1).max(MOST_HOURS).nullable().default(null),
      escalateTo: z.array(addressSchema).max(10).default([]),
    })
    .refine(({ escalateAfterHours, escalateTo }) => escalateAfterHours === null || escalateTo.length > 0, {
      path: ["escalateTo"],
      message: "name at least one address that is told",
    })
    .nullable()
    .default(null),
})
export type FollowUp = z.infer<typeof followUpSchema>
