import { storableJson } from "../../../core/messages/storable-json"
import type { Statement } from "../database"

/** One message as the planning statement reads it out of JSON; absent keys are null. */
export type PlannedRow = {
  /** Place in the caller's list, so that the answer can name it. */
  n: number
  key: string
  class: string
  origin: string
  kind: string
  source_id: string | null
  node: string | null
  enrolment_id: string | null
  contact_id: string | null
  address_id: string | null
  to_email: string | null
  to_name: string | null
  email_hash: string | null
  topic_id: string | null
  sender_id: string | null
  template_version_id: string | null
  locale: string
  subject_kind: string | null
  subject_id: string | null
  status: string
  reason: string | null
  is_tracked: boolean
  is_copy_kept: boolean
  is_test: boolean
  resend_of: string | null
  context: unknown
  sealed_context: string | null
  cc: string[] | null
  bcc: string[] | null
  lane: string | null
  lane_id: number | null
  domain: string | null
  due_at: string | null
  expires_at: string
}

/**
 * Decides and stores at once: ledger row, content and, for what may go out, the delivery row. A key that is already
 * there (unique index message_idempotency) leaves everything as it is and is not returned. An unknown lane fails the
 * statement (delivery.lane_id is NOT NULL): no message may wait where nobody looks.
 */
export function planMessages(rows: PlannedRow[]): Statement {
  return {
    text: `
      WITH clock AS (SELECT mailroom.now() AS at),
      wanted AS MATERIALIZED (
        SELECT mailroom.uuidv7(clock.at) AS id, clock.at, r.*
        FROM clock, json_to_recordset($1::json) AS r(
          n int, key text, class text, origin text, kind text, source_id text, node text, enrolment_id uuid,
          contact_id uuid, address_id uuid, to_email text, to_name text, email_hash text, topic_id text, sender_id text,
          template_version_id uuid, locale text, subject_kind text, subject_id text, status text, reason text,
          is_tracked boolean, is_copy_kept boolean, is_test boolean, resend_of uuid, context jsonb,
          sealed_context text, cc text[], bcc text[], lane text, lane_id int, domain text, due_at timestamptz,
          expires_at timestamptz)
      ),
      written AS (
        INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, node, enrolment_id, contact_id,
          address_id, to_email, to_name, email_hash, topic_id, sender_id, template_version_id, locale, subject_kind,
          subject_id, mail_domain, status, reason, planned_at, settled_at, is_tracked, is_copy_kept, is_test, resend_of,
          variant)
        SELECT w.id, decode(w.key, 'hex'), w.class, w.origin, w.kind, w.source_id, w.node, w.enrolment_id, w.contact_id,
          w.address_id, w.to_email, w.to_name, decode(w.email_hash, 'hex'), w.topic_id, coalesce(w.sender_id, s.id),
          w.template_version_id, w.locale, w.subject_kind, w.subject_id,
          coalesce(nullif(split_part(coalesce(CASE WHEN w.class = 'marketing' THEN s.marketing_from_email END, s.from_email),
            '@', 2), ''), 'mailroom.invalid'),
          w.status, w.reason, w.at, CASE WHEN w.status IN ('queued', 'held') THEN NULL ELSE w.at END,
          w.is_tracked, w.is_copy_kept, w.is_test, w.resend_of, coalesce(step.number, 0)
        FROM wanted w
        LEFT JOIN mailroom.automation_step step ON step.automation_id = w.source_id AND step.node = w.node
        LEFT JOIN mailroom.sender s ON CASE WHEN w.sender_id IS NULL THEN s.is_default ELSE s.id = w.sender_id END
        ON CONFLICT (idempotency_key) DO NOTHING
        RETURNING id
      ),
      content AS (
        INSERT INTO mailroom.message_content (message_id, planned_at, context, sealed_context, cc, bcc)
        SELECT w.id, w.at, w.context, decode(w.sealed_context, 'base64'), w.cc, w.bcc
        FROM wanted w JOIN written USING (id)
      ),
      deliveries AS (
        INSERT INTO mailroom.delivery (message_id, lane_id, domain, due_at, expires_at)
        SELECT w.id, l.id, w.domain, coalesce(w.due_at, w.at), w.expires_at
        FROM wanted w JOIN written USING (id)
        LEFT JOIN mailroom.lane l ON l.id = w.lane_id OR l.name = w.lane
        WHERE w.status = 'queued'
      )
      SELECT w.n, w.id FROM wanted w JOIN written USING (id) ORDER BY w.n`,
    values: [storableJson(rows)],
  }
}
