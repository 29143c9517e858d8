import type { ContactField } from "../core/contacts/contact-field"
import { MedusaError } from "@medusajs/framework/utils"
import { cartContext, lineContext, orderContext } from "../core/automations/contexts-of"
import { UUID } from "../core/reports/uuid"
import { priceContextOf, type PriceContext } from "../core/shop/offers"
import type { BuiltinKey } from "../core/templates/contexts"
import { nearestBuiltinLocale } from "../core/templates/locales"
import { sampleContexts, sampleOccasions } from "../core/templates/samples"
import { isComposed, sampleFields, type ContentFor } from "../core/templates/tag-catalogue"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectContactSubject, type ContactSubject } from "../modules/mailroom/sql/content-subjects"
import { offerBookOf } from "./offers"

export type SubjectAsked = {
  for: ContentFor
  locale?: string | null
  contact_id?: string | null
  order_id?: string | null
  cart_id?: string | null
  /** The newsletter's. */
  name?: string | null
}

/** Whom or what a preview is about, with everything that a mail about it would be given. */
export type ContentSubject = {
  context: Record<string, unknown>
  locale: string
  about: { kind: "contact" | "order" | "cart"; id: string; label: string } | null
  who: PriceContext | null
}

/** Real data where something real was chosen, else the sample. Language: asked, the order's, the contact's, region's, shop's. */
export async function contentSubject(mailroom: Mailroom, asked: SubjectAsked): Promise<ContentSubject> {
  const { general } = await mailroom.settings.read()
  const places = { storefrontUrl: general.storefrontUrl }
  const shop = mailroom.shop
  const language = async (own: string | null, regionId: string | null) =>
    asked.locale ?? own ?? (regionId && shop ? await shop.regionLocale(regionId) : null) ?? general.locale
  if (isComposed(asked.for)) {
    const contact = asked.contact_id ? await contactOf(mailroom, asked.contact_id) : null
    const locale = await language(contact?.locale ?? null, contact?.region_id ?? null)
    const about = contact && { kind: "contact" as const, id: contact.id, label: contact.email ?? contact.id }
    const written = newsletterContext(contact, {
      locale,
      name: asked.name,
      fields: await mailroom.contactFields.inUse(),
    })
    return {
      context: asked.for === "automation" ? withOccasions(written, locale) : written,
      locale,
      about,
      who: await whoOf(mailroom, contact),
    }
  }
  const sampleOf = (locale: string) => sampleContexts(nearestBuiltinLocale(locale))[asked.for as BuiltinKey]
  if (asked.order_id) {
    const order = await shop?.order(asked.order_id)
    if (!order) throw missing("order", asked.order_id)
    const locale = await language(order.locale, order.regionId)
    const { currency, total } = order.context
    const amount = { amount: total, currency }
    const real = {
      order: orderContext(order, places),
      lines: order.lines.map((line) => lineContext(line, places)),
      payment: amount,
      refund: { ...amount, note: null },
    }
    const about = { kind: "order" as const, id: order.context.id, label: `#${order.context.displayId}` }
    const country = order.context.shippingAddress?.countryCode ?? null
    const who = await whoOf(mailroom, { region_id: order.regionId, country, group_ids: [] })
    return { context: withReal(sampleOf(locale), real), locale, about, who }
  }
  if (asked.cart_id) {
    const cart = await shop?.cart(asked.cart_id)
    if (!cart) throw missing("cart", asked.cart_id)
    const locale = await language(cart.locale, cart.regionId)
    const url = `${(general.baseUrl ?? "").replace(/\/+$/, "")}/mailroom/cart/preview`
    const about = { kind: "cart" as const, id: cart.id, label: cart.email ?? cart.id }
    const who = await whoOf(mailroom, { region_id: cart.regionId, country: null, group_ids: [] })
    return { context: withReal(sampleOf(locale), cartContext(cart, places, url)), locale, about, who }
  }
  const locale = await language(null, null)
  return { context: { ...sampleOf(locale) }, locale, about: null, who: await whoOf(mailroom, null) }
}

/** Only what such a mail has at all: a password reset has no order. */
function withReal(sample: object, real: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(real).filter(([name]) => name in sample)
  return { ...sample, ...Object.fromEntries(known) }
}

/** What sets an automation off is not chosen in a preview: the person may be real, the order, cart and product are samples. */
function withOccasions(written: ReturnType<typeof newsletterContext>, locale: string) {
  const { firstName, email } = written.contact
  return { ...sampleOccasions(nearestBuiltinLocale(locale)), ...written, customer: { firstName, email } }
}

type Around = { locale: string; name: string | null | undefined; fields: ContactField[] }

function newsletterContext(contact: ContactSubject | null, { locale, name, fields }: Around) {
  const { firstName, email } = sampleContexts(nearestBuiltinLocale(locale)).welcome.customer
  const person = contact
    ? {
        firstName: contact.first_name ?? "",
        lastName: contact.last_name ?? "",
        email: contact.email ?? "",
        fields: contact.fields,
      }
    : { firstName, lastName: "Sample", email, fields: sampleFields(fields) }
  return { contact: person, mailing: { name: name ?? "" } }
}

async function contactOf({ db }: Mailroom, id: string): Promise<ContactSubject> {
  const [row] = UUID.test(id) ? await db.query<ContactSubject>(selectContactSubject(id)) : []
  if (!row) throw missing("contact", id)
  return row
}

type Person = Pick<ContactSubject, "region_id" | "country" | "group_ids">

async function whoOf(mailroom: Mailroom, person: Person | null): Promise<PriceContext | null> {
  if (!mailroom.shop) return null
  const { region_id: regionId = null, country = null, group_ids: customerGroupIds = [] } = person ?? {}
  return priceContextOf({ regionId, country, customerGroupIds }, await offerBookOf(mailroom).regions())
}

const missing = (kind: string, id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `There is no ${kind} "${id}" to preview with. Choose another one.`)
