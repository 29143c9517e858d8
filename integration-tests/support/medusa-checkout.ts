import {
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  updateCartPromotionsWorkflow,
} from "@medusajs/core-flows"
import { ContainerRegistrationKeys, ProductStatus } from "@medusajs/framework/utils"

// What Medusa's workflows take and answer is loosely typed by Medusa itself.
type Loose = any

/** A shop of one product, as a storefront would use it: a cart, codes in it, and an order out of it. */
export async function aCheckout(container: Loose) {
  const run = async (workflow: Loose, input: Loose): Promise<Loose> => (await workflow(container).run({ input })).result
  const [channel] = await run(createSalesChannelsWorkflow, { salesChannelsData: [{ name: "Web" }] })
  const [region] = await run(createRegionsWorkflow, {
    regions: [{ name: "EU", currency_code: "eur", countries: ["de"], payment_providers: ["pp_system_default"] }],
  })
  const [product] = await run(createProductsWorkflow, {
    products: [
      {
        title: "Boots",
        status: ProductStatus.PUBLISHED,
        sales_channels: [{ id: channel.id }],
        options: [{ title: "Size", values: ["One"] }],
        variants: [
          {
            title: "One",
            options: { Size: "One" },
            manage_inventory: false,
            prices: [{ currency_code: "eur", amount: 100 }],
          },
        ],
      },
    ],
  })

  return {
    /** A cart with one pair of boots for 100. */
    async cart(who: { customer_id?: string; email?: string }): Promise<string> {
      const items = [{ variant_id: product.variants[0].id, quantity: 1 }]
      const cart = await run(createCartWorkflow, { region_id: region.id, sales_channel_id: channel.id, ...who, items })
      return cart.id
    },

    /** Types codes in; what they take off then. */
    async type(cartId: string, ...codes: string[]): Promise<number> {
      await run(updateCartPromotionsWorkflow, { cart_id: cartId, promo_codes: codes, action: "add" })
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "cart",
        fields: ["id", "discount_total", "items.*", "items.adjustments.*"],
        filters: { id: cartId },
      })
      return Number((data[0] as Loose).discount_total)
    },

    async buy(cartId: string): Promise<string> {
      const { id } = await run(createPaymentCollectionForCartWorkflow, { cart_id: cartId })
      await run(createPaymentSessionsWorkflow, { payment_collection_id: id, provider_id: "pp_system_default" })
      const order = await run(completeCartWorkflow, { id: cartId })
      return order.id
    },
  }
}
