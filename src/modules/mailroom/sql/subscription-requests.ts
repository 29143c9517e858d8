import type { Statement } from "../database"

/** How often this address was asked in a day, and this network in an hour: what the rate limits look at. */
export function countRequests(emailHash: Buffer, ipHash: Buffer | null): Statement {
  return {
    text: `
      SELECT
        (SELECT count(*)::int FROM mailroom.subscription_request
         WHERE email_hash = $1 AND created_at > mailroom.now() - interval '24 hours') AS by_email,
        (SELECT count(*)::int FROM mailroom.subscription_request
         WHERE ip_hash = $2 AND created_at > mailroom.now() - interval '1 hour') AS by_ip`,
    values: [emailHash, ipHash],
  }
}

export type NewRequest = {
  id: string
  address_id: string | null
  email_hash: Buffer
  ip_hash: Buffer | null
  topic_ids: string[]
  wants_tracking: boolean
  locale: string
  wording_id: string | null
  page_url: string | null
}

/** Seven days to confirm (standards §8). */
export function insertRequest(r: NewRequest): Statement {
  return {
    text: `
      INSERT INTO mailroom.subscription_request (id, address_id, email_hash, ip_hash, topic_ids, wants_tracking, locale,
        wording_id, page_url, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, mailroom.now() + interval '7 days')`,
    values: [
      r.id,
      r.address_id,
      r.email_hash,
      r.ip_hash,
      r.topic_ids,
      r.wants_tracking,
      r.locale,
      r.wording_id,
      r.page_url,
    ],
  }
}

export type RequestRow = {
  id: string
  address_id: string
  contact_id: string
  email: string | null
  email_hash: Buffer
  topic_ids: string[]
  topics: { name: string; translations: Record<string, { name?: string }> }[]
  wants_tracking: boolean
  locale: string
  wording_id: string | null
  page_url: string | null
  confirmed_at: Date | null
  is_expired: boolean
}

export function selectRequest(id: string): Statement {
  return {
    text: `
      SELECT r.id, r.address_id, a.contact_id, a.email, r.email_hash, r.topic_ids, r.wants_tracking, r.locale, r.wording_id,
        r.page_url, r.confirmed_at, r.expires_at <= mailroom.now() AS is_expired,
        (SELECT coalesce(json_agg(json_build_object('name', t.name, 'translations', t.translations) ORDER BY t.position), '[]')
         FROM mailroom.topic t WHERE t.id = ANY(r.topic_ids)) AS topics
      FROM mailroom.subscription_request r JOIN mailroom.contact_address a ON a.id = r.address_id
      WHERE r.id = $1 AND a.email IS NOT NULL`,
    values: [id],
  }
}

/** Single use: of two clicks on the button one gets the row. */
export function confirmRequest(id: string): Statement {
  return {
    text: `UPDATE mailroom.subscription_request SET confirmed_at = mailroom.now()
           WHERE id = $1 AND confirmed_at IS NULL AND expires_at > mailroom.now() RETURNING id`,
    values: [id],
  }
}

/** The message that asked for the confirmation, by its idempotency key; its content is the proof (standards §8). */
export function selectRequestMessage(requestId: string): Statement {
  return {
    text: `SELECT id FROM mailroom.message WHERE subject_id = $1 AND subject_kind = 'subscription' ORDER BY id LIMIT 1`,
    values: [requestId],
  }
}
