import type { ShopLine } from "../shop/shop"
import type { PurchaseMatch } from "./definition"

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
  }
}
