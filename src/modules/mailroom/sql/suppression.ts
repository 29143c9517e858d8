import type { SuppressionFact } from "../../../core/messages/gate-facts"
import type { Statement } from "../database"

export type NewSuppression = {
  email_hash: Buffer | null
  email_norm: string | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  reason: "hard_bounce" | "soft_bounces" | "complaint" | "manual" | "unsubscribed" | "erasure"
  source: string
  evidence: Record<string, unknown>
  created_by: string | null
  expires_at: Date | null
}

const VALUES = `($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)`
const COLUMNS = `(email_hash, email_norm, domain, scope, topic_id, reason, source, evidence, created_by, expires_at)`

/** The first evidence stays; a later end (or none) prolongs it. Unique indexes suppression_address, suppression_domain. */
export function upsertSuppression(s: NewSuppression): Statement {
  const key = s.domain === null ? "email_hash" : "domain"
  return {
    text: `
      INSERT INTO mailroom.suppression ${COLUMNS} VALUES ${VALUES}
      ON CONFLICT (${key}, scope, (coalesce(topic_id, '')), reason) WHERE lifted_at IS NULL AND ${key} IS NOT NULL
      DO UPDATE SET expires_at = CASE
        WHEN EXCLUDED.expires_at IS NULL OR suppression.expires_at IS NULL THEN NULL
        ELSE greatest(suppression.expires_at, EXCLUDED.expires_at) END
      RETURNING id`,
    values: [
      s.email_hash,
      s.email_norm,
      s.domain,
      s.scope,
      s.topic_id,
      s.reason,
      s.source,
      JSON.stringify(s.evidence),
      s.created_by,
      s.expires_at,
    ],
  }
}

export type SuppressionRow = {
  id: string
  email_norm: string | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  reason: NewSuppression["reason"]
  source: string
  created_at: Date
  expires_at: Date | null
}

/** What holds for an address now, its domain included. */
export function selectActiveSuppressions(emailHash: Buffer, domain: string | null): Statement {
  return {
    text: `
      SELECT id, email_norm, domain, scope, topic_id, reason, source, created_at, expires_at FROM mailroom.suppression
      WHERE lifted_at IS NULL AND (expires_at IS NULL OR expires_at > mailroom.now())
        AND (email_hash = $1 OR domain = $2)
      ORDER BY created_at`,
    values: [emailHash, domain],
  }
}

export type CopySuppressionRow = { n: number; reason: SuppressionFact["reason"]; is_domain: boolean }

/** What stands against mails of every kind to these addresses; `n` is the place in the lists. */
export function selectCopySuppressions(addresses: { emailHash: string; domain: string }[]): Statement {
  return {
    text: `
      SELECT a.n, s.reason, s.domain IS NOT NULL AS is_domain
      FROM json_to_recordset($1::json) AS a(n int, email_hash text, domain text)
      JOIN mailroom.suppression s ON s.email_hash = decode(a.email_hash, 'hex') OR s.domain = a.domain
      WHERE s.scope = 'all' AND s.reason NOT IN ('complaint', 'unsubscribed') AND s.lifted_at IS NULL
        AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())
      ORDER BY a.n, is_domain, s.created_at`,
    values: [JSON.stringify(addresses.map(({ emailHash, domain }, n) => ({ n, email_hash: emailHash, domain })))],
  }
}

export function liftSuppression(lift: { id: string; by: string; reason: string }): Statement {
  return {
    text: `UPDATE mailroom.suppression SET lifted_at = mailroom.now(), lifted_by = $2, lift_reason = $3
           WHERE id = $1 AND lifted_at IS NULL RETURNING id`,
    values: [lift.id, lift.by, lift.reason],
  }
}

/** What a person's own yes takes away: earlier leavings, and with a double opt-in also a complaint (standards §2.6). */
export function liftByConsent(lift: { emailHash: Buffer; topicIds: string[]; reasons: string[] }): Statement {
  return {
    text: `
      UPDATE mailroom.suppression SET lifted_at = mailroom.now(), lifted_by = 'contact', lift_reason = 'agreed again'
      WHERE email_hash = $1 AND lifted_at IS NULL AND reason = ANY($3::text[])
        AND (scope = 'marketing' OR (scope = 'topic' AND topic_id = ANY($2::text[])))`,
    values: [lift.emailHash, lift.topicIds, lift.reasons],
  }
}

export function insertSoftBounce(bounce: { emailHash: Buffer; messageId: string }): Statement {
  return {
    text: `INSERT INTO mailroom.soft_bounce (email_hash, message_id, at) VALUES ($1, $2, mailroom.now())
           ON CONFLICT (email_hash, message_id) DO NOTHING`,
    values: [bounce.emailHash, bounce.messageId],
  }
}

export function selectSoftBounces(emailHash: Buffer): Statement {
  return { text: `SELECT at FROM mailroom.soft_bounce WHERE email_hash = $1 ORDER BY at`, values: [emailHash] }
}

export function deleteSoftBounces(emailHashes: Buffer[]): Statement {
  return { text: `DELETE FROM mailroom.soft_bounce WHERE email_hash = ANY($1::bytea[])`, values: [emailHashes] }
}

/**
 * What waits for these addresses and may no longer go: receipts and system mail are never touched. Also what a dispatcher
 * has claimed: without its delivery row the hand-over mark fails, and nothing leaves. By index message_contact and the
 * delivery's primary key.
 */
export function cancelWaiting(
  addresses: { contactId: string; emailHash: Buffer }[],
  { topicId, reason }: { topicId: string | null; reason: string },
): Statement {
  return {
    text: `
      WITH waiting AS (
        SELECT m.id FROM unnest($1::uuid[], $2::bytea[]) AS w(contact_id, email_hash)
        JOIN mailroom.message m ON m.contact_id = w.contact_id AND m.email_hash = w.email_hash
        WHERE m.class = 'marketing' AND m.status IN ('queued', 'held') AND ($3::text IS NULL OR m.topic_id = $3)
      ),
      gone AS (
        DELETE FROM mailroom.delivery d USING waiting w WHERE d.message_id = w.id AND d.handed_at IS NULL
        RETURNING d.message_id
      )
      UPDATE mailroom.message m SET status = 'cancelled', reason = $4, settled_at = mailroom.now()
      FROM waiting w
      WHERE m.id = w.id AND (m.status = 'held' OR m.id IN (SELECT message_id FROM gone))
      RETURNING m.id`,
    values: [addresses.map(({ contactId }) => contactId), addresses.map(({ emailHash }) => emailHash), topicId, reason],
  }
}

/** Whose address this hash is; by index contact_address_hash. */
export function selectContactsOfHash(emailHash: Buffer): Statement {
  return {
    text: `SELECT DISTINCT contact_id FROM mailroom.contact_address WHERE email_hash = $1`,
    values: [emailHash],
  }
}
