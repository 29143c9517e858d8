import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const BATCH = 50

/** Takes over what boxes at the checkout and the registration said, apart from the receipts. */
export function shopWords(mailroom: Mailroom): Loop {
  return periodic(mailroom, "shop-words", 2_000, async () => {
    const seen = await mailroom.shopWords.takeWaiting(BATCH, (sentence) => mailroom.log.warn(`Mailroom: ${sentence}`))
    return seen === BATCH ? "more" : "idle"
  })
}
