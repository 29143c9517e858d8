import type { Statement } from "../database"

export type ResendableRow = {
  id: string
  class: "tx" | "marketing" | "system"
  origin: "automation" | "mailing" | "direct" | "mailout" | "external"
  kind: string
  source_id: string | null
  node: string | null
  enrolment_id: string | null
  contact_id: string | null
  address_id: string | null
  to_email: string | null
  to_name: string | null
  topic_id: string | null
  sender_id: string | null
  template_version_id: string | null
  locale: string
  subject_kind: "order" | "cart" | "customer" | "return" | "product" | null
  subject_id: string | null
  is_tracked: boolean
  is_copy_kept: boolean
  is_test: boolean
  status: string
  reason: string | null
  planned_at: Date
  context: Record<string, unknown> | null
  cc: string[] | null
  bcc: string[] | null
}

/** Everything that a second mail needs of the first. Locks it, so that two clicks do not send two. */
export function selectResendable(id: string): Statement {
  return {
    text: `
      SELECT m.id, m.class, m.origin, m.kind, m.source_id, m.node, m.enrolment_id, m.contact_id, m.address_id, m.to_email,
        m.to_name, m.topic_id, m.sender_id, m.template_version_id, m.locale, m.subject_kind, m.subject_id, m.is_tracked,
        m.is_copy_kept, m.is_test, m.status, m.reason, m.planned_at, c.context, c.cc, c.bcc
      FROM mailroom.message m
      LEFT JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
      WHERE m.id = $1::uuid FOR UPDATE OF m`,
    values: [id],
  }
}

export function insertResentEvent(event: { messageId: string; resendId: string; by: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.message_event (message_id, kind, at, detail)
           VALUES ($1::uuid, 'resent', mailroom.now(), jsonb_build_object('as', $2::text, 'by', $3::text))`,
    values: [event.messageId, event.resendId, event.by],
  }
}

/** Takes back what nobody has begun to send. No row: it is on its way, or has ended. */
export function cancelMessage(id: string): Statement {
  return {
    text: `
      WITH gone AS (
        DELETE FROM mailroom.delivery WHERE message_id = $1::uuid AND stage = 'queued' RETURNING message_id
      ),
      cancelled AS (
        UPDATE mailroom.message SET status = 'cancelled', reason = 'by_merchant', settled_at = mailroom.now()
        WHERE id = $1::uuid AND (id IN (SELECT message_id FROM gone) OR status = 'held')
        RETURNING id, planned_at
      ),
      wiped AS (
        UPDATE mailroom.message_content c SET sealed_context = NULL FROM cancelled m
        WHERE c.message_id = m.id AND c.planned_at = m.planned_at AND c.sealed_context IS NOT NULL
      )
      SELECT id FROM cancelled`,
    values: [id],
  }
}

/** What was held for the merchant's word goes into the queue. */
export function releaseHeld(held: { id: string; lane: string; domain: string; expiresAt: Date }): Statement {
  return {
    text: `
      WITH released AS (
        UPDATE mailroom.message SET status = 'queued', reason = NULL, settled_at = NULL
        WHERE id = $1::uuid AND status = 'held' RETURNING id
      )
      INSERT INTO mailroom.delivery (message_id, lane_id, domain, due_at, expires_at)
      SELECT r.id, l.id, $3, mailroom.now(), $4 FROM released r JOIN mailroom.lane l ON l.name = $2
      RETURNING message_id AS id`,
    values: [held.id, held.lane, held.domain, held.expiresAt],
  }
}
