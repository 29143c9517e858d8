import { ContainerRegistrationKeys, QueryContext } from "@medusajs/framework/utils"
import type { PriceContext, ShopOffer, ShopRegion } from "../core/shop/offers"
import { decimal } from "./decimal"
import { isPriced, taxesOf, variantsOf, type TaxOf } from "./taxes"
import type { Row } from "./row"

type Container = { resolve(key: string): unknown }
type Query = { graph(asked: Row): Promise<{ data: Row[] }> }

const FIELDS = ["id", "type_id", "title", "handle", "thumbnail", "status", "variants.id", "variants.calculated_price.*"]

/**
 * Published products with what this price context pays, by Medusa's own pricing (price lists, groups, regions) and, where
 * the shop adds its tax by itself, with that tax: what the person's cart will say. The cheapest variant that has a price
 * speaks for the product; one without any is left out.
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
  const taxOf = await taxesOf(container, data, who.taxCountry)
  return data.flatMap((product) => offerOf(product, taxOf) ?? [])
}

function offerOf(product: Row, taxOf: TaxOf): ShopOffer | null {
  const priced = variantsOf(product).filter(isPriced)
  const amountOf = (variant: Row) => Number(variant.calculated_price.calculated_amount)
  const [variant] = priced.sort((a, b) => amountOf(a) - amountOf(b))
  if (!variant) return null
  const { calculated_price: found } = variant
  const hasTax = [found.is_calculated_price_tax_inclusive, found.is_original_price_tax_inclusive]
  const price = taxOf(variant, hasTax[0], decimal(found.calculated_amount, found.raw_calculated_amount))
  const before = decimal(found.original_amount ?? found.calculated_amount, found.raw_original_amount)
  const original = taxOf(variant, hasTax[1] ?? hasTax[0], before)
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
    query.graph({ entity: "region", fields: ["id", "currency_code", "automatic_taxes", "countries.iso_2"] }),
    query.graph({ entity: "store", fields: ["id", "default_region_id", "supported_currencies.*"] }),
  ])
  const [store] = stores
  return regions.map((region) => ({
    id: region.id,
    currency: String(region.currency_code).toUpperCase(),
    countryCodes: ((region.countries ?? []) as Row[]).filter(Boolean).map(({ iso_2 }) => String(iso_2).toUpperCase()),
    isDefault: region.id === store?.default_region_id,
    isTaxed: region.automatic_taxes === true,
  }))
}
