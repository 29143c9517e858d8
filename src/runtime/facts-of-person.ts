import { withoutSlash } from "../core/automations/contexts-of"
import type { Facts, Unknown } from "../core/automations/facts"
import { priceContextOf } from "../core/shop/offers"
import type { Shop } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectPeopleFacts, type PersonFacts } from "../modules/mailroom/sql/contact-facts"

type Payload = Record<string, unknown>
type Asked = {
  mailroom: Mailroom
  shop: Shop
  payload: Payload
  base: Facts
  storefrontUrl: string | null
  /** Those of a whole batch, read by one statement; who is not in it is nobody. */
  people?: ReadonlyMap<string, PersonFacts>
}

/**
 * Facts of what names a person and no order or cart: dates, visits, mails, segments, own events. Without a person it
 * starts all the same: people come by "select customers".
 */
export async function factsOfPerson(asked: Asked): Promise<Facts | Unknown> {
  const { base, payload, mailroom } = asked
  const context = contextOf(payload)
  const productId = textOf(payload.product_id)
  if (typeof payload.contact_id !== "string") {
    const shopper = { ...base.shopper, email: textOf(payload.email) }
    return withProduct(asked, { ...base, shopper, context }, productId, null)
  }
  const id = payload.contact_id
  const person = asked.people ? asked.people.get(id) : (await peopleFacts(mailroom, [id])).get(id)
  if (!person) return { missing: `contact ${payload.contact_id}` }
  return withProduct(
    asked,
    { ...base, ...factsOf(person), context: { ...context, ...contextOfPerson(person) } },
    productId,
    person,
  )
}

/** By contact; those who were erased are not in it. */
export async function peopleFacts({ db }: Mailroom, ids: string[]): Promise<Map<string, PersonFacts>> {
  const rows = await db.query<PersonFacts>(selectPeopleFacts(ids))
  return new Map(rows.map((row) => [row.id, row]))
}

function factsOf(person: PersonFacts): Pick<Facts, "shopper" | "regionId" | "salesChannelId"> {
  const { email, first_name: first, last_name: last, locale, customer_id: customerId, has_account: hasAccount } = person
  return {
    shopper: { email, name: [first, last].filter(Boolean).join(" ") || null, locale, customerId, hasAccount },
    regionId: person.region_id,
    salesChannelId: person.sales_channel_id,
  }
}

const contextOfPerson = ({ first_name: firstName, email }: PersonFacts) => ({
  customer: { firstName: firstName ?? "", email: email ?? "" },
})

/** What was told with the event is there for the mail: `{{ event.level }}`, `{{ balance.amount }}`. */
function contextOf({ data, balance }: Payload): Record<string, unknown> {
  return { ...(isRecord(data) && { event: data }), ...(isRecord(balance) && { balance }) }
}

async function withProduct(
  { shop, payload, storefrontUrl }: Asked,
  facts: Facts,
  productId: string | null,
  person: PersonFacts | null,
): Promise<Facts | Unknown> {
  if (!productId) return facts
  const product = await shop.product(productId)
  if (!product) return { missing: `product ${productId}` }
  const { title, handle, thumbnail } = product
  const url = storefrontUrl && handle ? `${withoutSlash(storefrontUrl)}/products/${encodeURIComponent(handle)}` : null
  const price = await priceOf(shop, productId, payload, person)
  return { ...facts, context: { ...facts.context, product: { id: productId, title, thumbnail, url, ...price } } }
}

type Price = { price: string | null; before: string | null; currency: string | null }

/** Of a drop in price the one that dropped; else what the person would pay now. */
async function priceOf(shop: Shop, productId: string, payload: Payload, person: PersonFacts | null): Promise<Price> {
  const [price, before, currency] = [payload.price, payload.before, payload.currency].map(textOf)
  if (price) return { price, before: before ?? null, currency: currency ?? null }
  const { region_id: regionId = null, country = null, group_ids: customerGroupIds = [] } = person ?? {}
  const who = priceContextOf({ regionId, country, customerGroupIds }, await shop.regions())
  const [offer] = who ? await shop.offers({ productIds: [productId], who }) : []
  return { price: offer?.price ?? null, before: offer?.originalPrice ?? null, currency: who?.currency ?? null }
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
