import type { Mailroom } from "../modules/mailroom/mailroom"
import type { WorkerMode } from "../modules/mailroom/service"
import { heartbeat } from "./heartbeat"
import type { Loop } from "./loop"
import { startRedis, type RedisParts } from "./redis"
import { Supervisor } from "./supervisor"

export type Runtime = {
  /** With `runtime: "manual"`: does everything that is due, then returns. */
  drain(): Promise<void>
  /** Ends all loops; what is in flight is finished first. */
  stop(): Promise<void>
}

/** Starts the loops that belong to this process's role; with `runtime: "manual"` they only run by `drain()`. */
export function startRuntime(mailroom: Mailroom, { role, loops }: { role: WorkerMode; loops: Loop[] }): Runtime {
  let redis: RedisParts | null = null
  const mine = loops.filter(({ roles }) => roles.includes(role))
  const beating = heartbeat(
    mailroom,
    role,
    () => supervisor.supervised,
    () => ({ redis: redis?.state ?? null }),
  )
  const supervisor: Supervisor = new Supervisor([...mine, beating], mailroom.log, () => redis?.isUp ?? false)
  const deafen = mailroom.wakes.listen((loop) => void supervisor.wake(loop))
  if (mailroom.options.runtime === "auto") {
    supervisor.start()
    redis = startRedis(mailroom, { role, wakeHere: (loop) => supervisor.wake(loop) })
  }
  return {
    drain: () => supervisor.drain(),
    async stop() {
      deafen()
      await redis?.close()
      await supervisor.stop()
    },
  }
}
