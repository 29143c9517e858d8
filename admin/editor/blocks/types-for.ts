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
  "poll",
  "columns",
  "divider",
  "spacer",
  "social",
  "html",
  "footer",
]

/** The blocks that make sense in this mail: a newsletter has no order to show, a receipt no parcel. */
export function typesFor({ tags, facts, product_sources }: TagCatalogue): readonly Block["type"][] {
  const isAbout = (thing: string) => tags.some(({ tag }) => tag.startsWith(`${thing}.`))
  const has: Partial<Record<Block["type"], boolean>> = {
    products: product_sources.length > 0,
    order: isAbout("order") || isAbout("cart"),
    amount: tags.some(({ type }) => type === "money"),
    // Questions are advertising: only where readers can unsubscribe.
    poll: tags.some(({ tag }) => tag === "unsubscribeUrl"),
    tracking: facts.some(({ fact }) => fact === "parcel_has_tracking"),
  }
  return ORDER.filter((type) => has[type] ?? true)
}
