import type { Profile } from "../../../core/contacts/profile"
import type { ContactFilter } from "../../../core/reports/contact-filter"
import type { Statement } from "../database"
import { idsOf } from "./contact-list"

export type ContactExportRow = Profile & {
  id: string
  email: string | null
  tags: string[]
  fields: Record<string, unknown>
  marketing: string | null
  marketing_basis: string | null
  marketing_since: Date | null
  marketing_expires_at: Date | null
  tracking: string | null
  topics: string[]
  held_by: string[]
  last_transaction_at: Date | null
  last_interaction_at: Date | null
  created_at: Date
}

/** One piece of an export, newest contacts first, by the same filter as the list. */
export function selectContactExport(filter: ContactFilter, page: { after: string | null; limit: number }): Statement {
  const values: unknown[] = []
  return {
    text: `
      WITH page AS MATERIALIZED ${idsOf(filter, values, page)}
      SELECT c.id, a.email, c.first_name, c.last_name, c.locale, c.country, c.time_zone, c.birthday::text, c.tags, c.fields,
        a.marketing, a.marketing_basis, a.marketing_since, a.marketing_expires_at, a.tracking,
        ARRAY(SELECT t.slug FROM mailroom.subscription s JOIN mailroom.topic t ON t.id = s.topic_id
          WHERE s.address_id = a.id AND s.state = 'subscribed' ORDER BY t.position, t.slug) AS topics,
        ARRAY(SELECT DISTINCT s.reason FROM mailroom.suppression s
          WHERE (s.email_hash = a.email_hash OR s.domain = a.domain) AND s.lifted_at IS NULL
            AND (s.expires_at IS NULL OR s.expires_at > mailroom.now()) ORDER BY s.reason) AS held_by,
        c.last_transaction_at, c.last_interaction_at, c.created_at
      FROM page p JOIN mailroom.contact c USING (id)
      JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      ORDER BY c.id DESC`,
    values,
  }
}

export type SuppressionExportRow = {
  id: string
  who: string | null
  is_domain: boolean
  scope: string
  topic: string | null
  reason: string
  source: string
  created_at: Date
  expires_at: Date | null
  lifted_at: Date | null
}

/** Erased people are only a hash, and stay one here. */
export function selectSuppressionExport(after: string | null, limit: number): Statement {
  return {
    text: `
      SELECT s.id, coalesce(s.domain, s.email_norm) AS who, s.domain IS NOT NULL AS is_domain, s.scope, t.slug AS topic, s.reason,
        s.source, s.created_at, s.expires_at, s.lifted_at
      FROM mailroom.suppression s LEFT JOIN mailroom.topic t ON t.id = s.topic_id
      WHERE $1::uuid IS NULL OR s.id > $1 ORDER BY s.id LIMIT $2`,
    values: [after, limit],
  }
}

export type ConsentExportRow = {
  id: string
  contact_id: string
  seq: number
  email: string | null
  purpose: string
  topic: string | null
  action: string
  basis: string | null
  wording: string | null
  wording_locale: string | null
  source: string
  method: string | null
  actor: string
  at: Date
  page_url: string | null
  ip: string | null
  hash: Buffer
}

/** The log as it was written, by its own number. */
export function selectConsentExport(after: string, limit: number): Statement {
  return {
    text: `
      SELECT l.id, l.contact_id, l.seq, p.email, l.purpose, t.slug AS topic, l.action, l.basis, w.wording, w.locale AS wording_locale,
        l.source, l.method, l.actor, l.at, p.page_url, p.ip, l.hash
      FROM (SELECT * FROM mailroom.consent_log WHERE id > $1::bigint ORDER BY id LIMIT $2) l
      LEFT JOIN mailroom.consent_personal p ON p.log_id = l.id
      LEFT JOIN mailroom.consent_wording w ON w.id = l.wording_id LEFT JOIN mailroom.topic t ON t.id = l.topic_id
      ORDER BY l.id`,
    values: [after, limit],
  }
}
