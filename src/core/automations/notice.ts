import { groupsOf, type Directory } from "../notices/group-lines"
import type { ShopLine, ShopOrder } from "../shop/shop"
import type { BuiltinContexts } from "../templates/contexts"
import type { NoticeSettings as Settings } from "./nodes/notify-third-party"
import { matchingLines } from "./purchase-match"

export type Notice = {
  to: string[]
  cc: string[]
  bcc: string[]
  context: BuiltinContexts["third_party_notice"]
}

/**
 * The mails of one notice. Lines whose address stands in metadata are grouped by it: each distributor sees the own lines
 * and nobody else's. Without an address in "to" there is no mail.
 */
export function noticesFor(
  settings: Settings,
  order: ShopOrder,
  { isCorrection, directory = NOBODY }: { isCorrection: boolean; directory?: Directory },
): Notice[] {
  const lines = settings.match ? matchingLines(settings.match, order.lines, order.salesChannelId) : order.lines
  if (lines.length === 0) return []
  return groupsOf(settings, lines, directory).map(({ lines: own, recipients: { to, cc, bcc } }) => ({
    to,
    cc,
    bcc,
    context: contextOf(settings, order, own, isCorrection),
  }))
}

/** Suppliers and the shop's own people are known to the database alone. */
const NOBODY: Directory = { suppliers: new Map(), owner: [], staff: new Map() }

function contextOf(settings: Settings, order: ShopOrder, lines: ShopLine[], isCorrection: boolean): Notice["context"] {
  const { displayId, placedAt, currency, customerName, shippingAddress } = order.context
  return {
    notice: {
      heading: isCorrection ? `${cancelledIn(settings.locale)}: ${settings.heading}` : settings.heading,
      text: settings.text,
      ackUrl: null,
    },
    order: { displayId, placedAt, currency },
    lines: lines.map(({ title, variantTitle, sku, quantity, thumbnail, url, total, unitPrice }) => ({
      title,
      variantTitle,
      sku,
      quantity,
      thumbnail,
      url,
      total: settings.withPrices ? total : null,
      unitPrice: settings.withPrices ? unitPrice : null,
    })),
    shopper: settings.withShopper
      ? { name: customerName, email: order.email ?? "", phone: order.phone, shippingAddress }
      : null,
  }
}

const CANCELLED: Record<string, string> = {
  en: "Cancelled",
  de: "Storniert",
  fr: "Annulé",
  es: "Cancelado",
  it: "Annullato",
}

const cancelledIn = (locale: string | null): string =>
  CANCELLED[(locale ?? "en").slice(0, 2).toLowerCase()] ?? CANCELLED.en!
