import type { Mailroom } from "../modules/mailroom/mailroom"
import type { WorkerMode } from "../modules/mailroom/service"

/** What one turn of a loop found: with `more` it is called again at once, with `idle` after `everyMs`. */
export type Turn = "more" | "idle"

export type TurnOptions = {
  /** Periodic work runs although it is not due: `drain()` in tests and "run now". */
  ignoreSchedule?: boolean
}

/**
 * Something that runs by itself. A turn does a bounded piece of work (well under a second) and returns; it may throw
 * (the supervisor logs, backs off and goes on) and must leave nothing half done, because a process may die in it.
 */
export type Loop = {
  name: string
  /** Processes in which it runs; `server` only for what must be near the requests. */
  roles: WorkerMode[]
  everyMs: number
  turn(options?: TurnOptions): Promise<Turn>
  /** Besides its errors, what the heartbeat row says of it; read in the admin and by the metrics. */
  vitals?(): Record<string, unknown>
  /** Lets go of what it holds (connections, leases, buffers). Called once, after the last turn has ended. */
  stop?(): Promise<void>
}

export type LoopFactory = (mailroom: Mailroom) => Loop
