import type { Statement } from "../database"
import type { EnrolmentFacts } from "./enrolments"

/** What leaves the database and is due, with the occurrence that it is about. */
export type EffectRow = {
  id: string
  idempotency_key: string
  automation_id: string
  automation_name: string
  automation_state: "off" | "live" | "paused" | "draining"
  enrolment_id: string | null
  node: string
  visit: number
  kind: string
  settings: Record<string, unknown>
  contact_id: string | null
  attempts: number
  lease_token: string
  created_at: Date
  /** What an earlier try kept. */
  answer: Record<string, unknown> | null
  facts: EnrolmentFacts | null
  now: Date
}

/** Oldest first (index effect_due). Those of a paused automation stay where they are. */
export function claimEffects({ limit, leaseSeconds }: { limit: number; leaseSeconds: number }): Statement {
  return {
    text: `WITH due AS (
             SELECT f.id FROM mailroom.effect f
              WHERE f.state = 'pending' AND f.due_at <= mailroom.now() AND f.handed_at IS NULL
                AND (f.lease_expires_at IS NULL OR f.lease_expires_at <= mailroom.now())
                AND NOT EXISTS (SELECT FROM mailroom.automation a WHERE a.id = f.automation_id AND a.state = 'paused')
              ORDER BY f.due_at LIMIT $1 FOR UPDATE OF f SKIP LOCKED
           ), claimed AS (
             UPDATE mailroom.effect f SET lease_token = gen_random_uuid(), attempts = f.attempts + 1,
                    lease_expires_at = mailroom.now() + make_interval(secs => $2)
               FROM due WHERE f.id = due.id RETURNING f.*
           )
           SELECT c.id, c.idempotency_key, c.automation_id, coalesce(a.name, c.automation_id) AS automation_name,
                  coalesce(a.state, 'off') AS automation_state, c.enrolment_id, c.node, c.visit, c.kind, c.settings,
                  c.contact_id, c.attempts, c.lease_token, c.created_at, c.answer, e.facts, mailroom.now() AS now
             FROM claimed c
             LEFT JOIN mailroom.automation a ON a.id = c.automation_id
             LEFT JOIN mailroom.enrolment e ON e.id = c.enrolment_id
            ORDER BY c.due_at, c.id`,
    values: [limit, leaseSeconds],
  }
}

/** Before something leaves that must not leave twice. Answers nothing when the lease was lost. */
export function markEffectHanded({ id, token }: { id: string; token: string }): Statement {
  return {
    text: `UPDATE mailroom.effect SET handed_at = mailroom.now() WHERE id = $1 AND lease_token = $2 RETURNING id`,
    values: [id, token],
  }
}

/** Handed over by a process that died before it heard the answer: nobody can know. The entrant goes on. */
export function doubtHandedEffects(): Statement {
  return {
    text: `WITH doubted AS (
             UPDATE mailroom.effect SET state = 'in_doubt', settled_at = mailroom.now(), lease_token = NULL,
                    lease_expires_at = NULL, last_error = 'lease_ended_after_hand_over'
              WHERE state = 'pending' AND handed_at IS NOT NULL AND lease_expires_at <= mailroom.now()
              RETURNING id, enrolment_id, node
           ) ${WAKE("doubted")} SELECT id FROM doubted`,
    values: [],
  }
}

/** Who rests on the node looks again at once, not at the next of its own looks. */
const WAKE = (from: string) => `, woken AS (
  UPDATE mailroom.enrolment e SET due_at = mailroom.now() FROM ${from} s
   WHERE e.id = s.enrolment_id AND e.node = s.node AND e.state = 'waiting' AND e.lease_token IS NULL)`

/** Answers nothing when another process took it over. */
export function settleEffect(row: {
  id: string
  token: string
  state: "done" | "failed" | "skipped" | "in_doubt"
  answer: Record<string, unknown> | null
  error: string | null
}): Statement {
  return {
    text: `WITH settled AS (
             UPDATE mailroom.effect SET state = $3, answer = coalesce($4::jsonb, answer), last_error = $5,
                    settled_at = mailroom.now(), lease_token = NULL, lease_expires_at = NULL, handed_at = NULL
              WHERE id = $1 AND lease_token = $2 RETURNING id, enrolment_id, node
           ) ${WAKE("settled")} SELECT id FROM settled`,
    values: [row.id, row.token, row.state, row.answer && JSON.stringify(row.answer), row.error],
  }
}

/** Tried again later; what the try learned is kept. */
export function postponeEffect(row: {
  id: string
  token: string
  seconds: number
  error: string | null
  answer: Record<string, unknown> | null
  countsTry: boolean
}): Statement {
  return {
    text: `UPDATE mailroom.effect
              SET due_at = mailroom.now() + make_interval(secs => $3), last_error = $4, answer = coalesce($5::jsonb, answer),
                  attempts = CASE WHEN $6 THEN attempts ELSE attempts - 1 END,
                  lease_token = NULL, lease_expires_at = NULL, handed_at = NULL
            WHERE id = $1 AND lease_token = $2 RETURNING id`,
    values: [row.id, row.token, row.seconds, row.error, row.answer && JSON.stringify(row.answer), row.countsTry],
  }
}
