import type { JobKey, JobKind, JobState } from "../../../core/jobs/job"
import type { Statement } from "../database"

export type JobRow = {
  kind: JobKind
  row_id: string
  state: JobState
  /** The file's or the mailing's name; null where the kind says all, or where a name would be a person's. */
  title: string | null
  /** Which part of it: an import is checked, run or taken back. */
  step: string | null
  done: number | null
  total: number | null
  problem: string | null
  started_at: Date
  finished_at: Date | null
}

/** Each kind's newest rows by its key; `$1`: how many, `$2`: one row alone. Effects that came through are the automation's page. */
const KINDS: Record<JobKind, string> = {
  import: `
    SELECT id AS row_id,
      CASE WHEN state IN ('checking', 'running', 'undoing') THEN 'running'
           WHEN state = 'failed' THEN 'failed' WHEN state = 'cancelled' THEN 'cancelled' ELSE 'done' END AS state,
      file_name AS title, state AS step, position::float8 AS done, rows::float8 AS total, problem,
      coalesce(started_at, created_at) AS started_at, CASE WHEN state IN ('checking', 'running', 'undoing') THEN NULL ELSE finished_at END AS finished_at
    FROM mailroom.import WHERE state NOT IN ('uploading', 'uploaded', 'checked') AND ($2::text IS NULL OR id = $2)
    ORDER BY id DESC LIMIT $1`,
  preflight: `
    SELECT p.mailing_id AS row_id, p.state, m.name AS title, NULL AS step, p.done::float8 AS done, p.total::float8 AS total, p.problem,
      p.created_at AS started_at, p.finished_at
    FROM mailroom.preflight p JOIN mailroom.mailing m ON m.id = p.mailing_id WHERE $2::text IS NULL OR p.mailing_id = $2
    ORDER BY p.created_at DESC LIMIT $1`,
  bulk_action: `
    SELECT id::text AS row_id, CASE WHEN state = 'stopped' THEN 'cancelled' ELSE state END AS state, NULL AS title, kind AS step,
      done::float8 AS done, total::float8 AS total, NULL AS problem, created_at AS started_at, finished_at
    FROM mailroom.bulk_action WHERE $2::text IS NULL OR id::text = $2
    ORDER BY id DESC LIMIT $1`,
  replay: `
    SELECT r.automation_id AS row_id, r.state, a.name AS title, NULL AS step, r.done::float8 AS done, r.total::float8 AS total, r.problem,
      r.created_at AS started_at, r.finished_at
    FROM mailroom.replay r JOIN mailroom.automation a ON a.id = r.automation_id WHERE $2::text IS NULL OR r.automation_id = $2
    ORDER BY r.created_at DESC LIMIT $1`,
  mailing: `
    SELECT id AS row_id, 'running' AS state, name AS title, NULL AS step, planned_rows::float8 AS done, audience_rows::float8 AS total,
      problem, coalesce(started_at, updated_at) AS started_at, NULL::timestamptz AS finished_at
    FROM mailroom.mailing WHERE state = 'planning' AND ($2::text IS NULL OR id = $2)
    ORDER BY created_at DESC LIMIT $1`,
  erasure: `
    SELECT id::text AS row_id, state, NULL AS title, NULL AS step, NULL::float8 AS done, NULL::float8 AS total, NULL AS problem,
      requested_at AS started_at, finished_at
    FROM mailroom.erasure WHERE $2::text IS NULL OR id::text = $2
    ORDER BY id DESC LIMIT $1`,
  consent_check: `
    SELECT name AS row_id, 'running' AS state, NULL AS title, state->'running'->>'stage' AS step,
      (state->'running'->>'chains')::float8 AS done, NULL::float8 AS total, last_error AS problem,
      coalesce((state->>'startedAt')::timestamptz, last_run_at, mailroom.now()) AS started_at, NULL::timestamptz AS finished_at
    FROM mailroom.periodic_task
    WHERE name = 'consent-check' AND jsonb_typeof(state->'running') = 'object' AND ($2::text IS NULL OR name = $2)
    LIMIT $1`,
  effect: `
    SELECT id::text AS row_id, CASE state WHEN 'pending' THEN 'running' WHEN 'failed' THEN 'failed' ELSE 'done' END AS state,
      kind AS title, NULL AS step, NULL::float8 AS done, NULL::float8 AS total, last_error AS problem,
      created_at AS started_at, settled_at AS finished_at
    FROM mailroom.effect WHERE ($2::text IS NULL AND state IN ('pending', 'failed')) OR id::text = $2
    ORDER BY id DESC LIMIT $1`,
}

/** What goes on first, then what ended, newest first: some hundred rows at most are looked at. */
export function selectJobs({ limit, one }: { limit: number; one: JobKey | null }): Statement {
  const kinds = Object.entries(KINDS).filter(([kind]) => !one || kind === one.kind)
  const all = kinds.map(
    ([kind, text]) =>
      `(SELECT '${kind}' AS kind, row_id, state, title, step, done, total, problem, started_at, finished_at FROM (${text}) AS ${kind})`,
  )
  return {
    text: `SELECT * FROM (${all.join("\nUNION ALL\n")}) AS job
           ORDER BY (state = 'running') DESC, coalesce(finished_at, started_at) DESC, row_id DESC LIMIT $1`,
    values: [limit, one?.rowId ?? null],
  }
}

/** Tried again from the start, as if it had just been written; only what was given up. */
export function retryEffect(id: string): Statement {
  return {
    text: `UPDATE mailroom.effect SET state = 'pending', due_at = mailroom.now(), attempts = 0, settled_at = NULL, lease_token = NULL,
             lease_expires_at = NULL
           WHERE id::text = $1 AND state = 'failed' RETURNING id`,
    values: [id],
  }
}
