import { z } from "zod"
import { nodeKind } from "../node-kind"
import { carriedOut, OUTSIDE_EXITS } from "./outside"

const schema = z
  .object({
    /** Before the code, so that a person knows what it is for; empty: none. */
    prefix: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{0,12}$/, "up to twelve letters and digits")
      .default(""),
    type: z.enum(["percentage", "fixed"]).default("percentage"),
    /** Per cent, or an amount in major units. */
    value: z.coerce.number().positive("must be more than nothing").max(1_000_000),
    /** Of a fixed amount and of the ceiling. */
    currency: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z]{3}$/, "three letters, for example eur"),
    days: z.coerce.number().int().min(1).max(366).default(14),
    tiedTo: z.enum(["customer", "address", "nobody"]).default("address"),
    /** All codes of this step together may cost no more; null: no ceiling. */
    ceiling: z.coerce.number().positive().max(1_000_000_000).nullable().default(null),
    /** What one order is usually worth: how a percentage counts towards the ceiling. */
    typicalOrder: z.coerce.number().positive().max(1_000_000).nullable().default(null),
  })
  .refine(({ type, value }) => type === "fixed" || value <= 100, { path: ["value"], message: "at most 100 per cent" })
  .refine(({ type, ceiling, typicalOrder }) => type === "fixed" || ceiling === null || typicalOrder !== null, {
    path: ["typicalOrder"],
    message: "say what an order is usually worth, so that per cent can be held against the ceiling",
  })
export type PromotionSettings = z.infer<typeof schema>

/** A code of one's own for this entrant, one use; the mails behind it show it as `{{ promotion.code }}` (F31). */
export const promotion = nodeKind({
  kind: "promotion",
  group: "shop",
  settings: schema,
  defaults: { prefix: "", type: "percentage", value: 10, currency: "", days: 14, tiedTo: "address" },
  rests: false,
  exitsOf: () => OUTSIDE_EXITS,
  decide: (asked) => carriedOut(asked, { what: "promotion", settings: asked.settings }),
})
