import type { CheckKey, HealthStatus } from "../../../src/core/health/checks"
import type { JobKind, JobState } from "../../../src/core/jobs/job"
import type {
  Health as ServerHealth,
  ProcessHealth as ServerProcess,
} from "../../../src/modules/mailroom/services/health"
import type { Job as ServerJob } from "../../../src/modules/mailroom/services/jobs"

export type { CheckKey, HealthStatus, JobKind, JobState }

/** Times come as text over the wire. */
export type ProcessHealth = Omit<ServerProcess, "started_at"> & { started_at: string }
export type Task = {
  name: string
  last_run_at: string | null
  next_run_at: string
  last_error: string | null
  is_running: boolean
}
export type Health = Pick<ServerHealth, "status" | "checks" | "per_second" | "heartbeat"> & {
  processes: ProcessHealth[]
  tasks: Task[]
}
export type Job = Omit<ServerJob, "started_at" | "finished_at"> & { started_at: string; finished_at: string | null }
