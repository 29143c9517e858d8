import { z } from "zod"
import { filterKind } from "../filter-kind"

/** Only when the order, or what lies in the cart, is worth so much. */
export const amountAtLeast = filterKind({
  kind: "amount_at_least",
  settings: z.object({
    /** With tax and shipping, in major units. */
    amount: z.coerce.number().positive("must be more than 0").max(1e12),
    /** Null: whatever the currency. */
    currency: z
      .string()
      .trim()
      .regex(/^[A-Za-z]{3}$/, "must be a currency in three letters, for example EUR")
      .nullable()
      .default(null),
  }),
  defaults: { amount: 50, currency: null },
  judge({ settings: { amount, currency }, know }) {
    const facts = know({ about: "occurrence" })
    if (!facts) return { ask: [{ about: "occurrence" }] }
    const worth = facts.order
      ? { amount: Number(facts.order.context.total), currency: facts.order.context.currency }
      : worthOfCart(facts.context.cart)
    if (!worth) return { holds: false, saw: { amount: null } }
    const isCurrency = currency === null || worth.currency.toUpperCase() === currency.toUpperCase()
    return { holds: isCurrency && worth.amount >= amount, saw: worth }
  },
})

function worthOfCart(cart: unknown): { amount: number; currency: string } | null {
  const { itemTotal, currency } = (cart ?? {}) as { itemTotal?: string; currency?: string }
  return itemTotal === undefined ? null : { amount: Number(itemTotal), currency: String(currency ?? "") }
}
