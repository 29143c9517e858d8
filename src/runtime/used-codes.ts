import type { PromotionContext } from "../core/shop/promotions"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { ReadyMessage } from "./ready-message"

/**
 * Takes promotion codes out of mails that are about to leave where they cannot be used any more (F31): used since the mail
 * was planned, taken out of the shop, or over. The block that shows the code disappears with it. Asks the live shop once for
 * all of them, else what is known of it. Throws when the shop cannot be asked.
 */
export async function withoutUsedCodes(mailroom: Mailroom, ready: ReadyMessage[]): Promise<void> {
  const showing = ready.flatMap((one) => {
    const promotion = one.context.promotion as PromotionContext | undefined
    return promotion?.code ? [{ one, promotion }] : []
  })
  if (showing.length === 0) return
  const usable = await usableOf(mailroom, [...new Set(showing.map(({ promotion }) => promotion.code))])
  const spent = showing.filter(({ one, promotion }) => !usable.has(promotion.code) || isOver(promotion, one))
  if (spent.length === 0) return
  for (const { one } of spent) {
    const { promotion: _, ...rest } = one.context
    one.context = rest
  }
  await mailroom.promotionCodes.takenOut(spent.map(({ one }) => one.facts.id))
}

const isOver = ({ expiresAt }: PromotionContext, { facts }: ReadyMessage): boolean =>
  expiresAt !== null && new Date(expiresAt).getTime() <= facts.asked_at

async function usableOf({ shop, promotionCodes }: Mailroom, codes: string[]): Promise<Set<string>> {
  if (!shop) return promotionCodes.unused(codes)
  const uses = await shop.promotions.uses(codes)
  const used = uses.filter((one) => one.used > 0).map(({ code }) => code)
  if (used.length > 0) await promotionCodes.used(used)
  return new Set(uses.filter((one) => one.used === 0).map(({ code }) => code))
}
