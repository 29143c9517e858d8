import type { ShopLine } from "../core/shop/shop"
import { decimal, minus, quantity } from "./decimal"
import type { Row } from "./row"

export type CategoryMetadata = Map<string, Record<string, unknown>>

/** Ids of a category with all its ancestors, nearest first; Medusa keeps the way down in `mpath` ("top.middle.leaf"). */
export function withAncestors(category: Row): string[] {
  const path = String(category.mpath ?? "")
    .split(".")
    .filter(Boolean)
  const way = path.includes(category.id) ? path : [...path, category.id]
  return way.reverse()
}

/** A line of an order or cart. A product deleted meanwhile leaves the snapshot in the line: no categories, no tags. */
export function lineOf(line: Row, categories: CategoryMetadata): ShopLine {
  const product: Row = line.product ?? {}
  const categoryIds = [...new Set<string>((product.categories ?? []).flatMap(withAncestors))]
  const total = decimal(line.total, line.raw_total)
  return {
    id: line.id,
    productId: line.product_id ?? product.id ?? null,
    variantId: line.variant_id ?? null,
    productHandle: product.handle ?? line.product_handle ?? null,
    title: line.product_title ?? line.title ?? "",
    variantTitle: variantTitleOf(line),
    sku: line.variant_sku ?? null,
    quantity: quantity(line.quantity, line.raw_quantity),
    total,
    unitPrice: decimal(line.unit_price, line.raw_unit_price),
    thumbnail: line.thumbnail ?? null,
    url: null,
    net: minus(total, decimal(line.tax_total, line.raw_tax_total)),
    returnedQuantity: quantity(line.detail?.return_received_quantity, line.detail?.raw_return_received_quantity),
    categoryIds,
    collectionId: product.collection_id ?? null,
    tagIds: (product.tags ?? []).map(({ id }: Row) => id),
    productMetadata: product.metadata ?? {},
    categoryMetadata: categoryIds.map((id) => categories.get(id) ?? {}),
  }
}

/** A product with one variant calls it "Default variant", which tells the shopper nothing. */
function variantTitleOf({ variant_title: title, product_title: productTitle }: Row): string | null {
  return !title || title === productTitle || /^default( variant)?$/i.test(title) ? null : title
}
