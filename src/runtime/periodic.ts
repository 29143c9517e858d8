import type { Mailroom } from "../modules/mailroom/mailroom"
import { claimPeriodicTask, finishPeriodicTask, renewPeriodicTask } from "../modules/mailroom/sql/periodic-task"
import type { Loop, Turn } from "./loop"
import { PROCESS_ID } from "./process-id"

const LEASE_SECONDS = 60
/** How often a process looks whether a task of longer rhythm is due; another process may do it meanwhile. */
const LOOK_MS = 5_000

export type TaskState = Record<string, unknown>

/** A run of a periodic task: change `state` and it is stored at the end, or at once by `save()`, which renews the lease. */
export type TaskRun = {
  state: TaskState
  /** Throws when another process took the task over (this one was asleep past its lease): then end without a trace. */
  save(): Promise<void>
}

/**
 * Work that one process of all does at a time, every `everyMs`: a row claimed by lease, which survives restarts with its
 * watermarks. `more` runs it again at once, a throw keeps the state as last saved and comes back after `everyMs`
 * (at most a minute).
 *
 * @example periodic(mailroom, "retention", 3_600_000, async ({ state }) => { … return "idle" })
 */
export function periodic(
  mailroom: Mailroom,
  name: string,
  everyMs: number,
  work: (run: TaskRun) => Promise<Turn>,
  roles: Loop["roles"] = ["worker", "shared"],
): Loop {
  const { db } = mailroom
  return {
    name,
    roles,
    everyMs: Math.min(everyMs, LOOK_MS),
    async turn({ ignoreSchedule = false } = {}) {
      const [claim] = await db.query<{ token: string; state: TaskState }>(
        claimPeriodicTask({ name, owner: PROCESS_ID, leaseSeconds: LEASE_SECONDS, ignoreSchedule }),
      )
      if (!claim) return "idle"
      const { token, state } = claim
      let saved = structuredClone(state)
      const save = async () => {
        const held = await db.query(renewPeriodicTask({ name, token, state, leaseSeconds: LEASE_SECONDS }))
        if (held.length === 0) throw new Error(`Periodic task "${name}" was taken over by another process.`)
        saved = structuredClone(state)
      }
      try {
        const turn = await work({ state, save })
        await db.query(finishPeriodicTask({ name, token, state, nextInMs: turn === "more" ? 0 : everyMs, error: null }))
        return turn
      } catch (error) {
        const sentence = String(error instanceof Error ? error.message : error).slice(0, 500)
        // The error is the news; that the row cannot be written while the database is away is only its consequence.
        await db
          .query(
            finishPeriodicTask({ name, token, state: saved, nextInMs: Math.min(everyMs, 60_000), error: sentence }),
          )
          .catch(() => undefined)
        throw error
      }
    },
  }
}
