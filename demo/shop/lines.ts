import type { Shopper } from "./customers"
import { TAX_RATES, type Market, type Markets } from "./markets"
import type { Ware } from "./products"
import type { Random } from "./random"

export function marketOf(shopper: Shopper, markets: Markets): Market {
  return shopper.country === "us" ? markets.america : markets.europe
}

/** One to four different things, as a cart or an order line wants them. */
export function someLines({
  random,
  wares,
  market,
  shopper,
}: {
  random: Random
  wares: Ware[]
  market: Market
  shopper: Shopper
}) {
  const rate = TAX_RATES[shopper.country]
  return random.several(wares, random.pick([1, 1, 2, 2, 3, 4])).map((ware) => ({
    title: ware.title,
    subtitle: ware.variantTitle,
    thumbnail: ware.thumbnail,
    product_id: ware.productId,
    product_title: ware.title,
    product_handle: ware.handle,
    variant_id: ware.variantId,
    variant_title: ware.variantTitle,
    variant_sku: ware.sku,
    quantity: random.pick([1, 1, 1, 1, 2, 2, 3]),
    unit_price: ware.price[market.currency],
    requires_shipping: true,
    tax_lines: rate ? [{ code: "standard", rate, provider_id: "tp_system", description: "VAT" }] : [],
  }))
}
