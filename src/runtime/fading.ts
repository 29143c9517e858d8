import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectNow } from "../modules/mailroom/sql/consent"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const LOOK_EVERY_MS = 60_000
const DAY_MS = 24 * 3_600_000
/** A range is one statement of a fraction of a second, whatever the number of contacts. */
const RANGE = 20_000

type FadingState = { after?: string | null; months?: number | null; finishedAt?: string; startedAt?: string }

/** Writes down once a night when the two-year rule takes hold of each person; at once when the setting changes (F22). */
export function fadingSweep(mailroom: Mailroom): Loop {
  return periodic(mailroom, "fading", LOOK_EVERY_MS, async (run) => {
    const state = run.state as FadingState
    const { consent } = await mailroom.settings.read()
    const now = await clock(mailroom)
    const isChanged = state.months !== undefined && state.months !== consent.inactiveMonths
    const isDue = !state.finishedAt || now.getTime() - new Date(state.finishedAt).getTime() >= DAY_MS
    if (state.after === undefined && !isDue && !isChanged) return "idle"
    const begin = isChanged ? null : (state.after ?? null)
    const { last } = await mailroom.fading.refresh(begin, RANGE)
    Object.assign(run.state, { months: consent.inactiveMonths, after: last ?? undefined })
    if (last !== null) return "more"
    Object.assign(run.state, { finishedAt: now.toISOString() })
    return "idle"
  })
}

async function clock({ db }: Mailroom): Promise<Date> {
  const [row] = await db.query<{ at: Date }>(selectNow())
  return row!.at
}
