import { metadataConsent } from "../core/contacts/metadata-consent"
import type { ShopCart, ShopCustomer, ShopProduct } from "../core/shop/shop"
import { decimal } from "./decimal"
import { lineOf, withAncestors, type CategoryMetadata } from "./line-mapping"
import { iso, type Row } from "./row"

export function cartOf(cart: Row, categories: CategoryMetadata): ShopCart {
  const items = ((cart.items ?? []) as Row[]).filter(Boolean)
  // Adding an item does not touch cart.updated_at.
  const changes = [cart.updated_at, ...items.map((item) => item.updated_at)].map((at) => new Date(at).getTime())
  const named = [cart.customer, cart.shipping_address].find((row) => row?.first_name || row?.last_name)
  return {
    id: cart.id,
    email: cart.email ?? cart.customer?.email ?? null,
    customerId: cart.customer_id ?? null,
    firstName: named?.first_name ?? null,
    lastName: named?.last_name ?? null,
    locale: cart.locale ?? null,
    regionId: cart.region_id ?? null,
    salesChannelId: cart.sales_channel_id ?? null,
    currency: String(cart.currency_code).toUpperCase(),
    lines: items.map((item) => lineOf(item, categories)),
    itemTotal: decimal(cart.item_total, cart.raw_item_total),
    lastActivityAt: new Date(Math.max(...changes)).toISOString(),
    createdAt: iso(cart.created_at)!,
    completedAt: iso(cart.completed_at),
    orderId: cart.order?.id ?? null,
  }
}

export function customerOf(customer: Row): ShopCustomer {
  const addresses = ((customer.addresses ?? []) as Row[]).filter(Boolean)
  const address = addresses.find(({ is_default_shipping }) => is_default_shipping) ?? addresses[0]
  const { locale } = (customer.metadata ?? {}) as { locale?: unknown }
  return {
    id: customer.id,
    email: customer.email ?? null,
    firstName: customer.first_name ?? null,
    lastName: customer.last_name ?? null,
    hasAccount: customer.has_account === true,
    groupIds: ((customer.groups ?? []) as Row[]).filter(Boolean).map(({ id }) => id),
    locale: typeof locale === "string" ? locale : null,
    phone: customer.phone ?? null,
    countryCode: address?.country_code ? String(address.country_code).toUpperCase() : null,
    createdAt: iso(customer.created_at)!,
    consent: metadataConsent(customer.metadata),
  }
}

export function productOf(product: Row): ShopProduct {
  const ids = (rows: unknown) => ((rows ?? []) as Row[]).filter(Boolean).map(({ id }) => id as string)
  return {
    id: product.id,
    title: product.title,
    handle: product.handle ?? null,
    status: product.status,
    thumbnail: product.thumbnail ?? null,
    collectionId: product.collection_id ?? null,
    categoryIds: [...new Set(((product.categories ?? []) as Row[]).filter(Boolean).flatMap(withAncestors))],
    tagIds: ids(product.tags),
    salesChannelIds: ids(product.sales_channels),
    metadata: product.metadata ?? {},
    createdAt: iso(product.created_at),
    isInStock: isInStock(product),
  }
}

/** Whether one variant at least can be bought; null for a product without variants. */
export function isInStock(product: Row): boolean | null {
  const variants = ((product.variants ?? []) as (Row | null)[]).filter((variant): variant is Row => Boolean(variant))
  return variants.length > 0 ? variants.some(canBeBought) : null
}

/** Not counted, sold on order, or enough of every part over all places. */
function canBeBought({ manage_inventory, allow_backorder, inventory_items }: Row): boolean {
  if (!manage_inventory || allow_backorder) return true
  const parts = ((inventory_items ?? []) as (Row | null)[]).filter((part): part is Row => Boolean(part))
  return parts.length > 0 && parts.every((part) => available(part) >= Number(part.required_quantity ?? 1))
}

function available({ inventory }: Row): number {
  const levels = ((inventory?.location_levels ?? []) as (Row | null)[]).filter((level): level is Row => Boolean(level))
  return levels.reduce(
    (sum, level) => sum + Number(level.stocked_quantity ?? 0) - Number(level.reserved_quantity ?? 0),
    0,
  )
}
