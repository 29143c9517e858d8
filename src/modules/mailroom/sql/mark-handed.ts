import type { Statement } from "../database"

export type Fenced = { id: string; token: string }

/** Whose marketing mails are counted, and the most in so many days (F33). */
export type Counted = { contactId: string; most: number; days: number }
export type Mark = Fenced & { counted?: Counted | null }

/**
 * The hand-over mark of many connections in one call (migrations/…001700-settle): after the server's 354, before the body
 * leaves. Answers the rows whose lease still holds, whose lane is open and whose person has not got the most marketing
 * mails meanwhile (migrations/…002000-schedule); for all others the body must not leave.
 */
export function markHanded(marks: Mark[]): Statement {
  const ids = marks.map(({ id }) => id)
  const tokens = marks.map(({ token }) => token)
  const cap = marks.find(({ counted }) => counted)?.counted
  if (!cap) return { text: `SELECT id FROM mailroom.hand_over($1::uuid[], $2::uuid[]) AS id`, values: [ids, tokens] }
  const contacts = marks.map(({ counted }) => counted?.contactId ?? null)
  return {
    text: `SELECT id FROM mailroom.hand_over($1::uuid[], $2::uuid[], $3::uuid[], $4, $5) AS id`,
    values: [ids, tokens, contacts, cap.most, cap.days],
  }
}

/** What a server refused for good has not reached the person: it does not count. Only a mail that was handed over is in there. */
export function forgetRecent(messageIds: string[]): Statement {
  return {
    text: `
      UPDATE mailroom.recent_mail r SET
        message_ids = ARRAY(SELECT e.id FROM unnest(r.message_ids, r.sent_at) AS e(id, sent) WHERE e.id <> ALL ($1::uuid[]) ORDER BY e.sent, e.id),
        sent_at = ARRAY(SELECT e.sent FROM unnest(r.message_ids, r.sent_at) AS e(id, sent) WHERE e.id <> ALL ($1::uuid[]) ORDER BY e.sent, e.id)
      FROM mailroom.message m WHERE m.id = ANY ($1::uuid[]) AND r.contact_id = m.contact_id AND m.id = ANY (r.message_ids)`,
    values: [messageIds],
  }
}
