import type { NoticeSettings } from "../automations/nodes/notify-third-party"
import type { Facts } from "../automations/facts"
import type { BuiltinContexts } from "../templates/contexts"

type Telling = {
  settings: Pick<NoticeSettings, "heading" | "text" | "withShopper">
  facts: Pick<Facts, "occurredAt" | "shopper" | "lines" | "context">
  locale: string
}

/**
 * The variables of a notice about what is no order: when it happened, what it is about, and, only where it is ticked, the
 * person and what was told with the event, which may say anything of that person.
 */
export function occurrenceContext({ settings, facts, locale }: Telling): BuiltinContexts["occurrence_notice"] {
  const { heading, text, withShopper } = settings
  const { shopper, occurredAt, lines, context } = facts
  const words = WORDS[locale.slice(0, 2).toLowerCase()] ?? WORDS.en!
  return {
    notice: { heading, text, at: occurredAt.toISOString() },
    facts: [
      ...rowOf(words.product, titleOf(context.product)),
      ...lines.map(({ title, variantTitle, quantity }) => ({
        label: words.item,
        value: [`${quantity} × ${title}`, variantTitle].filter(Boolean).join(", "),
      })),
      ...(withShopper ? toldOf(context.event) : []),
    ],
    person: withShopper ? { name: shopper.name ?? "", email: shopper.email ?? "", phone: "" } : null,
  }
}

const WORDS: Record<string, { product: string; item: string }> = {
  en: { product: "Product", item: "In the cart" },
  de: { product: "Produkt", item: "Im Warenkorb" },
  fr: { product: "Produit", item: "Dans le panier" },
  es: { product: "Producto", item: "En el carrito" },
  it: { product: "Prodotto", item: "Nel carrello" },
}

const rowOf = (label: string, value: string | null) => (value ? [{ label, value }] : [])

const titleOf = (product: unknown): string | null => {
  const { title } = (product ?? {}) as { title?: unknown }
  return typeof title === "string" ? title : null
}

/** A mail is no place for whole documents. */
const MOST_TOLD = 20

/** Plain values under the names that they were pushed with. */
function toldOf(event: unknown): { label: string; value: string }[] {
  return Object.entries((event ?? {}) as Record<string, unknown>)
    .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value))
    .slice(0, MOST_TOLD)
    .map(([label, value]) => ({ label, value: String(value).slice(0, 300) }))
}
