import { randomInt } from "node:crypto"
import { ADMIN } from "../parts/admin-login.mjs"
import { request } from "./request.mjs"
import { aStranger, oneOf } from "./shoppers.mjs"

/** The shop as a storefront sees it: everything goes through the Store API, so that Medusa's own workflows run. */
export async function openStorefront(origin) {
  const admin = await login(origin)
  const { api_keys: keys } = await request(origin, "GET", "/admin/api-keys?type=publishable&q=Web+shop", {
    token: admin,
  })
  const ask = (method, path, options = {}) => request(origin, method, path, { key: keys[0].token, ...options })
  const { regions } = await ask("GET", "/store/regions")
  return { origin, admin, ask, regions }
}

export async function login(origin) {
  const { token } = await request(origin, "POST", "/auth/user/emailpass", { body: ADMIN })
  return token
}

/** Registers, as the sign-up form does; Medusa emits `customer.created`. */
export async function register({ origin, ask }, person = aStranger()) {
  const credentials = { email: person.email, password: "a-demo-password" }
  const { token } = await request(origin, "POST", "/auth/customer/emailpass/register", { body: credentials })
  const { email, first_name, last_name } = person
  await ask("POST", "/store/customers", { token, body: { email, first_name, last_name } })
  return person
}

/** Fills a cart, gives the address and leaves. */
export async function leaveCart({ ask, regions }, person = aStranger()) {
  const region = regionOf(regions, person)
  const { products } = await ask("GET", `/store/products?region_id=${region.id}&limit=50&fields=id,*variants`)
  const items = Array.from({ length: randomInt(1, 4) }, () => ({
    variant_id: oneOf(oneOf(products).variants).id,
    quantity: 1,
  }))
  const { cart } = await ask("POST", "/store/carts", {
    body: {
      region_id: region.id,
      email: person.email,
      items,
      shipping_address: person.address,
      billing_address: person.address,
    },
  })
  return { person, cart }
}

/** The whole checkout: cart, shipping, payment, order; Medusa emits `order.placed`. */
export async function placeOrder(storefront, person = aStranger()) {
  const { ask } = storefront
  const { cart } = await leaveCart(storefront, person)
  const { shipping_options: ways } = await ask("GET", `/store/shipping-options?cart_id=${cart.id}`)
  await ask("POST", `/store/carts/${cart.id}/shipping-methods`, { body: { option_id: ways[0].id } })
  const { payment_collection: payment } = await ask("POST", "/store/payment-collections", {
    body: { cart_id: cart.id },
  })
  await ask("POST", `/store/payment-collections/${payment.id}/payment-sessions`, {
    body: { provider_id: "pp_system_default" },
  })
  const { order, error } = await ask("POST", `/store/carts/${cart.id}/complete`)
  if (!order) throw new Error(`The cart ${cart.id} could not be bought: ${JSON.stringify(error)}`)
  return { person, order }
}

/** Asks for a new password; the link goes out by mail. */
export async function forgetPassword({ origin, ask }) {
  const person = await register({ origin, ask })
  await request(origin, "POST", "/auth/customer/emailpass/reset-password", { body: { identifier: person.email } })
  return person
}

function regionOf(regions, { address }) {
  return regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === address.country_code)) ?? regions[0]
}
