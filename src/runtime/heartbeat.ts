import type { Mailroom } from "../modules/mailroom/mailroom"
import type { WorkerMode } from "../modules/mailroom/service"
import { beatHeartbeats, forgetHeartbeats, forgetOldHeartbeats } from "../modules/mailroom/sql/heartbeat"
import type { Loop } from "./loop"
import { PROCESS_ID } from "./process-id"
import type { SupervisedLoop } from "./supervised-loop"

/** The Overview turns red after 30 s without a beat. */
const EVERY_MS = 10_000

/** Writes one row per loop of this process: that it lives, and how it fares. */
export function heartbeat(
  mailroom: Mailroom,
  role: WorkerMode,
  loops: () => SupervisedLoop[],
  vitals?: Loop["vitals"],
): Loop {
  return {
    name: "heartbeat",
    vitals,
    roles: ["server", "worker", "shared"],
    everyMs: EVERY_MS,
    async turn() {
      const beats = loops().map(({ loop, health }) => ({ loop: loop.name, detail: { ...health, ...loop.vitals?.() } }))
      await mailroom.db.query(beatHeartbeats({ processId: PROCESS_ID, role, beats }))
      await mailroom.db.query(forgetOldHeartbeats())
      return "idle"
    },
    async stop() {
      await mailroom.db.query(forgetHeartbeats({ processId: PROCESS_ID }))
    },
  }
}
