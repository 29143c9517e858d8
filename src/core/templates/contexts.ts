import type { Envelope } from "./envelope"
import type { Font } from "./fonts"

/**
 * What the built-in templates are given. Plain JSON: dates are ISO strings, money is a decimal string in major units
 * exactly as Medusa has it; filters (`money`, `date`) format by the mail's locale.
 */
export type Money = string

export type LineContext = {
  title: string
  variantTitle: string | null
  sku: string | null
  quantity: number
  /** After discounts, with tax where the store's prices include tax: what the shopper pays for this line. */
  total: Money
  unitPrice: Money
  thumbnail: string | null
  url: string | null
}

export type AddressContext = {
  name: string
  company: string | null
  lines: string[]
  postalCode: string | null
  city: string | null
  province: string | null
  countryCode: string | null
  phone: string | null
}

export type OrderContext = {
  id: string
  displayId: string
  email: string
  currency: string
  placedAt: string
  customerName: string
  firstName: string
  lines: LineContext[]
  itemTotal: Money
  shippingTotal: Money
  taxTotal: Money
  discountTotal: Money
  giftCardTotal: Money
  total: Money
  refundedTotal: Money
  /** Something of it has left; absent in messages that were planned before there was this. */
  isShipped?: boolean
  isPaid?: boolean
  /** Rows of the totals table in order, zero rows left out; the last is the total and agrees with Medusa's own. */
  shippingAddress: AddressContext | null
  billingAddress: AddressContext | null
  shippingMethods: string[]
  paymentMethods: string[]
  url: string | null
}

export type TrackingLinkContext = { number: string; url: string | null }

/** One entry per built-in template: its key and the top-level variables that it may use. */
export type BuiltinContexts = {
  welcome: { customer: { firstName: string; email: string } }
  order_receipt: { order: OrderContext; isOwnerCopy: boolean }
  order_cancelled: { order: OrderContext }
  shipment: { order: OrderContext; lines: LineContext[]; tracking: TrackingLinkContext[] }
  delivery: { order: OrderContext; lines: LineContext[] }
  payment_captured: { order: OrderContext; payment: { amount: Money; currency: string } }
  refund: { order: OrderContext; refund: { amount: Money; currency: string; note: string | null } }
  return_requested: { order: OrderContext; lines: LineContext[] }
  return_received: { order: OrderContext; lines: LineContext[] }
  claim_created: { order: OrderContext; lines: LineContext[] }
  exchange_created: { order: OrderContext; lines: LineContext[] }
  gift_card: { giftCard: { code: string; amount: Money; currency: string; expiresAt: string | null } }
  password_reset_customer: { reset: { url: string; email: string } }
  password_reset_user: { reset: { url: string; email: string } }
  invite: { invite: { url: string; email: string; expiresAt: string | null } }
  cart_reminder: {
    customer: { firstName: string }
    cart: { lines: LineContext[]; itemTotal: Money; currency: string; url: string }
  }
  /** Custom action: a third party is told; shopper and prices are null unless the owner ticked them. */
  third_party_notice: {
    /** `ackUrl`: where the reader says "seen"; null where nobody asks. */
    notice: { heading: string; text: string; ackUrl: string | null }
    order: { displayId: string; placedAt: string; currency: string }
    lines: (Omit<LineContext, "total" | "unitPrice"> & { total: Money | null; unitPrice: Money | null })[]
    shopper: { name: string; email: string; phone: string | null; shippingAddress: AddressContext | null } | null
  }
  /** Custom action on a trigger without lines; `facts` are in the mail's language, `person` null unless ticked. */
  occurrence_notice: {
    notice: { heading: string; text: string; at: string }
    facts: { label: string; value: string }[]
    person: { name: string; email: string; phone: string } | null
  }
  /** To a colleague who has something to do; what is not known is "". */
  task_assigned: {
    task: {
      title: string
      note: string
      isCall: boolean
      dueAt: string
      url: string | null
      person: string
      email: string
      phone: string
      orderNumber: string
    }
  }
  /** What an automation did in a time; null is not known, which is not nothing. */
  automation_report: {
    report: {
      name: string
      from: string
      /** The last day of it. */
      to: string
      entered: number
      inside: number
      sent: number
      opened: number | null
      clicked: number | null
      revenue: { amount: Money; currency: string }[]
      /** Those that send mails. */
      steps: { name: string; sent: number; clicked: number | null }[]
      url: string | null
    }
  }
  /** Double opt-in: no promotion, no tracking. */
  confirm_subscription: { confirm: { url: string; topics: string[] } }
  /** The one reminder of it, with the same link. */
  remind_subscription: { confirm: { url: string; topics: string[] } }
  test_mail: { sentAt: string }
}

export type BuiltinKey = keyof BuiltinContexts

export const LOCALES = ["en", "de", "fr", "es", "it"] as const
export type BuiltinLocale = (typeof LOCALES)[number]

/** Logo, colours and footer of every mail; set once in Settings, kept with the sender. */
export type Brand = {
  shopName: string
  logoUrl: string | null
  primaryColor: string
  backgroundColor: string
  /** Left out: the system's own. */
  font?: Font
  footerText?: string
  storefrontUrl: string | null
  postalAddress: string | null
  socialLinks: { label: string; url: string }[]
}

/** The result of compiling one version in one locale: Liquid texts that need only a context. */
export type CompiledTemplate = {
  subject: string
  preheader: string
  html: string
  plain: string
  /** Fixed link targets; index in a click token. Dynamic ones count on from here at render. */
  links: string[]
  variables: string[]
  /** Product lists that are filled just before the hand-over; none in most mails. */
  products?: ProductNeed[]
  /** What goes with it besides its words; none in most mails. */
  envelope?: Envelope | null
}

/** What one product block wants: `products["<block>"]` of the message's variables. */
export type ProductNeed = {
  block: string
  source: "picked" | "newest" | "best_sellers" | "category" | "back_in_stock" | "product"
  productIds: string[]
  categoryId: string | null
  count: number
}

/** A product as one recipient may buy it; what has no price for them is not in the list. */
export type OfferContext = {
  productId: string
  title: string
  url: string | null
  thumbnail: string | null
  currency: string
  price: Money
  /** Before a price list lowered it; null when it did not. */
  originalPrice: Money | null
}
