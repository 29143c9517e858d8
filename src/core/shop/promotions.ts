import type { Money } from "../templates/contexts"

/** What a code is worth and to whom. */
export type PromotionTerms = {
  type: "percentage" | "fixed"
  /** Per cent, or an amount in major units. */
  value: number
  /** Lower case, as the shop writes it; null for per cent. */
  currency: string | null
  /** Only carts of this customer, or with this address, may use it; null: whoever has the code. */
  for: { customerId: string } | { email: string } | null
  /** Its last moment; the end of a day, so that the codes of a day share one campaign. */
  expiresAt: Date
  /** What the shop shows as the campaign of these codes, and what tells it from others. */
  campaign: { name: string; identifier: string }
}

export type PromotionToMint = { code: string; terms: PromotionTerms }

/** Promotion codes in the shop. */
export type ShopPromotions = {
  /** One use each. A code that is there already is not made again: both times the same id, in the order given. */
  mint(codes: PromotionToMint[]): Promise<{ code: string; id: string }[]>
  /** Which of these were used in an order; those that the shop no longer has are left out. */
  uses(codes: string[]): Promise<{ code: string; id: string; used: number }[]>
  /** Takes back those that nobody used, with the campaigns that are over and empty then. */
  remove(ids: string[]): Promise<void>
}

export type PromotionContext = {
  code: string
  type: "percentage" | "fixed"
  value: Money
  currency: string | null
  expiresAt: string | null
}
