import type { MedusaContainer } from "@medusajs/framework/types"
import { createAdmin } from "../../demo/shop/admin-user"
import { openMarkets } from "../../demo/shop/markets"
import { stockShelves } from "../../demo/shop/products"
import { STOCKED_LOGIN } from "./login"

/** `medusa exec`: what a mail can show (markets, products), and the owner's login. */
export default async function smallShop({ container }: { container: MedusaContainer }): Promise<void> {
  const markets = await openMarkets(container)
  await stockShelves(container, markets, process.env.MAILROOM_BASE_URL!)
  await createAdmin(container, STOCKED_LOGIN)
}
