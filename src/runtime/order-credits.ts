import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectNow } from "../modules/mailroom/sql/consent"
import type { CreditCursor } from "../modules/mailroom/services/order-credits"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const LOOK_EVERY_MS = 60_000
/** A click comes before the order and is known within minutes; the shop's own data may be a day late. */
const RECENT_DAYS = 3
/** Once a day further back, for orders that were read late. */
const FAR_DAYS = 60
const DAY_MS = 24 * 3_600_000

type State = { after?: CreditCursor; days?: number; farAt?: string }

/** Credits each new order to the mail that brought it (F44). */
export function orderCredits(mailroom: Mailroom): Loop {
  return periodic(mailroom, "order-credits", LOOK_EVERY_MS, async (run) => {
    const state = run.state as State
    const days = state.after ? (state.days ?? RECENT_DAYS) : await daysToLook(mailroom, state)
    const after = await mailroom.orderCredits.look(days, state.after ?? null)
    Object.assign(run.state, { after: after ?? undefined, days })
    return after ? "more" : "idle"
  })
}

async function daysToLook({ db }: Mailroom, state: State): Promise<number> {
  const [clock] = await db.query<{ at: Date }>(selectNow())
  const isFarDue = !state.farAt || clock!.at.getTime() - new Date(state.farAt).getTime() >= DAY_MS
  if (isFarDue) state.farAt = clock!.at.toISOString()
  return isFarDue ? FAR_DAYS : RECENT_DAYS
}
