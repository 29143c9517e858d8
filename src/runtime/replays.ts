import { MedusaError } from "@medusajs/framework/utils"
import { isDatabaseAway } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { ClaimedReplayRow } from "../modules/mailroom/sql/replay-runs"
import { replayReport } from "./automations/replay-report"
import type { Loop } from "./loop"

/** Told no more often than this: a screen asks every second. */
const TELL_MS = 500
/** A worker that dies on it each time must not be followed by all others for ever. */
const MOST_ATTEMPTS = 3

class Cancelled extends Error {}

/** Walks what somebody wants replayed (F51). The row is claimed by lease, so that another worker begins anew where one died. */
export function replays(mailroom: Mailroom): Loop {
  return {
    name: "replays",
    roles: ["worker", "shared"],
    everyMs: 1_000,
    async turn() {
      if (!mailroom.shop) return "idle"
      const run = await mailroom.replays.claim()
      if (!run) return "idle"
      await work(mailroom, run)
      return "more"
    },
  }
}

async function work(mailroom: Mailroom, run: ClaimedReplayRow): Promise<void> {
  if (run.attempts > MOST_ATTEMPTS) return mailroom.replays.fail(run, "It was begun three times and ended each time.")
  try {
    const report = await replayReport(mailroom, run.automation_id, { days: run.days, progress: telling(mailroom, run) })
    const contactIds = [...new Set(report.people.flatMap(({ contact_id }) => contact_id ?? []))]
    const named = [...new Set([...contactIds, ...report.samples.flatMap(({ contact_id }) => contact_id ?? [])])]
    await mailroom.replays.finish(run, { report, contactIds: named })
  } catch (error) {
    if (error instanceof Cancelled) return
    if (isDatabaseAway(error)) throw error
    // What the owner can mend is said in our own words; anything else is trouble that the log must know of, too.
    const sentence = error instanceof Error ? error.message : String(error)
    if (!MedusaError.isMedusaError(error))
      mailroom.log.error(`Mailroom could not replay ${run.automation_id}: ${sentence}`, error as Error)
    await mailroom.replays.fail(run, sentence)
  }
}

function telling({ replays: kept }: Mailroom, run: ClaimedReplayRow) {
  let told = 0
  return async (done: number, total: number): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve))
    if (performance.now() - told < TELL_MS) return
    told = performance.now()
    if (!(await kept.advance(run, done, total))) throw new Cancelled()
  }
}
