import { MedusaError } from "@medusajs/framework/utils"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { deleteOldWindows } from "../modules/mailroom/sql/subscription-requests"
import type { Loop, Turn } from "./loop"
import { periodic } from "./periodic"

const EVERY_MS = 10 * 60_000
const BATCH = 200

/**
 * What consent does with time: reminds once of a sign-up that nobody confirmed, forgets who never did, and ends what was
 * given for a time only.
 */
export function consentClock(mailroom: Mailroom): Loop {
  return periodic(mailroom, "consent-clock", EVERY_MS, async () => {
    const { subscriptionDeadlines: deadlines, db } = mailroom
    const reminded = await remind(mailroom)
    const lapsed = await deadlines.lapse(BATCH)
    const ended = await deadlines.endConsents(BATCH)
    await db.query(deleteOldWindows(10_000))
    const turn: Turn = [reminded, lapsed, ended].includes(BATCH) ? "more" : "idle"
    return turn
  })
}

/** While Mailroom is not ready no mail can be made: the reminder waits, everything else goes on. */
async function remind({ subscriptionDeadlines }: Mailroom): Promise<number> {
  try {
    return await subscriptionDeadlines.remind(BATCH)
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) return 0
    throw error
  }
}
