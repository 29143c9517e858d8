import type { StoredMessage } from "../../../core/reports/outbox-row"
import type { Attached } from "../../../core/templates/envelope"
import type { Statement } from "../database"

/** One row as the Outbox, reports and contact pages show it; `MESSAGE_COLUMNS` from `MESSAGE_TABLES`. */
export type MessageRow = StoredMessage

export const MESSAGE_COLUMNS = `m.id, m.kind, m.class, m.to_email, m.to_name, m.contact_id, m.subject, m.status, m.reason,
  m.source_id, coalesce(g.name, nullif(g.subject, ''), a.name) AS source_name, m.subject_kind, m.subject_id, m.is_test,
  m.planned_at, m.settled_at, m.is_tracked, m.is_copy_kept, m.pixel, f.bounce_class, f.delivered_at, f.bounced_at,
  f.complained_at, f.unsubscribed_at, f.first_open_human_at, f.last_open_human_at, f.first_open_machine_at,
  f.first_click_human_at`

/** All joins by primary key. */
export const MESSAGE_TABLES = `mailroom.message m
  LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
  LEFT JOIN mailroom.mailing g ON g.id = m.source_id
  LEFT JOIN mailroom.automation a ON a.id = m.source_id`

export type OutboxFilter = {
  statuses: string[] | null
  kinds: string[] | null
  star: "red" | "grey" | "green" | null
  sourceId: string | null
  contactId: string | null
  /** Id of the order, cart, customer … */
  about: string | null
  /** An address or its beginning, in lower case. */
  q: string | null
  after: string | null
  order: "newest" | "oldest"
  limit: number
}

const STARS = {
  red: `m.status IN ('sent', 'in_doubt') AND m.pixel <> 'personal'`,
  grey: `m.status IN ('sent', 'in_doubt') AND m.pixel = 'personal' AND f.first_open_human_at IS NULL`,
  green: `m.pixel = 'personal' AND f.first_open_human_at IS NOT NULL`,
}

/**
 * Paged by the key, which begins with the time of planning: any page costs the same. Relies on message's primary key, or
 * on message_source, message_contact, message_subject, message_to (addresses; text_pattern_ops for beginnings) and
 * contact_address_email.
 */
export function selectOutbox(filter: OutboxFilter): Statement {
  const values: unknown[] = []
  const put = (value: unknown) => `$${values.push(value)}`
  const conditions = ["true"]
  if (filter.statuses) conditions.push(`m.status = ANY(${put(filter.statuses)}::text[])`)
  if (filter.kinds) conditions.push(`m.kind = ANY(${put(filter.kinds)}::text[])`)
  if (filter.star) conditions.push(STARS[filter.star])
  if (filter.sourceId) conditions.push(`m.source_id = ${put(filter.sourceId)}`)
  if (filter.contactId) conditions.push(`m.contact_id = ${put(filter.contactId)}::uuid`)
  if (filter.about) conditions.push(`m.subject_id = ${put(filter.about)}`)
  if (filter.q) conditions.push(addressCondition(put(`${escapeLike(filter.q)}%`)))
  if (filter.after) conditions.push(`m.id ${filter.order === "newest" ? "<" : ">"} ${put(filter.after)}::uuid`)
  return {
    text: `
      SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_TABLES}
      WHERE ${conditions.join(" AND ")}
      ORDER BY m.id ${filter.order === "newest" ? "DESC" : "ASC"} LIMIT ${put(filter.limit)}`,
    values,
  }
}

/** The spelling that was written to, or the person behind any spelling of it. */
function addressCondition(pattern: string): string {
  return `m.id IN (
    SELECT id FROM mailroom.message WHERE to_email LIKE ${pattern}
    UNION SELECT x.id FROM mailroom.contact_address p JOIN mailroom.message x ON x.contact_id = p.contact_id
    WHERE p.email_norm LIKE ${pattern})`
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

export function selectMessage(id: string): Statement {
  return { text: `SELECT ${MESSAGE_COLUMNS} FROM ${MESSAGE_TABLES} WHERE m.id = $1::uuid`, values: [id] }
}

export type MessageDetailRow = {
  attempts: number
  last_code: number | null
  last_enhanced: string | null
  last_response: string | null
  last_command: string | null
  queue_id: string | null
  mail_domain: string
  locale: string | null
  template_version_id: string | null
  topic: string | null
  sender: string | null
  template: string | null
  template_number: number | null
  is_secret: boolean
  resend_of: string | null
  /** As the shopper knows the order that the mail is about. */
  order_number: number | null
  planned_at: Date
  cc: string[] | null
  bcc: string[] | null
  dynamic_links: string[] | null
  fixed_links: string[] | null
  attachments: Attached[] | null
  has_context: boolean
  is_copy_kept: boolean
  has_raw: boolean
  stage: string | null
  lane: string | null
  lane_state: string | null
  due_at: Date | null
  expires_at: Date | null
  delivery_attempts: number | null
}

/** Everything about one message but its events. */
export function selectMessageDetail(id: string): Statement {
  return {
    text: `
      SELECT m.attempts, m.last_code, m.last_enhanced, m.last_response, m.last_command, m.queue_id, m.mail_domain, m.locale,
        m.template_version_id, m.resend_of, m.planned_at, m.is_copy_kept, t.name AS topic, s.name AS sender, coalesce(p.name, g.subject) AS template,
        v.number AS template_number, coalesce(p.is_secret, false) AS is_secret, c.cc, c.bcc, c.links AS dynamic_links,
        (SELECT k.links FROM mailroom.compiled_template k WHERE k.version_id = m.template_version_id
         ORDER BY k.locale = m.locale DESC, k.locale = split_part(m.locale, '-', 1) DESC, k.locale = 'en' DESC LIMIT 1) AS fixed_links,
        (SELECT k.envelope -> 'attachments' FROM mailroom.compiled_template k
         WHERE k.version_id = m.template_version_id LIMIT 1) AS attachments,
        c.context IS NOT NULL AS has_context, c.raw IS NOT NULL AS has_raw,
        (SELECT o.display_id FROM mailroom.purchase_order o
         WHERE m.subject_kind = 'order' AND o.order_id = m.subject_id) AS order_number,
        d.stage, l.name AS lane, l.state AS lane_state, d.due_at, d.expires_at, d.attempts AS delivery_attempts
      FROM mailroom.message m
      LEFT JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
      LEFT JOIN mailroom.template_version v ON v.id = m.template_version_id
      LEFT JOIN mailroom.template p ON p.id = v.template_id
      LEFT JOIN mailroom.mailing g ON g.id = v.mailing_id
      LEFT JOIN mailroom.topic t ON t.id = m.topic_id
      LEFT JOIN mailroom.sender s ON s.id = m.sender_id
      LEFT JOIN mailroom.delivery d ON d.message_id = m.id
      LEFT JOIN mailroom.lane l ON l.id = d.lane_id
      WHERE m.id = $1::uuid`,
    values: [id],
  }
}

export type MessageEventRow = {
  id: string
  kind: string
  at: Date
  recorded_at: Date
  classification: "human" | "uncertain" | "machine" | null
  link_index: number | null
  detail: Record<string, unknown> | null
}

/** By index message_event_message; nobody needs the ten-thousandth load of one pixel. */
export function selectMessageEvents(id: string): Statement {
  return {
    text: `SELECT id, kind, at, recorded_at, classification, link_index, detail FROM mailroom.message_event
           WHERE message_id = $1::uuid ORDER BY at, recorded_at, id LIMIT 1000`,
    values: [id],
  }
}

/** What was sent instead of this one; by index message_resend. */
export function selectResends(id: string): Statement {
  return {
    text: `SELECT id, to_email AS to, status, planned_at FROM mailroom.message WHERE resend_of = $1::uuid ORDER BY id`,
    values: [id],
  }
}
