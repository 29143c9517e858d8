import type { Mailroom } from "../modules/mailroom/mailroom"
import type { WorkerMode } from "../modules/mailroom/service"
import { heartbeat } from "./heartbeat"
import type { Loop } from "./loop"
import { Supervisor } from "./supervisor"

export type Runtime = {
  /** With `runtime: "manual"`: does everything that is due, then returns. */
  drain(): Promise<void>
  /** Ends all loops; what is in flight is finished first. */
  stop(): Promise<void>
}

/** Starts the loops that belong to this process's role; with `runtime: "manual"` they only run by `drain()`. */
export function startRuntime(mailroom: Mailroom, { role, loops }: { role: WorkerMode; loops: Loop[] }): Runtime {
  const mine = loops.filter(({ roles }) => roles.includes(role))
  const supervisor: Supervisor = new Supervisor(
    [...mine, heartbeat(mailroom, role, () => supervisor.supervised)],
    mailroom.log,
  )
  if (mailroom.options.runtime === "auto") supervisor.start()
  return { drain: () => supervisor.drain(), stop: () => supervisor.stop() }
}
