import {
  cartContext,
  lineContext,
  linesAbout,
  orderContext,
  withoutSlash,
  type Places,
} from "../core/automations/contexts-of"
import type { TriggerEvent } from "../core/automations/events"
import type { Facts, Unknown } from "../core/automations/facts"
import type { LineQuantity, Shop, ShopOrder } from "../core/shop/shop"
import { mintCartToken } from "../core/tracking/tokens"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { EnrolmentFacts } from "../modules/mailroom/sql/enrolments"
import type { PersonFacts } from "../modules/mailroom/sql/contact-facts"
import { factsOfPerson } from "./facts-of-person"
import { withSuppliers } from "./notice-directory"

type Reader = (asked: Asked) => Promise<Facts | Unknown>
type People = ReadonlyMap<string, PersonFacts>
type Asked = {
  mailroom: Mailroom
  shop: Shop
  places: Places
  facts: EnrolmentFacts
  base: Facts
  people?: People
}

/**
 * Reads what an occurrence is about from the shop, as it is now. `missing` says what the shop no longer has. `people`:
 * those of a whole batch, when they were read already.
 */
export async function loadFacts(
  mailroom: Mailroom,
  shop: Shop,
  facts: EnrolmentFacts,
  people?: People,
): Promise<Facts | Unknown> {
  const { general } = await mailroom.settings.read()
  const read = READERS[facts.event as TriggerEvent] ?? readOther
  return read({
    mailroom,
    shop,
    places: { storefrontUrl: general.storefrontUrl },
    facts,
    base: nothingKnown(facts),
    people,
  })
}

const READERS: Record<TriggerEvent, Reader> = {
  "customer.created": (asked) => readCustomer(asked, idIn(asked, "id")),
  "order.placed": (asked) => readOrder(asked, idIn(asked, "id")),
  "order.canceled": (asked) => readOrder(asked, idIn(asked, "id")),
  "shipment.created": readParcel,
  "delivery.created": readParcel,
  "payment.captured": (asked) => readPayment(asked, "captures", "payment"),
  "payment.refunded": (asked) => readPayment(asked, "refunds", "refund"),
  "order.return_requested": (asked) => readReturn(asked),
  "order.return_received": (asked) => readReturn(asked),
  "order.claim_created": (asked) => readChange(asked, asked.shop.claim(idIn(asked, "claim_id"))),
  "order.exchange_created": (asked) => readChange(asked, asked.shop.exchange(idIn(asked, "exchange_id"))),
  "auth.password_reset": readReset,
  "invite.created": readInvite,
  "mailroom.gift_card.issued": readGiftCard,
  "mailroom.cart.abandoned": (asked) => readCart(asked, idIn(asked, "id")),
}

/** What a clock found, or what was told by name: about an order, a cart, a person, or about nobody in particular. */
async function readOther(asked: Asked): Promise<Facts | Unknown> {
  const [orderId, cartId] = [textIn(asked, "order_id"), textIn(asked, "cart_id")]
  if (orderId) return readOrder(asked, orderId)
  if (cartId) return readCart(asked, cartId)
  const { mailroom, shop, base, places, facts, people } = asked
  return factsOfPerson({ mailroom, shop, base, payload: facts.payload, storefrontUrl: places.storefrontUrl, people })
}

function nothingKnown({ event, occurredAt, source, isCorrection }: EnrolmentFacts): Facts {
  return {
    event: event as TriggerEvent,
    occurredAt: new Date(occurredAt),
    source,
    about: null,
    shopper: { email: null, name: null, locale: null, customerId: null },
    salesChannelId: null,
    regionId: null,
    context: {},
    lines: [],
    order: null,
    cart: null,
    isSilenced: false,
    needsMerchantsWord: false,
    isCorrection,
    actorType: null,
  }
}

const idIn = ({ facts }: Asked, field: string): string => String(facts.payload[field] ?? "")
const textIn = ({ facts }: Asked, field: string): string | null => {
  const value = facts.payload[field]
  return typeof value === "string" && value !== "" ? value : null
}

async function readOrder(asked: Asked, id: string, about?: LineQuantity[]): Promise<Facts | Unknown> {
  const order = await asked.shop.order(id)
  return order ? factsOfOrder(asked, await withSuppliers(asked.mailroom, order), about) : { missing: `order ${id}` }
}

function factsOfOrder({ base, places, facts }: Asked, order: ShopOrder, about?: LineQuantity[]): Facts {
  const lines = about ? linesAbout(order, about) : order.lines
  return {
    ...base,
    about: { kind: "order", id: order.context.id },
    shopper: {
      email: order.email,
      name: order.context.customerName || null,
      locale: order.locale,
      customerId: order.customerId,
    },
    salesChannelId: order.salesChannelId,
    regionId: order.regionId,
    context: { order: orderContext(order, places), lines: lines.map((line) => lineContext(line, places)) },
    lines,
    order,
    isSilenced: order.isSilenced || facts.payload.no_notification === true,
  }
}

/** Adds to what is known about the order, if it is known. */
const withMore = (known: Facts | Unknown, more: Partial<Facts>): Facts | Unknown =>
  "missing" in known ? known : { ...known, ...more, context: { ...known.context, ...more.context } }

async function readParcel(asked: Asked): Promise<Facts | Unknown> {
  const parcel = await asked.shop.fulfillment(idIn(asked, "id"))
  if (!parcel?.orderId) return { missing: `fulfilment ${idIn(asked, "id")} of an order` }
  // Whether the merchant asked for silence is said by the event alone and stored nowhere.
  const needsMerchantsWord = asked.facts.source === "reconciler"
  const known = await readOrder(asked, parcel.orderId, parcel.lines)
  return withMore(known, { needsMerchantsWord, context: { tracking: parcel.tracking } })
}

async function readPayment(
  asked: Asked,
  kind: "captures" | "refunds",
  name: "payment" | "refund",
): Promise<Facts | Unknown> {
  const id = idIn(asked, kind === "captures" ? "capture_id" : "refund_id")
  const [payment] = await asked.shop.payments({ paymentId: idIn(asked, "id") })
  const move = payment?.[kind].find((one) => one.id === id)
  if (!payment?.orderId || !move) return { missing: `${name} ${id} of an order` }
  const { amount, note } = move
  const known = await readOrder(asked, payment.orderId)
  return withMore(known, { context: { [name]: { amount, currency: payment.currency, note } } })
}

async function readReturn(asked: Asked): Promise<Facts | Unknown> {
  const returned = await asked.shop.returned(idIn(asked, "return_id"))
  if (!returned) return { missing: `return ${idIn(asked, "return_id")}` }
  const known = await readOrder(asked, returned.orderId, returned.lines)
  return withMore(known, returned.isSilenced ? { isSilenced: true } : {})
}

async function readChange(asked: Asked, reading: ReturnType<Shop["claim"]>): Promise<Facts | Unknown> {
  const change = await reading
  if (!change) return { missing: `what ${asked.facts.event} is about` }
  const known = await readOrder(asked, change.orderId, change.lines)
  return withMore(known, change.isSilenced ? { isSilenced: true } : {})
}

async function readCustomer(asked: Asked, id: string): Promise<Facts | Unknown> {
  const customer = await asked.shop.customer(id)
  if (!customer) return { missing: `customer ${id}` }
  const { email, firstName, lastName, locale, hasAccount } = customer
  return {
    ...asked.base,
    about: { kind: "customer", id },
    shopper: { email, name: nameOf(firstName, lastName), locale, customerId: id, hasAccount },
    context: { customer: { firstName: firstName ?? "", email: email ?? "" } },
  }
}

async function readCart(asked: Asked, id: string): Promise<Facts | Unknown> {
  const { mailroom, shop, places } = asked
  const cart = await shop.cart(id)
  if (!cart) return { missing: `cart ${id}` }
  return {
    ...asked.base,
    about: { kind: "cart", id },
    shopper: {
      email: cart.email,
      name: nameOf(cart.firstName, cart.lastName),
      locale: cart.locale,
      customerId: cart.customerId,
    },
    salesChannelId: cart.salesChannelId,
    regionId: cart.regionId,
    context: cartContext(cart, places, await cartUrl(mailroom, id)),
    lines: cart.lines,
    cart: {
      isBought: cart.completedAt !== null,
      itemCount: cart.lines.length,
      ...(cart.completedAt && { boughtAt: cart.completedAt }),
    },
  }
}

/** The hosted page that shows the cart and goes on to the storefront. */
async function cartUrl(mailroom: Mailroom, cartId: string): Promise<string> {
  const { general } = await mailroom.settings.read()
  const keys = await mailroom.keyring.signingKeys()
  const key = keys.filter(({ state }) => state === "active").at(-1)!
  return `${withoutSlash(general.baseUrl ?? "")}/mailroom/cart/${mintCartToken({ key, cartId })}`
}

/** The token is the event's alone: Medusa keeps none, so what the bus lost cannot be found again. */
async function readReset(asked: Asked): Promise<Facts | Unknown> {
  const { mailroom, facts, base, places } = asked
  const secret = await mailroom.triggers.secretOf(facts.triggerId)
  const email = textIn(asked, "entity_id")
  if (!secret || !email) return { missing: "the token of the password reset" }
  const actorType = textIn(asked, "actor_type") === "user" ? "user" : "customer"
  const { general } = await mailroom.settings.read()
  const site =
    actorType === "user" ? `${withoutSlash(general.baseUrl ?? "")}/app` : withoutSlash(places.storefrontUrl ?? "")
  const query = new URLSearchParams({ token: String(secret.token), email })
  return {
    ...base,
    shopper: { email, name: null, locale: null, customerId: null },
    context: { reset: { url: `${site}/reset-password?${query}`, email } },
    actorType,
  }
}

async function readInvite(asked: Asked): Promise<Facts | Unknown> {
  const invite = await asked.shop.invite(idIn(asked, "id"))
  if (!invite || invite.isAccepted) return { missing: `open invite ${idIn(asked, "id")}` }
  const { general } = await asked.mailroom.settings.read()
  const query = new URLSearchParams({ token: invite.token })
  const url = `${withoutSlash(general.baseUrl ?? "")}/app/invite?${query}`
  return {
    ...asked.base,
    shopper: { email: invite.email, name: null, locale: null, customerId: null },
    context: { invite: { url, email: invite.email, expiresAt: invite.expiresAt } },
  }
}

/** Medusa's core has no gift cards: whoever issues one says so with everything that the mail needs. */
async function readGiftCard(asked: Asked): Promise<Facts | Unknown> {
  const secret = await asked.mailroom.triggers.secretOf(asked.facts.triggerId)
  if (!secret) return { missing: "the code of the gift card" }
  const [email, amount, currency] = ["email", "amount", "currency"].map((field) => asked.facts.payload[field])
  return {
    ...asked.base,
    shopper: {
      email: String(email ?? ""),
      name: textIn(asked, "name"),
      locale: textIn(asked, "locale"),
      customerId: null,
    },
    salesChannelId: textIn(asked, "sales_channel_id"),
    context: {
      giftCard: {
        code: String(secret.code),
        amount: String(amount ?? "0"),
        currency: String(currency ?? "").toUpperCase(),
        expiresAt: textIn(asked, "expires_at"),
      },
    },
  }
}

const nameOf = (first: string | null, last: string | null): string | null =>
  [first, last].filter(Boolean).join(" ") || null
