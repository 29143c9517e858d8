import { metadataConsent } from "../core/contacts/metadata-consent"
import type { ShopOrder, ShopPayment } from "../core/shop/shop"
import type { AddressContext } from "../core/templates/contexts"
import { decimal, sum } from "./decimal"
import { lineOf, type CategoryMetadata } from "./line-mapping"
import { iso, type Row } from "./row"

/** Medusa's order as Mailroom knows it. Every total is Medusa's own figure; none is computed here but sums of payments. */
export function orderOf(order: Row, categories: CategoryMetadata): ShopOrder {
  const lines = ((order.items ?? []) as Row[]).filter(Boolean).map((line) => lineOf(line, categories))
  const name = nameOf(order)
  const payments = paymentsOf(order)
  const total = decimal(order.total, order.raw_total)
  const captured = sum(...payments.flatMap(({ captures }) => captures.map(({ amount }) => amount)))
  return {
    context: {
      id: order.id,
      displayId: String(order.custom_display_id ?? order.display_id),
      email: order.email ?? "",
      currency: String(order.currency_code).toUpperCase(),
      placedAt: iso(order.created_at)!,
      customerName: [name.first, name.last].filter(Boolean).join(" "),
      firstName: name.first ?? "",
      lines,
      itemTotal: decimal(order.item_total, order.raw_item_total),
      shippingTotal: decimal(order.shipping_total, order.raw_shipping_total),
      taxTotal: decimal(order.tax_total, order.raw_tax_total),
      discountTotal: decimal(order.discount_total, order.raw_discount_total),
      // Since 2.9 gift cards and store credit are credit lines; gift_card_total is what older orders have.
      giftCardTotal: sum(
        decimal(order.credit_line_total, order.raw_credit_line_total),
        decimal(order.gift_card_total, order.raw_gift_card_total),
      ),
      total,
      refundedTotal: sum(...payments.flatMap(({ refunds }) => refunds.map(({ amount }) => amount))),
      shippingAddress: addressOf(order.shipping_address),
      billingAddress: addressOf(order.billing_address),
      shippingMethods: ((order.shipping_methods ?? []) as Row[]).filter(Boolean).map((method) => method.name),
      paymentMethods: paymentMethodsOf(order),
      url: null,
      isShipped: ((order.items ?? []) as Row[]).some((line) => Number(line?.detail?.shipped_quantity ?? 0) > 0),
      isPaid: Number(captured) > 0 && Number(captured) >= Number(total),
    },
    displayId: Number(order.display_id),
    email: order.email ?? null,
    customerId: order.customer_id ?? null,
    locale: order.locale ?? null,
    regionId: order.region_id ?? null,
    salesChannelId: order.sales_channel_id ?? null,
    phone: order.shipping_address?.phone ?? order.billing_address?.phone ?? null,
    isSilenced: order.no_notification === true,
    isDraft: order.is_draft_order === true,
    promotionCodes: promotionCodesOf(order),
    placedAt: iso(order.created_at)!,
    cancelledAt: iso(order.canceled_at),
    cartId: order.cart?.id ?? null,
    netTotal: sum(...lines.map(({ net }) => net)),
    lines,
    consent: metadataConsent(order.metadata),
  }
}

/** What was taken off names the code that took it off. */
function promotionCodesOf({ items, shipping_methods: shipping }: Row): string[] {
  const parts = [...((items ?? []) as (Row | null)[]), ...((shipping ?? []) as (Row | null)[])]
  const taken = parts.flatMap((part) => (part?.adjustments ?? []) as (Row | null)[])
  return [...new Set(taken.flatMap((one) => (one?.code ? [String(one.code)] : [])))]
}

export function paymentsOf(order: Row): ShopPayment[] {
  const collections = ((order.payment_collections ?? []) as (Row | null)[]).flatMap(
    (collection) => collection?.payments ?? [],
  )
  return (collections as (Row | null)[]).flatMap((payment) => (payment ? [paymentOf(payment, order.id)] : []))
}

export function paymentOf(payment: Row, orderId: string | null): ShopPayment {
  const moves = (rows: Row[] | undefined) =>
    (rows ?? []).filter(Boolean).map((move) => ({
      id: move.id as string,
      amount: decimal(move.amount, move.raw_amount),
      at: iso(move.created_at)!,
      note: (move.note as string | null) ?? null,
    }))
  return {
    id: payment.id,
    orderId,
    currency: String(payment.currency_code).toUpperCase(),
    captures: moves(payment.captures),
    refunds: moves(payment.refunds),
  }
}

function addressOf(address: Row | null | undefined): AddressContext | null {
  if (!address) return null
  return {
    name: [address.first_name, address.last_name].filter(Boolean).join(" "),
    company: address.company ?? null,
    lines: [address.address_1, address.address_2].filter(Boolean),
    postalCode: address.postal_code ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    countryCode: address.country_code ? String(address.country_code).toUpperCase() : null,
    phone: address.phone ?? null,
  }
}

/** The one who ordered: the billing address says so better than a parcel's receiver or a shared account. */
function nameOf({ billing_address, shipping_address, customer }: Row): { first: string | null; last: string | null } {
  const named = [customer, billing_address, shipping_address].find((row) => row?.first_name || row?.last_name)
  return { first: named?.first_name ?? null, last: named?.last_name ?? null }
}

/** "pp_stripe-ideal_stripe" → "Stripe ideal". Medusa's manual provider has no name that a shopper would know. */
function paymentMethodsOf(order: Row): string[] {
  const payments = ((order.payment_collections ?? []) as (Row | null)[]).flatMap(
    (collection) => collection?.payments ?? [],
  )
  const names = payments.flatMap((payment: Row | null) => {
    const provider = String(payment?.provider_id ?? "")
      .replace(/^pp_/, "")
      .split("_")[0]!
      .replace(/-/g, " ")
    return provider && provider !== "system" ? [provider[0]!.toUpperCase() + provider.slice(1)] : []
  })
  return [...new Set(names)]
}

/** What may have happened to it since a mail about it was planned. */
export function orderStateOf(order: Row, hasOpenReturn: boolean) {
  return {
    id: order.id as string,
    isCancelled: order.canceled_at !== null || order.status === "canceled",
    isRefunded: paymentsOf(order).some(({ refunds }) => refunds.length > 0),
    hasOpenReturn,
  }
}
