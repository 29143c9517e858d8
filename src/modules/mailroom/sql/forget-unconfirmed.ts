import type { Statement } from "../database"

/**
 * People whom nobody knows but for a sign-up that was never confirmed go altogether. What stays tells nobody who it was:
 * the entries of their chains and the counts of their confirmation mails.
 */
export function forgetUnconfirmed(contactIds: string[]): Statement[] {
  const values = [contactIds]
  return [
    {
      text: `UPDATE mailroom.consent_personal p SET salt = NULL, email = NULL, page_url = NULL, ip = NULL, user_agent = NULL, note = NULL
             FROM mailroom.consent_log l WHERE l.id = p.log_id AND l.contact_id = ANY($1::uuid[])`,
      values,
    },
    {
      text: `UPDATE mailroom.message_content c SET context = NULL, links = NULL, raw = NULL, cc = NULL, bcc = NULL
             FROM mailroom.message m
             WHERE m.contact_id = ANY($1::uuid[]) AND c.message_id = m.id AND c.planned_at = m.planned_at`,
      values,
    },
    {
      text: `UPDATE mailroom.message SET to_email = NULL, to_name = NULL, subject = NULL, last_response = NULL, contact_id = NULL,
               address_id = NULL, email_hash = NULL
             WHERE contact_id = ANY($1::uuid[]) AND status NOT IN ('queued', 'held')`,
      values,
    },
    {
      text: `UPDATE mailroom.subscription_request r SET address_id = NULL, ip_hash = NULL, page_url = NULL
             FROM mailroom.contact_address a WHERE a.id = r.address_id AND a.contact_id = ANY($1::uuid[])`,
      values,
    },
    {
      text: `DELETE FROM mailroom.subscription s USING mailroom.contact_address a
             WHERE a.id = s.address_id AND a.contact_id = ANY($1::uuid[])`,
      values,
    },
    { text: `DELETE FROM mailroom.contact_address WHERE contact_id = ANY($1::uuid[])`, values },
    { text: `DELETE FROM mailroom.contact WHERE id = ANY($1::uuid[])`, values },
  ]
}
