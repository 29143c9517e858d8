import type { TagCatalogue } from "../../parts/api/content"
import type { Block } from "../../../src/core/templates/document"

/** In the order of a letter: head, words, pictures, goods, form, foot. */
const ORDER: readonly Block["type"][] = [
  "logo",
  "heading",
  "text",
  "picture",
  "button",
  "products",
  "order",
  "amount",
  "tracking",
  "coupon",
  "columns",
  "divider",
  "spacer",
  "social",
  "html",
  "footer",
]

/** The blocks that make sense in this mail: a newsletter has no order to show. */
export function typesFor({ blocks }: Pick<TagCatalogue, "blocks">): readonly Block["type"][] {
  return ORDER.filter((type) => blocks.includes(type))
}
