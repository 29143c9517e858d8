import type { PreflightFindings } from "../../../core/mailings/preflight-tally"
import type { Statement } from "../database"
import { decidedAudience, type AudienceParts, type PeopleGate } from "./mailing-audience"

export type PreflightRow = {
  mailing_id: string
  run_id: string
  revision: number
  state: "running" | "done" | "cancelled" | "failed"
  problem: string | null
  template_version_id: string | null
  /** Of the other texts of an A/B test. */
  other_version_ids: string[]
  total: number | null
  done: number
  affected: number
  findings: PreflightFindings
  created_at: Date
  created_by: string | null
  began_at: Date | null
  finished_at: Date | null
}

const COLUMNS = `p.mailing_id, p.run_id, p.revision, p.state, p.problem, p.template_version_id, p.other_version_ids, p.total, p.done, p.affected, p.findings,
  p.created_at, p.created_by, p.began_at, p.finished_at`

export function selectPreflight(mailingId: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.preflight p WHERE p.mailing_id = $1`, values: [mailingId] }
}

/** In place of the one before, whose people are forgotten. */
export function startPreflight(mailingId: string, revision: number, by: string | null): Statement {
  return {
    text: `
      WITH gone AS (DELETE FROM mailroom.preflight_member WHERE run_id = (SELECT run_id FROM mailroom.preflight WHERE mailing_id = $1))
      INSERT INTO mailroom.preflight AS p (mailing_id, revision, created_by) VALUES ($1, $2, $3)
      ON CONFLICT (mailing_id) DO UPDATE SET run_id = mailroom.uuidv7(), revision = excluded.revision, state = 'running', problem = NULL,
        template_version_id = NULL, other_version_ids = '{}', total = NULL, done = 0, affected = 0, findings = '{}', lease_token = NULL, lease_expires_at = NULL,
        created_at = mailroom.now(), created_by = excluded.created_by, began_at = NULL, finished_at = NULL`,
    values: [mailingId, revision, by],
  }
}

/** What was found until then stays. */
export function cancelPreflight(mailingId: string): Statement {
  return {
    text: `UPDATE mailroom.preflight SET state = 'cancelled', finished_at = mailroom.now() WHERE mailing_id = $1 AND state = 'running'`,
    values: [mailingId],
  }
}

/** Of mailings that have left, were deleted or are being sent: nobody waits for it any more. */
export function cancelUnasked(): Statement {
  return {
    text: `
      UPDATE mailroom.preflight p SET state = 'cancelled', finished_at = mailroom.now()
      FROM mailroom.mailing m
      WHERE p.state = 'running' AND m.id = p.mailing_id AND (m.archived_at IS NOT NULL OR m.state NOT IN ('draft', 'scheduled'))`,
    values: [],
  }
}

/** People of runs that have ended, some at a time; primary keys of both tables. */
export function forgetMembers(limit: number): Statement {
  return {
    text: `
      WITH gone AS (
        SELECT b.run_id, b.row_number FROM mailroom.preflight p
        CROSS JOIN LATERAL (SELECT * FROM mailroom.preflight_member one WHERE one.run_id = p.run_id ORDER BY one.row_number LIMIT $1) b
        WHERE p.state <> 'running' LIMIT $1
      )
      DELETE FROM mailroom.preflight_member d USING gone WHERE d.run_id = gone.run_id AND d.row_number = gone.row_number RETURNING 1`,
    values: [limit],
  }
}

/** The oldest that nobody is at (index preflight_running); whoever gets it has the token. */
export function claimPreflight(leaseSeconds: number): Statement {
  return {
    text: `
      UPDATE mailroom.preflight p SET lease_token = gen_random_uuid(), lease_expires_at = mailroom.now() + make_interval(secs => $1)
      WHERE p.run_id = (
        SELECT run_id FROM mailroom.preflight
        WHERE state = 'running' AND (lease_expires_at IS NULL OR lease_expires_at <= mailroom.now())
        ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      RETURNING ${COLUMNS}, p.lease_token AS token`,
    values: [leaseSeconds],
  }
}

/** No row: it was cancelled, begun anew, or another worker has it. */
const HELD = `run_id = $1 AND lease_token = $2 AND state = 'running'`

export type HeldRun = { id: string; token: string }

export function releasePreflight({ id, token }: HeldRun): Statement {
  return {
    text: `UPDATE mailroom.preflight SET lease_token = NULL, lease_expires_at = NULL WHERE run_id = $1 AND lease_token = $2`,
    values: [id, token],
  }
}

/** Everybody who would get it now, by row number. */
export function freezeRecipients(run: HeldRun, parts: AudienceParts, gate: PeopleGate): Statement {
  const values: unknown[] = [run.id, run.token]
  return {
    text: `
      WITH ${decidedAudience(parts, gate, values)},
      member AS (
        INSERT INTO mailroom.preflight_member (run_id, row_number, contact_id, address_id)
        SELECT $1, row_number() OVER (ORDER BY contact_id), contact_id, address_id FROM decided WHERE reason IS NULL
        RETURNING 1
      )
      UPDATE mailroom.preflight SET total = (SELECT count(*) FROM member), began_at = mailroom.now()
      WHERE ${HELD} AND total IS NULL
      RETURNING total`,
    values,
  }
}

/** With nobody to look at it is done already. */
export function beginPreflight(run: HeldRun, made: { revision: number; versionIds: string[] }): Statement {
  return {
    text: `
      UPDATE mailroom.preflight SET revision = $3, template_version_id = ($4::uuid[])[1], other_version_ids = ($4::uuid[])[2:],
        state = CASE WHEN total = 0 THEN 'done' ELSE state END, finished_at = CASE WHEN total = 0 THEN mailroom.now() END
      WHERE ${HELD} RETURNING 1`,
    values: [run.id, run.token, made.revision, made.versionIds],
  }
}

export type PreflightPersonRow = {
  row_number: number
  contact_id: string
  email: string
  first_name: string | null
  fields: Record<string, unknown>
  last_name: string | null
  locale: string
  tracking: "unknown" | "granted" | "denied"
  region_id: string | null
  country: string | null
  group_ids: string[]
}

/** With what their mails are made of. Who was erased or lost the address meanwhile is not among them. */
export function selectPreflightPeople(runId: string, from: number, to: number, defaultLocale: string): Statement {
  return {
    text: `
      SELECT p.row_number, c.id AS contact_id, a.email, c.first_name, c.last_name, c.fields, coalesce(c.locale, $4) AS locale, a.tracking,
        c.region_id, c.country, coalesce(g.ids, '{}') AS group_ids
      FROM mailroom.preflight_member p
      JOIN mailroom.contact c ON c.id = p.contact_id AND c.erased_at IS NULL
      JOIN mailroom.contact_address a ON a.id = p.address_id AND a.email IS NOT NULL
      LEFT JOIN LATERAL (
        SELECT array_agg(DISTINCT one) AS ids FROM mailroom.contact_customer k, unnest(k.group_ids) AS one WHERE k.contact_id = c.id
      ) g ON true
      WHERE p.run_id = $1 AND p.row_number > $2 AND p.row_number <= $3
      ORDER BY p.row_number`,
    values: [runId, from, to, defaultLocale],
  }
}

export function advancePreflight(
  run: HeldRun,
  step: { done: number; affected: number; findings: PreflightFindings; leaseSeconds: number },
): Statement {
  return {
    text: `
      UPDATE mailroom.preflight SET done = $3, affected = $4, findings = $5::jsonb, problem = NULL,
        lease_expires_at = mailroom.now() + make_interval(secs => $6),
        state = CASE WHEN $3 >= total THEN 'done' ELSE state END, finished_at = CASE WHEN $3 >= total THEN mailroom.now() END
      WHERE ${HELD} RETURNING state`,
    values: [run.id, run.token, step.done, step.affected, JSON.stringify(step.findings), step.leaseSeconds],
  }
}

/** For good, with the sentence that says why. */
export function failPreflight(run: HeldRun, problem: string): Statement {
  return {
    text: `UPDATE mailroom.preflight SET state = 'failed', problem = $3, finished_at = mailroom.now() WHERE ${HELD}`,
    values: [run.id, run.token, problem],
  }
}

/** Said while it is tried again. */
export function setPreflightProblem(run: HeldRun, problem: string): Statement {
  return { text: `UPDATE mailroom.preflight SET problem = $3 WHERE ${HELD}`, values: [run.id, run.token, problem] }
}

export type NameRow = { id: string; name: string | null; email: string | null }

/** Names for ids; who was erased meanwhile has none. */
export function selectNames(contactIds: string[]): Statement {
  return {
    text: `
      SELECT c.id, nullif(concat_ws(' ', c.first_name, c.last_name), '') AS name, a.email
      FROM mailroom.contact c LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      WHERE c.id = ANY($1::uuid[]) AND c.erased_at IS NULL`,
    values: [contactIds],
  }
}

/** Whether mails are waiting for their turn now: they come first. */
export function selectIsDelivering(): Statement {
  return {
    text: `
      SELECT EXISTS (
        SELECT FROM mailroom.lane l WHERE l.state = 'open'
          AND EXISTS (SELECT FROM mailroom.delivery d WHERE d.lane_id = l.id AND d.due_at <= mailroom.now())
      ) AS is_delivering`,
    values: [],
  }
}
