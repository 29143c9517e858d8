import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { backDate } from "./back-date"
import type { Shopper } from "./customers"
import { datedId } from "./dated-id"
import { marketOf, someLines } from "./lines"
import { TAX_RATES, type Markets } from "./markets"
import type { Ware } from "./products"
import type { Random } from "./random"

const BATCH = 100

type Past = { random: Random; count: number; now: Date; markets: Markets; shoppers: Shopper[]; wares: Ware[] }

/**
 * Orders of the last 24 months, each after its shopper came. They are made by Medusa's Order Module in batches: the
 * checkout would take minutes and would tell everybody of purchases long past.
 */
export async function recordPurchases(
  container: MedusaContainer,
  past: Past,
  say: (text: string) => void,
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const planned = Array.from({ length: past.count }, () => planOrder(past)).sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  )
  const dated: { id: string; at: Date }[] = []
  for (let from = 0; from < planned.length; from += BATCH) {
    const batch = planned.slice(from, from + BATCH)
    const made = await orders.createOrders(batch.map(({ order }) => order))
    dated.push(...made.map(({ id }, index) => ({ id, at: batch[index]!.at })))
    say(`${dated.length} of ${past.count} orders`)
  }
  await backDate(container, ["order"], dated)
  await backDate(container, ["order_item", "order_summary", "order_shipping", "order_transaction"], dated, "order_id")
}

function planOrder({ random, now, markets, shoppers, wares }: Past) {
  // Squared: a third of the shoppers place most of the orders, as in a real shop.
  const shopper = shoppers[Math.floor(random.next() ** 2 * shoppers.length)]!
  const market = marketOf(shopper, markets)
  const items = someLines({ random, wares, market, shopper })
  const age = now.getTime() - shopper.since.getTime()
  const at = new Date(shopper.since.getTime() + Math.floor(age * (0.02 + random.next() * 0.9)))
  const rate = TAX_RATES[shopper.country]
  const isOld = now.getTime() - at.getTime() > 21 * 86_400_000
  const state = random.chance(0.04) ? "canceled" : isOld ? "completed" : "pending"
  const net = items.reduce((sum, { unit_price, quantity }) => sum + unit_price * quantity, 4.9)
  const paid = Math.round(net * (1 + rate / 100) * 100) / 100
  return {
    at,
    order: {
      id: datedId({ prefix: "order", at, random }),
      status: state,
      email: shopper.email,
      customer_id: shopper.customerId,
      region_id: market.regionId,
      sales_channel_id: markets.salesChannelId,
      currency_code: market.currency,
      shipping_address: shopper.address,
      billing_address: shopper.address,
      // Silence: nobody is told of the past.
      no_notification: true,
      items,
      shipping_methods: [
        {
          name: "Standard shipping",
          amount: 4.9,
          shipping_option_id: market.shippingOptionId,
          tax_lines: rate ? [{ code: "standard", rate, provider_id: "tp_system", description: "VAT" }] : [],
        },
      ],
      transactions:
        state === "canceled" ? [] : [{ amount: paid, currency_code: market.currency, reference: "capture" }],
    },
  }
}
