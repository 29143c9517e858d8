import type { Statement } from "../database"

export type ReplayRow = {
  automation_id: string
  run_id: string
  days: number
  state: "running" | "done" | "failed" | "cancelled"
  problem: string | null
  done: number
  /** Null: not begun. */
  total: number | null
  /** As `runtime/automations/replay-report` makes it. */
  report: unknown
  created_at: Date
  finished_at: Date | null
}
export type ClaimedReplayRow = Pick<ReplayRow, "automation_id" | "run_id" | "days"> & {
  lease_token: string
  attempts: number
}

const COLUMNS = `r.automation_id, r.run_id, r.days, r.state, r.problem, r.done, r.total, r.report, r.created_at, r.finished_at`
const KEPT = "7 days"

export function selectReplay(automationId: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.replay r WHERE r.automation_id = $1`, values: [automationId] }
}

/** In place of the one before, which may still be running: its worker finds that it is not its own any more. */
export function startReplay(automationId: string, days: number, by: string | null): Statement {
  return {
    text: `
      INSERT INTO mailroom.replay (automation_id, days, created_by) VALUES ($1, $2, $3)
      ON CONFLICT (automation_id) DO UPDATE SET run_id = mailroom.uuidv7(), days = excluded.days, created_by = excluded.created_by,
        state = 'running', problem = NULL, done = 0, total = NULL, report = NULL, contact_ids = '{}', attempts = 0, lease_token = NULL,
        lease_expires_at = NULL, created_at = mailroom.now(), finished_at = NULL`,
    values: [automationId, days, by],
  }
}

export function cancelReplay(automationId: string): Statement {
  return {
    text: `UPDATE mailroom.replay SET state = 'cancelled', finished_at = mailroom.now(), lease_token = NULL
            WHERE automation_id = $1 AND state = 'running'`,
    values: [automationId],
  }
}

/** The oldest that nobody works on; a row for each automation at most, so no index is needed. */
export function claimReplay(leaseSeconds: number): Statement {
  return {
    text: `
      UPDATE mailroom.replay r SET lease_token = gen_random_uuid(), attempts = r.attempts + 1,
             lease_expires_at = mailroom.now() + make_interval(secs => $1)
       WHERE r.automation_id = (
         SELECT automation_id FROM mailroom.replay
          WHERE state = 'running' AND (lease_expires_at IS NULL OR lease_expires_at <= mailroom.now())
          ORDER BY created_at, automation_id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING r.automation_id, r.run_id, r.days, r.lease_token, r.attempts`,
    values: [leaseSeconds],
  }
}

type Held = { runId: string; token: string }
const HELD = "run_id = $1 AND lease_token = $2 AND state = 'running'"

/** Answers nothing when it was cancelled, asked for anew or taken over. */
export function advanceReplay(
  { runId, token }: Held,
  step: { done: number; total: number; leaseSeconds: number },
): Statement {
  return {
    text: `UPDATE mailroom.replay SET done = $3, total = $4, lease_expires_at = mailroom.now() + make_interval(secs => $5)
            WHERE ${HELD} RETURNING run_id`,
    values: [runId, token, step.done, step.total, step.leaseSeconds],
  }
}

export function finishReplay({ runId, token }: Held, found: { report: unknown; contactIds: string[] }): Statement {
  return {
    text: `UPDATE mailroom.replay SET state = 'done', report = $3::jsonb, contact_ids = $4::uuid[], finished_at = mailroom.now(),
             lease_token = NULL, lease_expires_at = NULL WHERE ${HELD}`,
    values: [runId, token, JSON.stringify(found.report), found.contactIds],
  }
}

export function failReplay({ runId, token }: Held, problem: string): Statement {
  return {
    text: `UPDATE mailroom.replay SET state = 'failed', problem = $3, finished_at = mailroom.now(), lease_token = NULL WHERE ${HELD}`,
    values: [runId, token, problem],
  }
}

/** What a replay of last week says is not true of today. */
export function forgetReplays(): Statement {
  return {
    text: `DELETE FROM mailroom.replay WHERE created_at < mailroom.now() - interval '${KEPT}'`,
    values: [],
  }
}
