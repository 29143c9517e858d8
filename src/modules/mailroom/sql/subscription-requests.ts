import type { Statement } from "../database"

/**
 * Counts one more attempt under this key and answers how many there were since the window began. One statement, so that
 * a crowd asking at once cannot pass between a look and a write.
 */
export function countAttempt(key: Buffer, windowSeconds: number): Statement {
  return {
    text: `
      INSERT INTO mailroom.rate_window AS w (key, started_at, n) VALUES ($1, mailroom.now(), 1)
      ON CONFLICT (key) DO UPDATE SET
        n = CASE WHEN w.started_at <= mailroom.now() - make_interval(secs => $2) THEN 1 ELSE w.n + 1 END,
        started_at = CASE WHEN w.started_at <= mailroom.now() - make_interval(secs => $2) THEN mailroom.now() ELSE w.started_at END
      RETURNING n`,
    values: [key, windowSeconds],
  }
}

/** Windows that are over for good; index rate_window_started. */
export function deleteOldWindows(limit: number): Statement {
  return {
    text: `DELETE FROM mailroom.rate_window WHERE key IN
             (SELECT key FROM mailroom.rate_window WHERE started_at < mailroom.now() - interval '2 days' LIMIT $1)`,
    values: [limit],
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
  source: string
}

/** Seven days to confirm (standards §8). */
export function insertRequest(r: NewRequest): Statement {
  return {
    text: `
      INSERT INTO mailroom.subscription_request (id, address_id, email_hash, ip_hash, topic_ids, wants_tracking, locale,
        wording_id, page_url, source, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, mailroom.now() + interval '7 days')`,
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
      r.source,
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
  source: string
  confirmed_at: Date | null
  is_expired: boolean
}

export function selectRequest(id: string): Statement {
  return {
    text: `
      SELECT r.id, r.address_id, a.contact_id, a.email, r.email_hash, r.topic_ids, r.wants_tracking, r.locale, r.wording_id,
        r.page_url, r.source, r.confirmed_at, r.expires_at <= mailroom.now() AS is_expired,
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

export type OpenRequest = {
  id: string
  contact_id: string
  address_id: string
  email: string
  locale: string
  topics: { name: string; translations: Record<string, { name?: string }> }[]
}

/**
 * Requests that lie unconfirmed for `afterHours` and get their one reminder: the newest of an address, none whose first
 * mail did not go out, none to somebody who was reminded within the month. The rows stay locked, so that two processes
 * remind once. Index subscription_request_open.
 */
export function claimReminders(afterHours: number, limit: number): Statement {
  return {
    text: `
      WITH due AS (
        SELECT r.id FROM mailroom.subscription_request r
        WHERE r.confirmed_at IS NULL AND r.lapsed_at IS NULL AND r.reminded_at IS NULL
          AND r.created_at <= mailroom.now() - make_interval(hours => $1) AND r.expires_at > mailroom.now() + interval '1 day'
          AND NOT EXISTS (
            SELECT FROM mailroom.subscription_request o WHERE o.address_id = r.address_id AND o.id <> r.id
              AND (o.created_at > r.created_at OR o.reminded_at > mailroom.now() - interval '30 days'))
          AND EXISTS (
            SELECT FROM mailroom.message m
            WHERE m.subject_id = r.id::text AND m.subject_kind = 'subscription' AND m.status = 'sent')
        ORDER BY r.created_at LIMIT $2 FOR UPDATE SKIP LOCKED
      )
      UPDATE mailroom.subscription_request r SET reminded_at = mailroom.now()
      FROM due, mailroom.contact_address a
      WHERE r.id = due.id AND a.id = r.address_id AND a.email IS NOT NULL
      RETURNING r.id, a.contact_id, a.id AS address_id, a.email, r.locale,
        (SELECT coalesce(json_agg(json_build_object('name', t.name, 'translations', t.translations) ORDER BY t.position), '[]')
         FROM mailroom.topic t WHERE t.id = ANY(r.topic_ids)) AS topics`,
    values: [afterHours, limit],
  }
}

export type LapsedRequest = { id: string; address_id: string | null; contact_id: string | null; topic_ids: string[] }

/** Requests that nobody confirmed within the days: they end. Index subscription_request_open. */
export function lapseRequests(afterDays: number, limit: number): Statement {
  return {
    text: `
      WITH old AS (
        SELECT id FROM mailroom.subscription_request
        WHERE confirmed_at IS NULL AND lapsed_at IS NULL AND created_at <= mailroom.now() - make_interval(days => $1)
        ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
      )
      UPDATE mailroom.subscription_request r SET lapsed_at = mailroom.now(), page_url = NULL, ip_hash = NULL
      FROM old WHERE r.id = old.id
      RETURNING r.id, r.address_id, r.topic_ids,
        (SELECT contact_id FROM mailroom.contact_address a WHERE a.id = r.address_id) AS contact_id`,
    values: [afterDays, limit],
  }
}

export function countOpenRequests(addressId: string): Statement {
  return {
    text: `SELECT count(*)::int AS n FROM mailroom.subscription_request
           WHERE address_id = $1 AND confirmed_at IS NULL AND lapsed_at IS NULL`,
    values: [addressId],
  }
}

/**
 * Of these contacts, whom nobody knows but for sign-ups that were never confirmed: no customer, order or cart, no
 * consent, no "no", nothing that stops mail, and no mail but the confirmations. They are forgotten.
 */
export function selectUnconfirmedPeople(contactIds: string[]): Statement {
  return {
    text: `
      SELECT c.id FROM mailroom.contact c
      WHERE c.id = ANY($1::uuid[]) AND c.erased_at IS NULL AND c.source = 'form'
        AND NOT EXISTS (SELECT FROM mailroom.contact_customer k WHERE k.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.purchase_order o WHERE o.contact_id = c.id)
        AND NOT EXISTS (SELECT FROM mailroom.cart b WHERE b.contact_id = c.id)
        AND NOT EXISTS (
          SELECT FROM mailroom.contact_address a WHERE a.contact_id = c.id
            AND (a.marketing <> 'never_asked' OR a.tracking <> 'unknown'
              OR EXISTS (SELECT FROM mailroom.suppression s WHERE s.email_hash = a.email_hash AND s.lifted_at IS NULL)
              OR EXISTS (
                SELECT FROM mailroom.subscription_request r
                WHERE r.address_id = a.id AND (r.confirmed_at IS NOT NULL OR r.lapsed_at IS NULL))))
        AND NOT EXISTS (
          SELECT FROM mailroom.consent_log l WHERE l.contact_id = c.id AND l.action NOT IN ('request', 'expire'))
        AND NOT EXISTS (
          SELECT FROM mailroom.message m WHERE m.contact_id = c.id AND m.subject_kind IS DISTINCT FROM 'subscription')`,
    values: [contactIds],
  }
}

/** Addresses whose consent has an end that is over (CASL); by index contact_address_consent_ends. */
export function selectEndedConsents(limit: number): Statement {
  return {
    text: `SELECT id, contact_id FROM mailroom.contact_address
           WHERE marketing = 'subscribed' AND marketing_expires_at <= mailroom.now() ORDER BY marketing_expires_at LIMIT $1`,
    values: [limit],
  }
}
