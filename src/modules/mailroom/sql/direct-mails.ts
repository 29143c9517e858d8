import type { DropReason } from "../../../core/messages/states"
import type { Statement } from "../database"
import { SUPPRESSION_REASON } from "./mailing-gate"

export type DirectPersonRow = {
  contact_id: string
  address_id: string
  email: string | null
  first_name: string | null
  fields: Record<string, unknown>
  last_name: string | null
  locale: string | null
  refusal: DropReason | null
}

/** The person of a direct mail at the primary address, with the suppression that keeps even a letter back (core/messages/gate). */
export function selectDirectPerson(contactId: string): Statement {
  return {
    text: `
      SELECT c.id AS contact_id, a.id AS address_id, a.email, c.first_name, c.last_name, c.fields, c.locale,
        CASE WHEN c.erased_at IS NOT NULL THEN 'contact_erased' ELSE held.reason END AS refusal
      FROM mailroom.contact c
      JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      LEFT JOIN LATERAL (
        SELECT ${SUPPRESSION_REASON} AS reason FROM mailroom.suppression s
        WHERE s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())
          AND s.scope = 'all' AND s.reason NOT IN ('complaint', 'unsubscribed')
          AND (s.email_hash = a.email_hash OR s.domain = a.domain)
        ORDER BY s.domain IS NOT NULL, s.created_at LIMIT 1
      ) held ON true
      WHERE c.id = $1::uuid`,
    values: [contactId],
  }
}

export type DirectDraftRow = { id: string; subject: string; created_by: string | null; updated_at: Date }

/** Letters to this person that nobody has sent yet, the latest first; index mailing_direct_draft. */
export function selectDirectDrafts(contactId: string): Statement {
  return {
    text: `
      SELECT id, subject, created_by, updated_at FROM mailroom.mailing
      WHERE kind = 'direct' AND state = 'draft' AND archived_at IS NULL AND audience -> 'people' ->> 0 = $1
      ORDER BY updated_at DESC, id LIMIT 20`,
    values: [contactId],
  }
}

export function setSentMessage(id: string, messageId: string): Statement {
  return { text: `UPDATE mailroom.mailing SET sent_message_id = $2 WHERE id = $1`, values: [id, messageId] }
}
