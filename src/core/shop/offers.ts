import type { Money } from "../templates/contexts"

/**
 * Whom a price is for: what Medusa's pricing asks before it names one. Currency in capitals; `taxCountry` is where the cart
 * would be taxed, null where the shop adds no tax by itself or the country is unknown.
 */
export type PriceContext = {
  regionId: string | null
  currency: string
  customerGroupIds: string[]
  taxCountry: string | null
}

/** A product as somebody may buy it: its cheapest variant. */
export type ShopOffer = {
  productId: string
  title: string
  handle: string | null
  thumbnail: string | null
  price: Money
  /** Before a price list lowered it; null when it did not. */
  originalPrice: Money | null
}

/** `isTaxed`: the shop works out its taxes by itself ("automatic taxes"). */
export type ShopRegion = {
  id: string
  currency: string
  countryCodes: string[]
  isDefault: boolean
  isTaxed: boolean
}

/** One name per price context: people of the same one are shown the same offers. */
export function priceContextKey({ regionId, currency, customerGroupIds, taxCountry }: PriceContext): string {
  return JSON.stringify([regionId, currency, [...customerGroupIds].sort(), taxCountry])
}

/**
 * The region of a person: their own, else that of their country, else the shop's default. Null in a shop without
 * regions: then nothing has a price for anybody.
 */
export function priceContextOf(
  person: { regionId: string | null; country: string | null; customerGroupIds: string[] },
  regions: ShopRegion[],
): PriceContext | null {
  const country = person.country?.toUpperCase()
  const region =
    regions.find(({ id }) => id === person.regionId) ??
    (country ? regions.find(({ countryCodes }) => countryCodes.includes(country)) : undefined) ??
    regions.find(({ isDefault }) => isDefault) ??
    regions[0]
  if (!region) return null
  const { id: regionId, currency } = region
  return { regionId, currency, customerGroupIds: person.customerGroupIds, taxCountry: taxCountryOf(region, country) }
}

/** Of a region with one country nobody need know more. */
function taxCountryOf({ isTaxed, countryCodes }: ShopRegion, country: string | undefined): string | null {
  if (!isTaxed) return null
  if (country && countryCodes.includes(country)) return country
  return countryCodes.length === 1 ? countryCodes[0]! : null
}
