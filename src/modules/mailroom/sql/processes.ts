import type { Statement } from "../database"

export type BeatRow = {
  process_id: string
  loop: string
  role: "server" | "worker" | "shared"
  started_at: Date
  age_seconds: number
  detail: Record<string, unknown>
}

/** Every loop of every process that has shown itself within a day (primary key; some dozens a process). */
export function selectBeats(): Statement {
  return {
    text: `SELECT process_id, loop, role, started_at, extract(epoch FROM mailroom.now() - beat_at)::float8 AS age_seconds, detail
           FROM mailroom.heartbeat ORDER BY started_at, process_id, loop`,
    values: [],
  }
}

export type TaskRow = {
  name: string
  last_run_at: Date | null
  next_run_at: Date
  last_error: string | null
  is_running: boolean
}

export function selectTasks(): Statement {
  return {
    text: `SELECT name, last_run_at, next_run_at, last_error, coalesce(lease_expires_at > mailroom.now(), false) AS is_running
           FROM mailroom.periodic_task ORDER BY name`,
    values: [],
  }
}

export type BacklogRow = {
  reconciler_lag: number | null
  triggers: number
  triggers_age: number | null
  enrolments: number
  enrolments_age: number | null
}

/** How far the engine is behind: indexes trigger_event_due and enrolment_due, which hold only what waits. */
export function selectBacklog(): Statement {
  return {
    text: `
      WITH clock AS MATERIALIZED (SELECT mailroom.now() AS at)
      SELECT
        (SELECT extract(epoch FROM clock.at - (state->>'lookedAt')::timestamptz)::float8
           FROM mailroom.periodic_task WHERE name = 'reconciler' AND state ? 'lookedAt') AS reconciler_lag,
        t.n AS triggers, extract(epoch FROM clock.at - t.oldest)::float8 AS triggers_age,
        e.n AS enrolments, extract(epoch FROM clock.at - e.oldest)::float8 AS enrolments_age
      FROM clock,
        LATERAL (SELECT count(*)::int AS n, min(next_attempt_at) AS oldest FROM mailroom.trigger_event
                  WHERE processed_at IS NULL AND next_attempt_at <= clock.at) t,
        LATERAL (SELECT coalesce(sum(one.n), 0)::int AS n, min(one.oldest) AS oldest FROM mailroom.automation a
                  CROSS JOIN LATERAL (SELECT count(*) AS n, min(w.due_at) AS oldest FROM mailroom.enrolment w
                    WHERE w.automation_id = a.id AND w.state IN ('due', 'waiting') AND w.due_at <= clock.at) one) e`,
    values: [],
  }
}
