import type { AxiosInstance } from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createAdmin } from "../../demo/shop/admin-user"
import { openMarkets, type Markets } from "../../demo/shop/markets"
import { stockShelves, type Ware } from "../../demo/shop/products"

export type Person = { email: string; first_name: string; last_name: string }

export const ADA: Person = { email: "ada@example.com", first_name: "Ada", last_name: "Brandt" }
export const BEN: Person = { email: "ben@example.com", first_name: "Ben", last_name: "Moreau" }

/** A real store as its shoppers and its owner use it: everything goes over HTTP. */
export type Storefront = {
  markets: Markets
  wares: Ware[]
  /** Headers of the owner's API calls. */
  owner: { headers: { authorization: string } }
  /** Header of the storefront's calls. */
  publishable: { "x-publishable-api-key": string }
  register(person: Person): Promise<void>
  leaveCart(person: Person, wares?: Ware[]): Promise<string>
  /** Takes an open cart through checkout. */
  buyCart(cartId: string): Promise<{ id: string; display_id: number; total: number }>
  placeOrder(person: Person, wares?: Ware[]): Promise<{ id: string; display_id: number; total: number }>
}

const OWNER = { email: "owner@example.com", password: "owner-of-the-test-store" }

export async function openStorefront(container: MedusaContainer, api: AxiosInstance): Promise<Storefront> {
  const markets = await openMarkets(container)
  const wares = await stockShelves(container, markets, "http://localhost")
  await createAdmin(container, OWNER)
  const { data: login } = await api.post("/auth/user/emailpass", OWNER)
  const owner = { headers: { authorization: `Bearer ${login.token}` } }
  const { data: keys } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "api_key", fields: ["token"], filters: { type: "publishable", title: "Web shop" } })
  const store = { headers: { "x-publishable-api-key": keys[0]!.token } }

  const leaveCart = async (person: Person, chosen = wares.slice(0, 2)) => {
    const address = {
      first_name: person.first_name,
      last_name: person.last_name,
      address_1: "Lindenweg 12",
      postal_code: "20095",
      city: "Hamburg",
      country_code: "de",
    }
    const { data } = await api.post(
      "/store/carts",
      {
        region_id: markets.europe.regionId,
        email: person.email,
        items: chosen.map(({ variantId }) => ({ variant_id: variantId, quantity: 1 })),
        shipping_address: address,
        billing_address: address,
      },
      store,
    )
    return data.cart.id as string
  }

  const buyCart = async (cartId: string) => {
    await api.post(`/store/carts/${cartId}/shipping-methods`, { option_id: markets.europe.shippingOptionId }, store)
    const { data: payment } = await api.post("/store/payment-collections", { cart_id: cartId }, store)
    await api.post(
      `/store/payment-collections/${payment.payment_collection.id}/payment-sessions`,
      { provider_id: "pp_system_default" },
      store,
    )
    const { data } = await api.post(`/store/carts/${cartId}/complete`, {}, store)
    return data.order
  }

  return {
    markets,
    wares,
    owner,
    publishable: store.headers,
    leaveCart,
    buyCart,
    placeOrder: async (person, chosen) => buyCart(await leaveCart(person, chosen)),
    register: async (person) => {
      const credentials = { email: person.email, password: "a-test-password" }
      const { data } = await api.post("/auth/customer/emailpass/register", credentials)
      await api.post("/store/customers", person, {
        headers: { ...store.headers, authorization: `Bearer ${data.token}` },
      })
    },
  }
}
