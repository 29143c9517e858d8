import {
  healthChecks,
  healthStatus,
  type Check,
  type HealthFacts,
  type HealthStatus,
} from "../../../core/health/checks"
import type { Database } from "../database"
import { selectBacklog, selectBeats, selectTasks, type BacklogRow, type BeatRow, type TaskRow } from "../sql/processes"
import type { OutboxService } from "./outbox"
import type { ReadinessService } from "./readiness"

export type RedisVitals = { is_up: boolean; last_error: string | null; may_evict: boolean }

export type SenderVitals = {
  sent: number
  per_second: number
  in_flight: number
  breaker: { state: "closed" | "open" | "probing"; cause: string | null; needs_merchant: boolean; waits_ms: number }
}

/** One process, as its heartbeat tells of it. */
export type ProcessHealth = {
  process_id: string
  role: BeatRow["role"]
  started_at: Date
  age_seconds: number
  is_late: boolean
  /** Loops whose last turn failed. */
  failing: { loop: string; failures: number; error: string | null }[]
  /** Null for a process that does not send. */
  sending: SenderVitals | null
  /** Null without Redis. */
  redis: RedisVitals | null
}

export type Health = Awaited<ReturnType<OutboxService["health"]>> & {
  status: HealthStatus
  checks: Check[]
  processes: ProcessHealth[]
  per_second: number
  tasks: TaskRow[]
  backlog: BacklogRow
}

const LATE_SECONDS = 30
/** Whoever has been silent for longer is gone: replaced by a deploy, or a script that ended. That nobody sends is a check. */
const GONE_SECONDS = 600
/** Turns in a row that a loop may fail before anybody is told: the first may be a database that was away for a moment. */
const FAILURES = 3

/** How all processes together fare, from the rows that they write: whichever process is asked knows the same. */
export class HealthService {
  constructor(
    private readonly db: Database,
    private readonly services: { outbox: OutboxService; readiness: ReadinessService },
  ) {}

  async read(): Promise<Health> {
    const [outbox, ready, beats, tasks, [backlog]] = await Promise.all([
      this.services.outbox.health(),
      this.services.readiness.state(),
      this.db.query<BeatRow>(selectBeats()),
      this.db.query<TaskRow>(selectTasks()),
      this.db.query<BacklogRow>(selectBacklog()),
    ])
    const processes = processesOf(beats).filter(({ age_seconds: age }) => age <= GONE_SECONDS)
    const living = processes.filter(({ is_late }) => !is_late)
    const senders = living.flatMap(({ sending }) => sending ?? [])
    const redis = living.flatMap((one) => one.redis ?? [])
    const checks = healthChecks({
      ready: { receipts: ready.ready, marketing: ready.marketing_ready },
      senders: senders.length,
      ...agesOf(outbox.outbox.lanes),
      breakers: senders.map(({ breaker }) => ({ state: breaker.state, needsMerchant: breaker.needs_merchant })),
      inDoubt: outbox.outbox.in_doubt,
      failingLoops: living.flatMap(({ failing }) => failing).filter(({ failures }) => failures >= FAILURES).length,
      reconcilerLag: backlog!.reconciler_lag,
      triggersAge: backlog!.triggers_age,
      automationsAge: backlog!.enrolments_age,
      unrecorded: outbox.tracking.unrecorded_24h,
      redis: redis.length === 0 ? null : redisOf(redis),
    })
    return {
      status: healthStatus(checks),
      checks,
      ...outbox,
      per_second: senders.reduce((sum, { per_second: rate }) => sum + rate, 0),
      processes,
      tasks,
      backlog: backlog!,
    }
  }
}

function processesOf(beats: BeatRow[]): ProcessHealth[] {
  const byProcess = new Map<string, BeatRow[]>()
  for (const beat of beats) byProcess.set(beat.process_id, [...(byProcess.get(beat.process_id) ?? []), beat])
  return [...byProcess.values()].map((rows) => {
    const age = Math.min(...rows.map(({ age_seconds }) => age_seconds))
    const detailOf = (loop: string) => rows.find((row) => row.loop === loop)?.detail
    const sending = detailOf("dispatcher") as SenderVitals | undefined
    return {
      process_id: rows[0]!.process_id,
      role: rows[0]!.role,
      started_at: rows[0]!.started_at,
      age_seconds: age,
      is_late: age > LATE_SECONDS,
      failing: rows.flatMap(failingOf),
      // A process of the version before does not tell.
      sending: sending?.breaker ? pickSending(sending) : null,
      redis: (detailOf("heartbeat")?.redis as RedisVitals | null | undefined) ?? null,
    }
  })
}

function failingOf({ loop, detail }: BeatRow): ProcessHealth["failing"] {
  const { failures = 0, lastError = null } = detail as { failures?: number; lastError?: string | null }
  return failures > 0 ? [{ loop, failures, error: lastError }] : []
}

const pickSending = ({ sent, per_second, in_flight, breaker }: SenderVitals): SenderVitals => ({
  sent,
  per_second,
  in_flight,
  breaker,
})

type LaneAge = { state: string; mailing_id: string | null; oldest_due_seconds: number | null; name: string }

/** A paused lane waits because somebody wants it to. */
function agesOf(lanes: LaneAge[]): Pick<HealthFacts, "receiptsAge" | "bulkAge"> {
  const oldest = (some: LaneAge[]) => {
    const ages = some.flatMap(({ state, oldest_due_seconds: age }) => (state === "open" && age !== null ? [age] : []))
    return ages.length > 0 ? Math.max(...ages) : null
  }
  const isReceipts = ({ mailing_id, name }: LaneAge) => mailing_id === null && RECEIPT_LANES.has(name)
  return { receiptsAge: oldest(lanes.filter(isReceipts)), bulkAge: oldest(lanes.filter((lane) => !isReceipts(lane))) }
}

const RECEIPT_LANES = new Set(["receipts", "system", "direct"])

/** As the process that has the most trouble with it sees it. */
const redisOf = (seen: RedisVitals[]): HealthFacts["redis"] => ({
  isUp: seen.every(({ is_up }) => is_up),
  mayEvict: seen.some(({ may_evict }) => may_evict),
})
