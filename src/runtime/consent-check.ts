import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectNow } from "../modules/mailroom/sql/consent"
import { CONSENT_CHECK, type ConsentCheck, type ConsentCheckState } from "../modules/mailroom/sql/consent-check-state"
import type { Loop } from "./loop"
import { periodic } from "./periodic"

const LOOK_EVERY_MS = 30_000
const DAY_MS = 24 * 3_600_000

/**
 * Once a night, and when somebody asks for it: anchors the days that are over, then verifies every chain, every state and
 * every anchor. A step is a thousand chains; a restart goes on where it stopped.
 */
export function consentCheck(mailroom: Mailroom): Loop {
  return periodic(mailroom, CONSENT_CHECK, LOOK_EVERY_MS, async (run) => {
    const state = run.state as ConsentCheckState
    const now = (await clock(mailroom)).toISOString()
    if (!state.running) {
      if (!isDue(state, now)) return "idle"
      if ((await mailroom.consentCheck.anchorNextDay()) !== null) return "more"
      Object.assign(run.state, { running: mailroom.consentCheck.begin(), startedAt: now })
      return "more"
    }
    const running = await mailroom.consentCheck.step(state.running)
    if (running.stage !== "done") {
      Object.assign(run.state, { running })
      return "more"
    }
    sayWhatIsWrong(mailroom, running)
    Object.assign(run.state, { running: null, last: running, finishedAt: now, isAsked: false })
    return "idle"
  })
}

function isDue({ finishedAt, isAsked }: ConsentCheckState, now: string): boolean {
  return isAsked === true || !finishedAt || Date.parse(now) - Date.parse(finishedAt) >= DAY_MS
}

function sayWhatIsWrong({ log }: Mailroom, { problem_count: count, chains }: ConsentCheck): void {
  if (count > 0)
    log.error(
      `Mailroom: the consent ledger has ${count} broken places in ${chains} chains. Audience → Consent ledger names them.`,
    )
}

async function clock({ db }: Mailroom): Promise<Date> {
  const [row] = await db.query<{ at: Date }>(selectNow())
  return row!.at
}
