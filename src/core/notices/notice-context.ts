import type { NoticeSettings } from "../automations/nodes/notify-third-party"
import type { ShopLine, ShopOrder } from "../shop/shop"
import type { BuiltinContexts } from "../templates/contexts"
import { linesCsv, type FileLine } from "./lines-csv"

export type NoticeKind = "notice" | "correction" | "reminder" | "escalation"

/** A line as the mail says it; `before` where a correction takes back what was said. */
export type NoticeLine = { order: ShopOrder; line: LineWords; quantity: number; before?: number }

/** How a line is called; kept with the notice, so that it still has a name when it was taken out of the order. */
export type SaidLine = Pick<ShopLine, "title" | "variantTitle" | "sku">
type LineWords = SaidLine & Partial<Pick<ShopLine, "thumbnail" | "url" | "total" | "unitPrice">>

export type NoticeContext = BuiltinContexts["third_party_notice"] & { file?: NoticeFile }

/** What is attached; made from this when the mail leaves, so that it need not be kept beside it. */
export type NoticeFile = { kind: "csv" | "pdf"; name: string; title: string; head: string[]; lines: FileLine[] }

type Telling = {
  kind: NoticeKind
  settings: Pick<NoticeSettings, "heading" | "text" | "withShopper" | "withPrices" | "attach">
  locale: string
  lines: NoticeLine[]
  ackUrl: string | null
}

/** The variables of a notice about one or several orders; the shopper goes along only where all is about one of them. */
export function noticeContext({ kind, settings, locale, lines, ackUrl }: Telling): NoticeContext {
  const words = WORDS[locale.slice(0, 2).toLowerCase()] ?? WORDS.en!
  const orders = [...new Map(lines.map(({ order }) => [order.context.id, order])).values()]
  const [first] = orders
  const isWhole = kind !== "correction"
  const heading = `${prefixOf(kind, lines, words)}${settings.heading}`
  return {
    notice: { heading, text: isWhole ? settings.text : "", ackUrl },
    order: {
      displayId: orders.map(({ displayId }) => String(displayId)).join(", #"),
      placedAt: first?.placedAt ?? "",
      currency: first?.context.currency ?? "",
    },
    lines: lines.map((one) => shown(one, { isMany: orders.length > 1, withPrices: settings.withPrices && isWhole })),
    shopper: settings.withShopper && orders.length === 1 && isWhole ? shopperOf(first!) : null,
    ...(settings.attach !== "none" && isWhole && { file: fileOf(settings.attach, heading, words, lines) }),
  }
}

function shown(
  { order, line, quantity, before }: NoticeLine,
  { isMany, withPrices }: { isMany: boolean; withPrices: boolean },
) {
  const { title, variantTitle, sku, thumbnail, url, total, unitPrice } = line
  const change = before === undefined ? "" : ` (${before} → ${quantity})`
  return {
    title: `${isMany ? `#${order.displayId} · ` : ""}${title}${change}`,
    variantTitle,
    sku,
    quantity,
    thumbnail: thumbnail ?? null,
    url: url ?? null,
    total: (withPrices && total) || null,
    unitPrice: (withPrices && unitPrice) || null,
  }
}

function shopperOf(order: ShopOrder) {
  const { customerName: name, shippingAddress } = order.context
  return { name, email: order.email ?? "", phone: order.phone, shippingAddress }
}

function fileOf(kind: "csv" | "pdf", title: string, words: Words, lines: NoticeLine[]): NoticeFile {
  return {
    kind,
    name: `${words.file}.${kind}`,
    title,
    head: words.head,
    lines: lines.map(({ order, line, quantity }) => ({
      order: String(order.displayId),
      sku: line.sku ?? "",
      title: [line.title, line.variantTitle].filter(Boolean).join(", "),
      quantity,
    })),
  }
}

/** What a CSV file holds; a PDF is drawn elsewhere. */
export const csvOf = ({ head, lines }: NoticeFile): string => linesCsv(head, lines)

function prefixOf(kind: NoticeKind, lines: NoticeLine[], words: Words): string {
  if (kind === "notice") return ""
  if (kind !== "correction") return `${words[kind]}: `
  return `${lines.every(({ quantity }) => quantity === 0) ? words.cancelled : words.changed}: `
}

type Words = {
  cancelled: string
  changed: string
  reminder: string
  escalation: string
  file: string
  head: string[]
}

const WORDS: Record<string, Words> = {
  en: {
    cancelled: "Cancelled",
    changed: "Changed",
    reminder: "Reminder",
    escalation: "Not acknowledged yet",
    file: "lines",
    head: ["Order", "SKU", "Product", "Quantity"],
  },
  de: {
    cancelled: "Storniert",
    changed: "Geändert",
    reminder: "Erinnerung",
    escalation: "Noch nicht bestätigt",
    file: "Positionen",
    head: ["Bestellung", "Artikelnummer", "Produkt", "Menge"],
  },
  fr: {
    cancelled: "Annulé",
    changed: "Modifié",
    reminder: "Rappel",
    escalation: "Pas encore confirmé",
    file: "lignes",
    head: ["Commande", "Référence", "Produit", "Quantité"],
  },
  es: {
    cancelled: "Cancelado",
    changed: "Modificado",
    reminder: "Recordatorio",
    escalation: "Aún sin confirmar",
    file: "lineas",
    head: ["Pedido", "Referencia", "Producto", "Cantidad"],
  },
  it: {
    cancelled: "Annullato",
    changed: "Modificato",
    reminder: "Promemoria",
    escalation: "Non ancora confermato",
    file: "righe",
    head: ["Ordine", "Codice", "Prodotto", "Quantità"],
  },
}
