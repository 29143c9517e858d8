import type { MedusaContainer } from "@medusajs/framework/types"
import { createAdmin } from "../../demo/shop/admin-user"
import { inviteShoppers } from "../../demo/shop/customers"
import { openMarkets } from "../../demo/shop/markets"
import { recordPurchases } from "../../demo/shop/orders"
import { stockShelves } from "../../demo/shop/products"
import { Random } from "../../demo/shop/random"
import { STOCKED_LOGIN } from "./login"

/** `medusa exec`: what a mail can show (markets, products, an order), and the owner's login. */
export default async function smallShop({ container }: { container: MedusaContainer }): Promise<void> {
  const random = new Random(20260101)
  const now = new Date()
  const markets = await openMarkets(container)
  const wares = await stockShelves(container, markets, process.env.MAILROOM_BASE_URL!)
  const shoppers = await inviteShoppers(container, { random, count: 1, now })
  await recordPurchases(container, { random, count: 1, now, markets, shoppers, wares }, () => undefined)
  await createAdmin(container, STOCKED_LOGIN)
}
