import { z } from "zod"
import type { ShopLine } from "../shop/shop"

/** What must have been bought: any one of the ids is enough. */
export const purchaseMatchSchema = z.object({
  kind: z.enum(["product", "category", "collection", "tag", "sales_channel", "supplier"]),
  ids: z.array(z.string().trim().min(1)).min(1, "choose at least one").max(200),
})
export type PurchaseMatch = z.infer<typeof purchaseMatchSchema>

/** Products that must be there for a rule to make sense; what else may be bought the shop alone knows. */
export const productsOf = ({ kind, ids }: PurchaseMatch): { product?: string[] } =>
  kind === "product" ? { product: ids } : {}

/** The lines that a rule is about. A sales channel takes the whole order. */
export function matchingLines(match: PurchaseMatch, lines: ShopLine[], salesChannelId: string | null): ShopLine[] {
  const wanted = new Set(match.ids)
  const { kind } = match
  if (kind === "sales_channel") return salesChannelId && wanted.has(salesChannelId) ? lines : []
  return lines.filter((line) => idsOf(kind, line).some((id) => wanted.has(id)))
}

function idsOf(kind: Exclude<PurchaseMatch["kind"], "sales_channel">, line: ShopLine): string[] {
  switch (kind) {
    case "product":
      return line.productId ? [line.productId] : []
    case "category":
      return line.categoryIds
    case "collection":
      return line.collectionId ? [line.collectionId] : []
    case "tag":
      return line.tagIds
    case "supplier":
      return line.supplierId ? [line.supplierId] : []
  }
}
