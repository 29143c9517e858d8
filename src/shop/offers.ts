import { ContainerRegistrationKeys, QueryContext } from "@medusajs/framework/utils"
import type { PriceContext, ShopOffer, ShopRegion } from "../core/shop/offers"
import { decimal } from "./decimal"
import type { Row } from "./row"

type Container = { resolve(key: string): unknown }
type Query = { graph(asked: Row): Promise<{ data: Row[] }> }

const FIELDS = ["id", "title", "handle", "thumbnail", "status", "variants.id", "variants.calculated_price.*"]

/**
 * Published products with what this price context pays, by Medusa's own pricing (price lists, groups, regions). The
 * cheapest variant that has a price speaks for the product; one without any is left out.
 */
export async function offersOf(
  container: Container,
  { productIds, who }: { productIds: string[]; who: PriceContext },
): Promise<ShopOffer[]> {
  if (productIds.length === 0) return []
  const { regionId, currency, customerGroupIds } = who
  const query = container.resolve(ContainerRegistrationKeys.QUERY) as Query
  const { data } = await query.graph({
    entity: "product",
    fields: FIELDS,
    filters: { id: productIds, status: "published" },
    pagination: { take: productIds.length },
    context: {
      variants: {
        calculated_price: QueryContext({
          ...(regionId ? { region_id: regionId } : {}),
          currency_code: currency.toLowerCase(),
          ...(customerGroupIds.length > 0 ? { customer: { groups: customerGroupIds.map((id) => ({ id })) } } : {}),
        }),
      },
    },
  })
  return data.flatMap((product) => offerOf(product) ?? [])
}

function offerOf(product: Row): ShopOffer | null {
  const prices = ((product.variants ?? []) as Row[])
    .map((variant) => variant?.calculated_price as Row | null | undefined)
    .filter((price): price is Row => price?.calculated_amount !== null && price?.calculated_amount !== undefined)
  const [cheapest] = prices.sort((a, b) => Number(a.calculated_amount) - Number(b.calculated_amount))
  if (!cheapest) return null
  const price = decimal(cheapest.calculated_amount, cheapest.raw_calculated_amount)
  const original = decimal(cheapest.original_amount ?? cheapest.calculated_amount, cheapest.raw_original_amount)
  return {
    productId: product.id,
    title: product.title,
    handle: product.handle ?? null,
    thumbnail: product.thumbnail ?? null,
    price,
    originalPrice: Number(original) > Number(price) ? original : null,
  }
}

/** With the shop's default region marked. */
export async function regionsOf(container: Container): Promise<ShopRegion[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY) as Query
  const [{ data: regions }, { data: stores }] = await Promise.all([
    query.graph({ entity: "region", fields: ["id", "currency_code", "countries.iso_2"] }),
    query.graph({ entity: "store", fields: ["id", "default_region_id", "supported_currencies.*"] }),
  ])
  const [store] = stores
  return regions.map((region) => ({
    id: region.id,
    currency: String(region.currency_code).toUpperCase(),
    countryCodes: ((region.countries ?? []) as Row[]).filter(Boolean).map(({ iso_2 }) => String(iso_2).toUpperCase()),
    isDefault: region.id === store?.default_region_id,
  }))
}
