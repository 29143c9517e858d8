import type { Statement } from "../database"
import type { LogRow } from "./consent"

/** The next people who have a chain, in the order of their ids; read off the unique index on (contact_id, seq). */
export function selectChainOwners(after: string | null, limit: number): Statement {
  return {
    text: `SELECT contact_id FROM mailroom.consent_log WHERE $1::uuid IS NULL OR contact_id > $1
           GROUP BY contact_id ORDER BY contact_id LIMIT $2`,
    values: [after, limit],
  }
}

export type CheckedRow = LogRow & {
  salt: Buffer | null
  email: string | null
  page_url: string | null
  ip: string | null
  user_agent: string | null
  note: string | null
}

/** Whole chains with what they say of the person, where erasure has left it. */
export function selectCheckedChains(contactIds: string[]): Statement {
  return {
    text: `SELECT l.contact_id, l.seq, l.email_hash, l.purpose, l.topic_id, l.action, l.basis, l.expires_at, l.wording_id, l.source,
             l.method, l.message_id, l.actor, l.at, l.personal_hash, l.prev_hash, l.hash,
             p.salt, p.email, p.page_url, p.ip, p.user_agent, p.note
           FROM mailroom.consent_log l LEFT JOIN mailroom.consent_personal p ON p.log_id = l.id
           WHERE l.contact_id = ANY($1::uuid[]) ORDER BY l.contact_id, l.seq`,
    values: [contactIds],
  }
}

export type StoredState = {
  address_id: string
  contact_id: string
  email_hash: Buffer
  marketing: string
  marketing_basis: string | null
  marketing_since: Date | null
  marketing_expires_at: Date | null
  tracking: string
  topics: { topic_id: string; state: string }[]
}

/** What stands beside the log for these people; erased ones have no state any more. */
export function selectStoredStates(contactIds: string[]): Statement {
  return {
    text: `
      SELECT a.id AS address_id, a.contact_id, a.email_hash, a.marketing, a.marketing_basis, a.marketing_since,
        a.marketing_expires_at, a.tracking,
        (SELECT coalesce(json_agg(json_build_object('topic_id', s.topic_id, 'state', s.state) ORDER BY s.topic_id), '[]')
         FROM mailroom.subscription s WHERE s.address_id = a.id) AS topics
      FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id
      WHERE a.contact_id = ANY($1::uuid[]) AND c.erased_at IS NULL AND a.email IS NOT NULL`,
    values: [contactIds],
  }
}

/** A state that no entry of the log accounts for. */
export function selectStatesWithoutLog(limit: number): Statement {
  return {
    text: `
      SELECT a.id AS address_id, a.contact_id FROM mailroom.contact_address a
      WHERE (a.marketing <> 'never_asked' OR a.tracking <> 'unknown') AND a.email IS NOT NULL
        AND NOT EXISTS (SELECT FROM mailroom.consent_log l WHERE l.contact_id = a.contact_id)
      ORDER BY a.id LIMIT $1`,
    values: [limit],
  }
}

export type AnchorRow = { day: string; entries: string; hash: Buffer }

/** Days as texts: a date has no time zone, a JavaScript Date would give it one. */
export function selectAnchors(after: string | null, limit: number): Statement {
  return {
    text: `SELECT to_char(day, 'YYYY-MM-DD') AS day, entries, hash FROM mailroom.consent_anchor
           WHERE $1::date IS NULL OR day > $1::date ORDER BY day LIMIT $2`,
    values: [after, limit],
  }
}

export function selectLastAnchor(): Statement {
  return {
    text: `SELECT to_char(day, 'YYYY-MM-DD') AS day, entries, hash FROM mailroom.consent_anchor ORDER BY day DESC LIMIT 1`,
    values: [],
  }
}

/**
 * The next day (UTC) that is over, has entries and no anchor yet; an hour of grace lets what was being written commit. By
 * the BRIN index on recorded_at.
 */
export function selectNextAnchorDay(lastDay: string | null): Statement {
  return {
    text: `
      SELECT to_char((min(recorded_at) AT TIME ZONE 'UTC')::date, 'YYYY-MM-DD') AS day FROM mailroom.consent_log
      WHERE recorded_at < date_trunc('day', mailroom.now() - interval '1 hour', 'UTC')
        AND ($1::date IS NULL OR recorded_at >= ($1::date + 1)::timestamp AT TIME ZONE 'UTC')`,
    values: [lastDay],
  }
}

/** Hashes written on one day (UTC), in the order of their numbers, page by page. */
export function selectHashesOfDay(day: string, afterId: string, limit: number): Statement {
  return {
    text: `
      SELECT id, hash FROM mailroom.consent_log
      WHERE recorded_at >= $1::date::timestamp AT TIME ZONE 'UTC' AND recorded_at < ($1::date + 1)::timestamp AT TIME ZONE 'UTC'
        AND id > $2::bigint
      ORDER BY id LIMIT $3`,
    values: [day, afterId, limit],
  }
}

export function insertAnchor(day: string, entries: number, hash: Buffer): Statement {
  return {
    text: `INSERT INTO mailroom.consent_anchor (day, entries, hash) VALUES ($1::date, $2, $3) ON CONFLICT (day) DO NOTHING`,
    values: [day, entries, hash],
  }
}
