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
  { isCorrection }: { isCorrection: boolean },
): Notice[] {
  const lines = settings.match ? matchingLines(settings.match, order.lines, order.salesChannelId) : order.lines
  if (lines.length === 0) return []
  return groupByRecipients(settings, lines)
    .filter(({ to }) => to.length > 0)
    .map(({ lines: own, ...recipients }) => ({ ...recipients, context: contextOf(settings, order, own, isCorrection) }))
}

type Group = { to: string[]; cc: string[]; bcc: string[]; lines: ShopLine[] }

function groupByRecipients(settings: Settings, lines: ShopLine[]): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const recipients = { to: at("to", line), cc: at("cc", line), bcc: at("bcc", line) }
    const key = JSON.stringify(recipients)
    const group = groups.get(key) ?? { ...recipients, lines: [] }
    groups.set(key, { ...group, lines: [...group.lines, line] })
  }
  return [...groups.values()]

  function at(field: "to" | "cc" | "bcc", line: ShopLine): string[] {
    const addresses = settings.recipients
      .filter((recipient) => recipient.field === field)
      .flatMap(({ by, value }) => (by === "address" ? [value] : addressesIn(by, value, line)))
    return [...new Set(addresses)].sort()
  }
}

/** One address, or several parted by comma or semicolon, or a list of them. The nearest category that has one wins. */
function addressesIn(by: "product_metadata" | "category_metadata", key: string, line: ShopLine): string[] {
  const places = by === "product_metadata" ? [line.productMetadata] : line.categoryMetadata
  for (const place of places) {
    const value = place[key]
    const texts = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;]/) : []
    const addresses = texts.filter((text): text is string => typeof text === "string").map((text) => text.trim())
    const usable = addresses.filter((text) => text.includes("@"))
    if (usable.length > 0) return usable
  }
  return []
}

function contextOf(settings: Settings, order: ShopOrder, lines: ShopLine[], isCorrection: boolean): Notice["context"] {
  const { displayId, placedAt, currency, customerName, shippingAddress } = order.context
  return {
    notice: {
      heading: isCorrection ? `${cancelledIn(settings.locale)}: ${settings.heading}` : settings.heading,
      text: settings.text,
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
