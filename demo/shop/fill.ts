import type { ExecArgs } from "@medusajs/framework/types"
import { createAdmin } from "./admin-user"
import { leaveCarts } from "./carts"
import { recordConsents } from "./consents"
import { inviteShoppers } from "./customers"
import { openMarkets } from "./markets"
import { recordPurchases } from "./orders"
import { stockShelves } from "./products"
import { Random } from "./random"

/** Fills an empty store, by `medusa exec`: two years of a shop for the home, the same at every start. */
export default async function fill({ container }: ExecArgs): Promise<void> {
  const origin = process.env.DEMO_ORIGIN ?? "http://localhost:9000"
  const now = new Date()
  const random = new Random(20260101)

  const markets = await openMarkets(container)
  say("2 regions, 2 currencies, taxes, shipping")
  const wares = await stockShelves(container, markets, origin)
  say(`${new Set(wares.map(({ productId }) => productId)).size} products in ${wares.length} variants`)
  const shoppers = await inviteShoppers(container, { random, count: 300, now })
  say(`${shoppers.length} customers`)
  await recordPurchases(container, { random, count: 800, now, markets, shoppers, wares }, say)
  await leaveCarts(container, { random, count: 40, now, markets, shoppers, wares })
  say("40 open carts")
  const agreed = await recordConsents(container, { random, shoppers, markets })
  say(`${agreed} of them agreed to mails`)
  await createAdmin(container, { email: process.env.DEMO_ADMIN_EMAIL!, password: process.env.DEMO_ADMIN_PASSWORD! })
  say("the admin user")
}

/** Tells the starter, which prints it. */
function say(text: string): void {
  process.send?.({ say: text })
}
