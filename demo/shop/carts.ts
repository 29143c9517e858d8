import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { backDate } from "./back-date"
import type { Shopper } from "./customers"
import { datedId } from "./dated-id"
import { marketOf, someLines } from "./lines"
import type { Markets } from "./markets"
import type { Ware } from "./products"
import type { Random } from "./random"

type Scene = { random: Random; count: number; now: Date; markets: Markets; shoppers: Shopper[]; wares: Ware[] }

/** Carts that were filled and left over the last 60 days. */
export async function leaveCarts(
  container: MedusaContainer,
  { random, count, now, markets, shoppers, wares }: Scene,
): Promise<void> {
  const owners = random.several(shoppers, count)
  const dated = owners.map(() => {
    const at = new Date(now.getTime() - random.between(2, 60 * 24) * 3_600_000)
    return { id: datedId({ prefix: "cart", at, random }), at }
  })
  await container.resolve(Modules.CART).createCarts(
    owners.map((shopper, index) => {
      const market = marketOf(shopper, markets)
      return {
        id: dated[index]!.id,
        email: shopper.email,
        customer_id: shopper.customerId,
        region_id: market.regionId,
        sales_channel_id: markets.salesChannelId,
        currency_code: market.currency,
        shipping_address: shopper.address,
        items: someLines({ random, wares, market, shopper }),
      }
    }),
  )
  await backDate(container, ["cart"], dated)
  await backDate(container, ["cart_line_item"], dated, "cart_id")
}
