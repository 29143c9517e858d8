import type { BuiltinKey } from "../templates/contexts"

/** What the store's own Notification Module mailed lately, by template. */
export type ShopMails = { total: number; templates: { template: string; count: number; lastAt: string }[] }

/** Words by which a store's own template is recognised; Medusa leaves its names to the developer. */
const WORDS: Partial<Record<BuiltinKey, RegExp>> = {
  welcome: /welcome|customer[._-]?(created|registered)|sign[._-]?up/i,
  order_receipt: /order[._-]?(placed|confirm|receipt|created)|receipt|confirmation/i,
  order_cancelled: /cancel/i,
  shipment: /ship|fulfil/i,
  delivery: /deliver/i,
  payment_captured: /captur|payment[._-]?received|paid/i,
  refund: /refund/i,
  return_requested: /return[._-]?request/i,
  return_received: /return[._-]?receiv/i,
  claim_created: /claim/i,
  exchange_created: /exchange/i,
  gift_card: /gift/i,
  password_reset_customer: /password|reset/i,
  password_reset_user: /password|reset/i,
  invite: /invit/i,
  cart_reminder: /abandon|cart/i,
}

/**
 * Whether switching this template on would mail twice (F61). Null: it cannot be known, because the shop could not be
 * asked or because it mails by names that tell nothing.
 */
export function goLiveTemplate(
  key: BuiltinKey,
  event: string,
  mails: ShopMails | null,
): { shop_already_mails: boolean | null; sentence: string } {
  if (!mails) return { shop_already_mails: null, sentence: "Whether your store already mails this is not known." }
  const likely = mails.templates.filter(({ template }) => template === event || WORDS[key]?.test(template))
  if (likely.length > 0) {
    const count = likely.reduce((sum, one) => sum + one.count, 0)
    const names = likely.map(({ template }) => `"${template}"`).join(", ")
    return {
      shop_already_mails: true,
      sentence: `Your store sent ${count} mails of ${names} in the last 30 days. Switch that off first, or people get two.`,
    }
  }
  if (mails.total === 0)
    return { shop_already_mails: false, sentence: "Your store itself mailed nothing in the last 30 days." }
  return {
    shop_already_mails: false,
    sentence: `Your store mailed ${mails.total} times in the last 30 days, but nothing that looks like this.`,
  }
}
