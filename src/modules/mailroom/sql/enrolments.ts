import type { Statement } from "../database"

/** What an entrant brings along: the occurrence, not the shop's data, which is read again when it is decided on. */
export type EnrolmentFacts = {
  triggerId: string
  event: string
  payload: Record<string, unknown>
  source: "bus" | "reconciler" | "api" | "clock"
  occurredAt: string
  isCorrection: boolean
}

export type EnrolmentRow = {
  id: string
  automation_id: string
  version_id: string
  occurrence_key: string
  facts: EnrolmentFacts
  contact_id: string | null
  node: string | null
  visit: number
  rested: number
  attempts: number
  lease_token: string
  entered_at: Date
  now: Date
}

/** The same occurrence enters an automation once, however often it is told (unique automation_id, occurrence_key). */
export function insertEnrolment(row: {
  automationId: string
  versionId: string
  occurrenceKey: string
  facts: EnrolmentFacts
}): Statement {
  return {
    text: `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state, due_at)
           VALUES ($1, $2, $3, $4::jsonb, 'due', mailroom.now())
           ON CONFLICT (automation_id, occurrence_key) DO NOTHING RETURNING id`,
    values: [row.automationId, row.versionId, row.occurrenceKey, JSON.stringify(row.facts)],
  }
}

/**
 * Oldest first, over all automations that run: for each a few rows from the front of its part of index enrolment_due, so
 * that neither a million who wait nor the many of a paused one cost anything.
 */
export function claimEnrolments({ limit, leaseSeconds }: { limit: number; leaseSeconds: number }): Statement {
  return {
    text: `WITH near AS MATERIALIZED (
             SELECT e.id, e.due_at FROM mailroom.automation a
             CROSS JOIN LATERAL (
               SELECT id, due_at FROM mailroom.enrolment e
                WHERE e.automation_id = a.id AND e.state IN ('due', 'waiting') AND e.due_at <= mailroom.now()
                  AND (e.lease_expires_at IS NULL OR e.lease_expires_at <= mailroom.now())
                ORDER BY e.due_at LIMIT $1) e
              WHERE a.state IN ('live', 'draining') ORDER BY e.due_at LIMIT $1
           ), due AS (
             SELECT e.id FROM mailroom.enrolment e
              WHERE e.id IN (SELECT id FROM near) AND e.state IN ('due', 'waiting')
                AND (e.lease_expires_at IS NULL OR e.lease_expires_at <= mailroom.now())
              FOR UPDATE OF e SKIP LOCKED
           ), claimed AS (
             UPDATE mailroom.enrolment e SET lease_token = gen_random_uuid(), attempts = e.attempts + 1,
                    lease_expires_at = mailroom.now() + make_interval(secs => $2)
               FROM due WHERE e.id = due.id RETURNING e.*
           )
           SELECT c.id, c.automation_id, c.version_id, c.occurrence_key, c.facts, c.contact_id, c.node, c.visit, c.rested,
                  c.attempts, c.lease_token, c.entered_at, mailroom.now() AS now
             FROM claimed c ORDER BY c.due_at, c.id`,
    values: [limit, leaseSeconds],
  }
}

export type EngineVersionRow = {
  id: string
  automation_id: string
  automation_kind: "store_email" | "custom_action" | "autoresponder" | "automation"
  settings: Record<string, unknown>
  trigger: unknown
  nodes: unknown
}

/** What many entrants share; read once per batch, because settings may change at any moment. */
export function selectEngineVersions(ids: string[]): Statement {
  return {
    text: `SELECT v.id, v.automation_id, a.kind AS automation_kind, a.settings, v.trigger, v.nodes
             FROM mailroom.automation_version v JOIN mailroom.automation a ON a.id = v.automation_id
            WHERE v.id = ANY($1::uuid[])`,
    values: [ids],
  }
}

export function postponeEnrolment(row: {
  id: string
  token: string
  seconds: number
  error: string
  countsAttempt?: boolean
}): Statement {
  return {
    text: `UPDATE mailroom.enrolment
              SET due_at = mailroom.now() + make_interval(secs => $3), last_error = $4, lease_token = NULL, lease_expires_at = NULL,
                  attempts = CASE WHEN $5 THEN attempts ELSE 0 END
            WHERE id = $1 AND lease_token = $2`,
    values: [row.id, row.token, row.seconds, row.error, row.countsAttempt ?? true],
  }
}

/** Notices that may have gone out about an order and are not corrected yet. */
export function selectNoticesAbout(orderId: string): Statement {
  return {
    text: `SELECT e.automation_id, e.version_id FROM mailroom.enrolment e
             JOIN mailroom.automation a ON a.id = e.automation_id
            WHERE e.occurrence_key = $1 AND a.kind = 'custom_action' AND a.state <> 'off' AND a.archived_at IS NULL
              AND e.outcome = 'mailed'`,
    values: [orderId],
  }
}

/** How far the notice got that a correction would follow. Index: message_subject. */
export function selectNoticeStates({ automationId, orderId }: { automationId: string; orderId: string }): Statement {
  return {
    text: `SELECT DISTINCT status FROM mailroom.message
            WHERE subject_id = $2 AND source_id = $1 AND kind = 'custom_action'
              AND coalesce(node, '') <> 'correction'`,
    values: [automationId, orderId],
  }
}

export type DecisionRow = {
  sourceId: string
  enrolmentId: string | null
  contactId: string | null
  occurrenceKey: string
  node: string | null
  verdict: string
  reason: string
  detail: Record<string, unknown> | null
}

/** Whom an occurrence is about, as far as the read model knows its customer or its order; no row: nobody is known. */
export function selectContactBehind(payload: Record<string, unknown>): Statement {
  const ids = [payload.id, payload.customer_id, payload.order_id].filter((id) => typeof id === "string")
  return {
    text: `SELECT contact_id FROM mailroom.contact_customer WHERE customer_id = ANY($1::text[])
           UNION ALL SELECT contact_id FROM mailroom.purchase_order WHERE order_id = ANY($1::text[]) AND contact_id IS NOT NULL
           LIMIT 1`,
    values: [ids],
  }
}

export function insertDecisions(rows: DecisionRow[]): Statement {
  return {
    text: `INSERT INTO mailroom.decision (source_id, enrolment_id, contact_id, occurrence_key, node, verdict, reason, detail)
           SELECT r."sourceId", r."enrolmentId", r."contactId", r."occurrenceKey", r.node, r.verdict, r.reason, r.detail
             FROM json_to_recordset($1::json) AS r("sourceId" text, "enrolmentId" uuid, "contactId" uuid,
               "occurrenceKey" text, node text, verdict text, reason text, detail jsonb)`,
    values: [JSON.stringify(rows)],
  }
}
