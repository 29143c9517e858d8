import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const AT_ONCE = 100

/** Asks the shop which codes were used, and takes back those that ran out unused. */
export function promotionCodes(mailroom: Mailroom): Loop {
  return periodic(mailroom, "promotion-codes", 60_000, async () => {
    if (!mailroom.shop) return "idle"
    const checked = await check(mailroom)
    const removed = await remove(mailroom)
    return checked === AT_ONCE || removed === AT_ONCE ? "more" : "idle"
  })
}

async function check({ shop, promotionCodes: codes }: Mailroom): Promise<number> {
  const asked = await codes.toCheck(AT_ONCE)
  if (asked.length === 0) return 0
  const uses = await shop!.promotions.uses(asked.map(({ code }) => code))
  const redeemed = uses.filter(({ used }) => used > 0).map(({ code }) => code)
  await codes.checked(
    asked.map(({ id }) => id),
    redeemed,
  )
  return asked.length
}

/** Looked at once more before: what was used in its last minute is not taken back. */
async function remove({ shop, promotionCodes: codes }: Mailroom): Promise<number> {
  const over = await codes.expired(AT_ONCE)
  if (over.length === 0) return 0
  const uses = await shop!.promotions.uses(over.map(({ code }) => code))
  const used = new Set(uses.filter(({ used }) => used > 0).map(({ code }) => code))
  await codes.checked(
    over.filter(({ code }) => used.has(code)).map(({ id }) => id),
    [...used],
  )
  await shop!.promotions.remove(uses.filter(({ code }) => !used.has(code)).map(({ id }) => id))
  await codes.removed(over.filter(({ code }) => !used.has(code)).map(({ id }) => id))
  return over.length
}
