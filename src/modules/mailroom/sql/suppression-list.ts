import type { Statement } from "../database"
import { escapeLike } from "./outbox"

export type ListedSuppression = {
  id: string
  email: string | null
  contact_id: string | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  topic_name: string | null
  reason: "hard_bounce" | "soft_bounces" | "complaint" | "manual" | "unsubscribed" | "erasure"
  source: string
  evidence: Record<string, unknown>
  created_at: Date
  created_by: string | null
  expires_at: Date | null
  lifted_at: Date | null
  lifted_by: string | null
  lift_reason: string | null
  is_over: boolean
}

const LISTED = `
  SELECT s.id, coalesce(s.email_norm, a.email_norm) AS email, a.contact_id, s.domain, s.scope, s.topic_id, t.name AS topic_name,
    s.reason, s.source, s.evidence, s.created_at, s.created_by, s.expires_at, s.lifted_at, s.lifted_by, s.lift_reason,
    s.expires_at IS NOT NULL AND s.expires_at <= mailroom.now() AS is_over
  FROM mailroom.suppression s
  LEFT JOIN mailroom.topic t ON t.id = s.topic_id
  LEFT JOIN LATERAL (
    SELECT email_norm, contact_id FROM mailroom.contact_address a WHERE a.email_hash = s.email_hash LIMIT 1
  ) a ON true`

export function selectSuppression(id: string): Statement {
  return { text: `${LISTED} WHERE s.id = $1`, values: [id] }
}

export type SuppressionFilter = {
  /** Of the address that was searched for, whole: finds those that are known by their hash only. */
  emailHash: Buffer | null
  /** Beginning of an address or a domain; null = all. */
  q: string | null
  reasons: string[] | null
  withLifted: boolean
  domainsOnly: boolean
  after: string | null
  limit: number
}

/**
 * Newest first by id (UUID version 7). A search goes by the hash, by index suppression_search, and by domain; each way is
 * asked apart, so that each has its index.
 */
export function selectSuppressions(filter: SuppressionFilter): Statement {
  const { emailHash, q, reasons, withLifted, domainsOnly, after, limit } = filter
  return {
    text: `
      ${LISTED}
      WHERE ($1::text IS NULL OR s.id IN (
          SELECT id FROM mailroom.suppression WHERE email_norm LIKE $1
          UNION SELECT id FROM mailroom.suppression WHERE domain LIKE $2
          UNION SELECT id FROM mailroom.suppression WHERE email_hash = $3::bytea
          UNION SELECT o.id FROM mailroom.contact_address c JOIN mailroom.suppression o ON o.email_hash = c.email_hash
            WHERE c.email_norm LIKE $1))
        AND ($4::text[] IS NULL OR s.reason = ANY($4))
        AND ($5 OR (s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())))
        AND (NOT $6 OR s.domain IS NOT NULL)
        AND ($7::uuid IS NULL OR s.id < $7)
      ORDER BY s.id DESC LIMIT $8`,
    values: [
      q === null ? null : `${escapeLike(q)}%`,
      q === null ? null : `${escapeLike(q.replace(/^.*@/, ""))}%`,
      emailHash,
      reasons,
      withLifted,
      domainsOnly,
      after,
      limit,
    ],
  }
}

/** By index message_contact: the ledger has none on the hash. */
const OF_ADDRESS = `m.email_hash = $1::bytea AND m.contact_id IN (
            SELECT contact_id FROM mailroom.contact_address WHERE email_hash = $1::bytea)`

/** What waits for an address or a whole domain and may no longer go: all of it, or marketing only. */
export function cancelSuppressed(whom: {
  emailHash: Buffer | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topicId: string | null
}): Statement {
  return {
    text: `
      WITH gone AS (
        DELETE FROM mailroom.delivery d USING mailroom.message m
        WHERE m.id = d.message_id AND d.handed_at IS NULL
          AND ${whom.domain === null ? OF_ADDRESS : "$1::bytea IS NULL AND d.domain = $2"}
          AND ($3::text = 'all' OR (m.class = 'marketing' AND ($3 = 'marketing' OR m.topic_id = $4::text)))
        RETURNING d.message_id
      )
      UPDATE mailroom.message m SET status = 'dropped', reason = CASE WHEN $2::text IS NULL THEN 'suppressed_manual' ELSE 'suppressed_domain' END,
        settled_at = mailroom.now()
      FROM gone WHERE m.id = gone.message_id RETURNING m.id`,
    values: [whom.emailHash, whom.domain, whom.scope, whom.topicId],
  }
}
