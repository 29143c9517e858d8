import { z } from "zod"
import { clockTrigger } from "./clock-trigger"

const ids = z.array(z.string().trim().min(1).max(100)).max(200).default([])

export const SITE_VISITED = "site.visited"
export const SECTION_VISITED = "section.visited"
export const PRODUCT_VIEWED = "product.viewed"
export const CATEGORY_VIEWED = "category.viewed"
export const VIEW_ABANDONED = "product.view_abandoned"

export const sectionSchema = z.object({
  /** The beginning of a path, for example /sale; the country in front does not count. */
  section: z.string().trim().min(2).max(300).regex(/^\//, "must be a path such as /sale"),
})
export type SectionSettings = z.output<typeof sectionSchema>

/** None: any. */
export const viewedSchema = z.object({ ids })
export type ViewedSettings = z.output<typeof viewedSchema>

export const viewAbandonedSchema = z.object({
  ids,
  /** So long after the view with no such product in the cart and no order. */
  hours: z.coerce.number().int().min(1).max(168).default(4),
})
export type ViewAbandonedSettings = z.output<typeof viewAbandonedSchema>

const site = <Schema extends z.ZodType>(
  kind: string,
  subject: "contact" | "product",
  settings: Schema,
  defaults: Record<string, unknown>,
) =>
  clockTrigger({
    kind,
    group: "site",
    subject,
    settings,
    defaults,
    variables: subject === "product" ? ["customer", "product"] : ["customer"],
    references: (chosen) => (subject === "product" ? { product: (chosen as ViewedSettings).ids } : {}),
  })

/** What known people who agreed to be tracked do in the storefront (docs/storefront.md). */
export const SITE_TRIGGERS = [
  site(SITE_VISITED, "contact", z.object({}), {}),
  site(SECTION_VISITED, "contact", sectionSchema, { section: "/sale" }),
  site(PRODUCT_VIEWED, "product", viewedSchema, { ids: [] }),
  site(CATEGORY_VIEWED, "contact", viewedSchema, { ids: [] }),
  site(VIEW_ABANDONED, "product", viewAbandonedSchema, { ids: [], hours: 4 }),
]
