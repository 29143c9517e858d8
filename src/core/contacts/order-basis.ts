import { countryRule } from "./country-rules"
import { CASL_PURCHASE_DAYS } from "./record-basis"

const DAY = 24 * 3600 * 1000

/** On what a purchase alone lets the shop write about similar goods. */
export type OrderBasis = { basis: "soft_opt_in" | "casl_implied_purchase" | "opt_out_country"; expiresAt: Date | null }

/**
 * The basis that an order gives without any box ticked; null for none. Only orders from the day on which the checkout
 * began to show the opt-out (`shownSince`, a setting) count, and none in which the buyer used it.
 */
export function orderBasis(order: {
  country: string | null
  placedAt: Date
  shownSince: Date | null
  hasOptedOut: boolean
  now: Date
}): OrderBasis | null {
  const { country, placedAt, shownSince, hasOptedOut, now } = order
  if (hasOptedOut || shownSince === null || placedAt < shownSince) return null
  const rule = countryRule(country)
  if (rule === "opt_out") return { basis: "opt_out_country", expiresAt: null }
  if (rule !== "canada") return { basis: "soft_opt_in", expiresAt: null }
  const expiresAt = new Date(placedAt.getTime() + CASL_PURCHASE_DAYS * DAY)
  return expiresAt > now ? { basis: "casl_implied_purchase", expiresAt } : null
}
