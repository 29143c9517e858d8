import type { ContactField } from "../contacts/contact-field"
import type { BuiltinKey } from "./contexts"
import type { Fact } from "./facts"
import type { PRODUCT_SOURCES } from "./document"

/** What content is for: mails to many, a direct mail to one, automations, or a mail that Mailroom sends by itself. */
export type ContentFor = ComposedFor | BuiltinKey
/** `automation`: a template of the merchant's own, for the mails of automations; a newsletter may begin with it. */
export type ComposedFor = "newsletter" | "direct" | "automation"

/** Whether people write it themselves, to a contact. */
export const isComposed = (of: ContentFor): of is ComposedFor =>
  of === "newsletter" || of === "direct" || of === "automation"

export type Label = { en: string; de: string }
/** How a tag prints: money with the currency at `currency`, dates as the reader's language writes them. */
export type TagFormat =
  { type: "text" | "date" | "datetime" | "url" | "list" | "lines" | "field" } | { type: "money"; currency: string }
export type Tag = { tag: string; label: Label } & TagFormat

type ProductSource = (typeof PRODUCT_SOURCES)[number]
type Catalogue = { tags: Tag[]; facts: Fact[]; productSources: ProductSource[] }

const text = (tag: string, en: string, de: string): Tag => ({ tag, label: { en, de }, type: "text" })
const url = (tag: string, en: string, de: string): Tag => ({ tag, label: { en, de }, type: "url" })
const money = (tag: string, currency: string, en: string, de: string): Tag => ({
  tag,
  label: { en, de },
  type: "money",
  currency,
})

const SHOP: Tag[] = [
  text("shop.name", "Shop: name", "Shop: Name"),
  url("shop.url", "Shop: address on the web", "Shop: Adresse im Netz"),
  text("shop.postalAddress", "Shop: postal address", "Shop: Postanschrift"),
]
const WAYS_OUT: Tag[] = [
  url("unsubscribeUrl", "Link: unsubscribe", "Link: Abmelden"),
  url("preferencesUrl", "Link: e-mail preferences", "Link: E-Mail-Einstellungen"),
]
const VIEW: Tag[] = [url("viewUrl", "Link: view in browser", "Link: Im Browser ansehen")]
const CONTACT: Tag[] = [
  text("contact.firstName", "Contact: first name", "Kontakt: Vorname"),
  text("contact.lastName", "Contact: last name", "Kontakt: Nachname"),
  text("contact.email", "Contact: e-mail address", "Kontakt: E-Mail-Adresse"),
]
const CUSTOMER: Tag[] = [text("customer.firstName", "Customer: first name", "Kunde: Vorname")]
const ORDER: Tag[] = [
  text("order.displayId", "Order: number", "Bestellung: Nummer"),
  { tag: "order.placedAt", label: { en: "Order: date", de: "Bestellung: Datum" }, type: "date" },
  text("order.firstName", "Order: customer's first name", "Bestellung: Vorname"),
  text("order.customerName", "Order: customer's name", "Bestellung: Name"),
  text("order.email", "Order: e-mail address", "Bestellung: E-Mail-Adresse"),
  money("order.total", "order.currency", "Order: total", "Bestellung: Gesamtsumme"),
  money("order.itemTotal", "order.currency", "Order: items", "Bestellung: Artikelsumme"),
  money("order.shippingTotal", "order.currency", "Order: shipping", "Bestellung: Versandkosten"),
  money("order.discountTotal", "order.currency", "Order: discount", "Bestellung: Rabatt"),
  { tag: "order.shippingMethods", label: { en: "Order: shipping method", de: "Bestellung: Versandart" }, type: "list" },
  { tag: "order.paymentMethods", label: { en: "Order: payment", de: "Bestellung: Zahlungsart" }, type: "list" },
  url("order.url", "Order: page in the shop", "Bestellung: Seite im Shop"),
]
const ORDER_FACTS: Fact[] = [
  "order_has_first_name",
  "order_is_shipped",
  "order_is_paid",
  "order_has_discount",
  "order_has_gift_card",
  "order_has_shipping_address",
  "order_has_page",
]
const CART: Tag[] = [
  url("cart.url", "Cart: link", "Warenkorb: Link"),
  money("cart.itemTotal", "cart.currency", "Cart: total", "Warenkorb: Summe"),
]
/** Of mails about one product: back in stock, cheaper, looked at. */
const PRODUCT: Tag[] = [
  text("product.title", "Product: name", "Produkt: Name"),
  url("product.url", "Product: page in the shop", "Produkt: Seite im Shop"),
]
const PROMOTION: Tag[] = [text("promotion.code", "Promotion: code", "Aktion: Code")]
const FIXED: ProductSource[] = ["picked", "newest", "best_sellers", "category", "back_in_stock"]

const aboutOrder = (tags: Tag[] = [], facts: Fact[] = []): Catalogue => ({
  tags: [...ORDER, ...tags, ...SHOP, ...VIEW],
  facts: [...ORDER_FACTS, ...facts, "shop_has_url"],
  productSources: [...FIXED, "order"],
})
const plain = (tags: Tag[], facts: Fact[] = []): Catalogue => ({
  tags: [...tags, ...SHOP],
  facts: [...facts, "shop_has_url"],
  productSources: FIXED,
})
const reset = plain([
  url("reset.url", "Reset: link", "Zurücksetzen: Link"),
  text("reset.email", "Reset: e-mail address", "Zurücksetzen: E-Mail-Adresse"),
])
const CONFIRM = plain(
  [
    url("confirm.url", "Confirmation: link", "Bestätigung: Link"),
    { tag: "confirm.topics", label: { en: "Confirmation: topics", de: "Bestätigung: Themen" }, type: "list" },
  ],
  ["confirm_has_topics"],
)

/** Which variables, conditions and product lists exist for which mail: what the picker offers and the lint knows. */
const CATALOGUES: Record<ContentFor, Catalogue> = {
  newsletter: {
    tags: [...CONTACT, text("mailing.name", "Newsletter: name", "Newsletter: Name"), ...SHOP, ...WAYS_OUT, ...VIEW],
    facts: ["contact_has_first_name", "shop_has_url"],
    productSources: FIXED,
  },
  // Which of them a mail has depends on what sets its automation off; what is missing prints its fallback.
  automation: {
    tags: [...CUSTOMER, ...CONTACT, ...ORDER, ...CART, ...PRODUCT, ...PROMOTION, ...SHOP, ...WAYS_OUT, ...VIEW],
    facts: ["customer_has_first_name", "contact_has_first_name", ...ORDER_FACTS, "shop_has_url"],
    productSources: [...FIXED, "product", "cart", "order"],
  },
  direct: {
    tags: [...CONTACT, ...SHOP, ...VIEW],
    facts: ["contact_has_first_name", "shop_has_url"],
    productSources: FIXED,
  },
  welcome: plain(
    [...CUSTOMER, text("customer.email", "Customer: e-mail address", "Kunde: E-Mail-Adresse")],
    ["customer_has_first_name"],
  ),
  order_receipt: aboutOrder([], ["is_owner_copy", "buyer_has_first_name", "buyer_has_no_first_name"]),
  order_cancelled: aboutOrder(),
  shipment: aboutOrder([], ["parcel_has_tracking"]),
  delivery: aboutOrder(),
  payment_captured: aboutOrder([money("payment.amount", "payment.currency", "Payment: amount", "Zahlung: Betrag")]),
  refund: aboutOrder(
    [
      money("refund.amount", "refund.currency", "Refund: amount", "Erstattung: Betrag"),
      { tag: "refund.note", label: { en: "Refund: note", de: "Erstattung: Notiz" }, type: "lines" },
    ],
    ["refund_has_note"],
  ),
  return_requested: aboutOrder(),
  return_received: aboutOrder(),
  claim_created: aboutOrder(),
  exchange_created: aboutOrder(),
  gift_card: plain(
    [
      text("giftCard.code", "Gift card: code", "Gutschein: Code"),
      money("giftCard.amount", "giftCard.currency", "Gift card: amount", "Gutschein: Betrag"),
      { tag: "giftCard.expiresAt", label: { en: "Gift card: valid until", de: "Gutschein: gültig bis" }, type: "date" },
    ],
    ["gift_card_expires"],
  ),
  password_reset_customer: reset,
  password_reset_user: reset,
  invite: plain(
    [
      url("invite.url", "Invitation: link", "Einladung: Link"),
      text("invite.email", "Invitation: e-mail address", "Einladung: E-Mail-Adresse"),
      {
        tag: "invite.expiresAt",
        label: { en: "Invitation: valid until", de: "Einladung: gültig bis" },
        type: "datetime",
      },
    ],
    ["invite_expires"],
  ),
  cart_reminder: {
    tags: [...CUSTOMER, ...CART, ...SHOP, ...WAYS_OUT, ...VIEW],
    facts: ["customer_has_first_name", "shop_has_url"],
    productSources: [...FIXED, "cart"],
  },
  third_party_notice: {
    tags: [
      text("notice.heading", "Notice: heading", "Nachricht: Überschrift"),
      url("notice.ackUrl", "Notice: address to acknowledge", "Nachricht: Adresse zum Bestätigen"),
      { tag: "notice.text", label: { en: "Notice: text", de: "Nachricht: Text" }, type: "lines" },
      ...ORDER.filter(({ tag }) => tag === "order.displayId" || tag === "order.placedAt"),
      ...SHOP,
    ],
    facts: ["notice_has_text", "notice_has_link", "shop_has_url"],
    productSources: [],
  },
  occurrence_notice: plain([
    text("notice.heading", "Notice: heading", "Nachricht: Überschrift"),
    { tag: "notice.text", label: { en: "Notice: text", de: "Nachricht: Text" }, type: "lines" },
    { tag: "notice.at", label: { en: "When it happened", de: "Wann es geschah" }, type: "datetime" },
  ]),
  task_assigned: plain([
    text("task.title", "Task: title", "Aufgabe: Titel"),
    { tag: "task.note", label: { en: "Task: note", de: "Aufgabe: Notiz" }, type: "lines" },
    { tag: "task.dueAt", label: { en: "Task: due", de: "Aufgabe: fällig" }, type: "datetime" },
    text("task.person", "Task: whom it is about", "Aufgabe: um wen es geht"),
    text("task.phone", "Task: phone", "Aufgabe: Telefon"),
    url("task.url", "Task: link", "Aufgabe: Link"),
  ]),
  automation_report: plain([
    text("report.name", "Report: automation", "Bericht: Automation"),
    { tag: "report.from", label: { en: "Report: from", de: "Bericht: von" }, type: "date" },
    { tag: "report.to", label: { en: "Report: to", de: "Bericht: bis" }, type: "date" },
    text("report.entered", "Report: entered", "Bericht: eingetreten"),
    text("report.sent", "Report: mails sent", "Bericht: gesendete Mails"),
    url("report.url", "Report: link", "Bericht: Link"),
  ]),
  confirm_subscription: CONFIRM,
  remind_subscription: CONFIRM,
  test_mail: plain([
    { tag: "sentAt", label: { en: "Time of dispatch", de: "Zeitpunkt des Versands" }, type: "datetime" },
  ]),
}

export const CONTENT_FOR = Object.keys(CATALOGUES) as [ContentFor, ...ContentFor[]]

export function catalogueOf(of: ContentFor): Catalogue {
  return CATALOGUES[of]
}

const FORMATS = new Map(Object.values(CATALOGUES).flatMap(({ tags }) => tags.map((tag) => [tag.tag, tag])))

/** How a tag prints; one that no catalogue knows prints as it is. */
export function formatOf(tag: string): TagFormat {
  return FORMATS.get(tag) ?? { type: tag.startsWith(OWN_FIELDS) ? "field" : "text" }
}

const OWN_FIELDS = "contact.fields."

/** The merchant's own fields of a contact (F16). A yes or no says nothing in a sentence; it is for segments. */
export function fieldTags(fields: Pick<ContactField, "key" | "label" | "type">[]): Tag[] {
  return fields
    .filter(({ type }) => type !== "boolean")
    .map(({ key, label }) => ({
      tag: `${OWN_FIELDS}${key}`,
      label: { en: `Contact: ${label}`, de: `Kontakt: ${label}` },
      type: "field",
    }))
}

/** What a made-up reader has in them. */
export function sampleFields(fields: Pick<ContactField, "key" | "label" | "type" | "choices">[]) {
  return Object.fromEntries(fields.map(({ key, type, label, choices }) => [key, choices[0] ?? SAMPLES[type] ?? label]))
}

const SAMPLES: Partial<Record<ContactField["type"], string | number | boolean>> = {
  number: 42,
  date: "1990-05-17",
  boolean: true,
}
