import type { ChainedRow } from "../../../core/contacts/consent-chain"
import type { ConsentRow } from "../../../core/contacts/consent-row"
import type { Statement } from "../database"

/**
 * Writers to one person's chain queue here, in the order of the ids so that two batches cannot lock each other out.
 * The time is read by the next statement, after the wait.
 */
export function lockContacts(contactIds: string[]): Statement {
  return {
    text: `SELECT id FROM mailroom.contact WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    values: [contactIds],
  }
}

export type LogRow = {
  contact_id: string
  seq: number
  email_hash: Buffer
  purpose: ChainedRow["purpose"]
  topic_id: string | null
  action: ChainedRow["action"]
  basis: string | null
  expires_at: Date | null
  wording_id: string | null
  source: string
  method: string | null
  message_id: string | null
  actor: string
  at: Date
  personal_hash: Buffer
  prev_hash: Buffer | null
  hash: Buffer
}

/** Whole chains, by the unique index on (contact_id, seq). */
export function selectChains(contactIds: string[]): Statement {
  return {
    text: `SELECT contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at, wording_id, source, method,
             message_id, actor, at, personal_hash, prev_hash, hash
           FROM mailroom.consent_log WHERE contact_id = ANY($1::uuid[]) ORDER BY contact_id, seq`,
    values: [contactIds],
  }
}

export function selectNow(): Statement {
  return { text: `SELECT date_trunc('milliseconds', mailroom.now()) AS at`, values: [] }
}

/** The last moment of a day in the shop's time zone. */
export function selectDayEnd(day: string, timeZone: string): Statement {
  return {
    text: `SELECT ($1::date + 1)::timestamp AT TIME ZONE $2 - interval '1 millisecond' AS at`,
    values: [day, timeZone],
  }
}

/**
 * Appends rows and their personal part in one statement, one array per column: as JSON the same rows take the server four
 * times as long to read. In the order of people and their words.
 */
export function insertLog(rows: ConsentRow[]): Statement {
  const every = <T>(value: (row: ConsentRow) => T) => rows.map(value)
  return {
    text: `
      WITH entry AS MATERIALIZED (
        SELECT nextval('mailroom.consent_log_id_seq') AS id, r.* FROM unnest($1::uuid[], $2::int[], $3::bytea[], $4::text[],
          $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::text[],
          $14::timestamptz[], $15::bytea[], $16::bytea[], $17::bytea[], $18::bytea[], $19::text[], $20::text[], $21::text[],
          $22::text[], $23::text[])
        AS r(contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at, wording_id, source, method, message_id,
          actor, at, personal_hash, prev_hash, hash, salt, email, page_url, ip, user_agent, note)
      ),
      logged AS (
        INSERT INTO mailroom.consent_log (id, contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at,
          wording_id, source, method, message_id, actor, at, personal_hash, prev_hash, hash)
        OVERRIDING SYSTEM VALUE
        SELECT id, contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at, wording_id, source, method,
          message_id, actor, at, personal_hash, prev_hash, hash
        FROM entry
      )
      INSERT INTO mailroom.consent_personal (log_id, salt, email, page_url, ip, user_agent, note)
      SELECT id, salt, email, page_url, ip, user_agent, note FROM entry`,
    values: [
      every((row) => row.contactId),
      every((row) => row.seq),
      every((row) => row.emailHash),
      every((row) => row.purpose),
      every((row) => row.topicId),
      every((row) => row.action),
      every((row) => row.basis),
      every((row) => row.expiresAt?.toISOString() ?? null),
      every((row) => row.wordingId),
      every((row) => row.source),
      every((row) => row.method),
      every((row) => row.messageId),
      every((row) => row.actor),
      every((row) => row.at.toISOString()),
      every((row) => row.personalHash),
      every((row) => row.prevHash),
      every((row) => row.hash),
      every((row) => row.salt),
      every((row) => row.personal.email),
      every((row) => row.personal.pageUrl),
      every((row) => row.personal.ip),
      every((row) => row.personal.userAgent),
      every((row) => row.personal.note),
    ],
  }
}

export type FoldedAddress = {
  address_id: string
  contact_id: string
  marketing: string
  marketing_basis: string | null
  marketing_since: Date | null
  marketing_expires_at: Date | null
  tracking: string
  tracking_since: Date | null
  paused_until: Date | null
  topics: { topic_id: string; state: string; since: Date }[]
}

/** The state beside the log, for the gate and for lists. The pause of a person is that of the primary address. */
export function updateFoldedAddresses(folded: FoldedAddress[]): Statement {
  return {
    text: `
      WITH folded AS (
        SELECT * FROM json_to_recordset($1::json) AS r(address_id uuid, contact_id uuid, marketing text, marketing_basis text,
          marketing_since timestamptz, marketing_expires_at timestamptz, tracking text, tracking_since timestamptz,
          paused_until timestamptz)
      ),
      paused AS (
        UPDATE mailroom.contact c SET paused_until = f.paused_until, updated_at = mailroom.now()
        FROM folded f JOIN mailroom.contact_address a ON a.id = f.address_id AND a.is_primary
        WHERE c.id = f.contact_id AND c.paused_until IS DISTINCT FROM f.paused_until
      )
      UPDATE mailroom.contact_address a SET marketing = f.marketing, marketing_basis = f.marketing_basis,
        marketing_since = f.marketing_since, marketing_expires_at = f.marketing_expires_at, tracking = f.tracking,
        tracking_since = f.tracking_since
      FROM folded f WHERE a.id = f.address_id`,
    values: [JSON.stringify(folded.map(({ topics: _, ...address }) => address))],
  }
}

export function upsertSubscriptions(folded: FoldedAddress[]): Statement {
  const rows = folded.flatMap(({ address_id, topics }) => topics.map((topic) => ({ address_id, ...topic })))
  return {
    text: `
      INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
      SELECT address_id, topic_id, state, since
      FROM json_to_recordset($1::json) AS r(address_id uuid, topic_id text, state text, since timestamptz)
      ON CONFLICT (address_id, topic_id) DO UPDATE SET state = EXCLUDED.state, since = EXCLUDED.since
      WHERE (subscription.state, subscription.since) IS DISTINCT FROM (EXCLUDED.state, EXCLUDED.since)`,
    values: [JSON.stringify(rows)],
  }
}

/** A request that lapsed leaves nothing behind: the fold no longer knows the topic. */
export function deleteUnknownSubscriptions(folded: FoldedAddress[]): Statement {
  const known = folded.map(({ address_id, topics }) => ({
    address_id,
    topic_ids: topics.map((topic) => topic.topic_id),
  }))
  return {
    text: `
      DELETE FROM mailroom.subscription s
      USING json_to_recordset($1::json) AS r(address_id uuid, topic_ids text[])
      WHERE s.address_id = r.address_id AND NOT s.topic_id = ANY(r.topic_ids)`,
    values: [JSON.stringify(known)],
  }
}

/** A sign of life; once an hour is enough to tell two years. */
export function touchContacts(contactIds: string[]): Statement {
  return {
    text: `UPDATE mailroom.contact SET last_interaction_at = mailroom.now()
           WHERE id = ANY($1::uuid[]) AND (last_interaction_at IS NULL OR last_interaction_at < mailroom.now() - interval '1 hour')`,
    values: [contactIds],
  }
}

export type AddressOfLog = { id: string; contact_id: string; email: string | null; email_hash: Buffer }

export function selectAddressesById(addressIds: string[]): Statement {
  return {
    text: `SELECT id, contact_id, email, email_hash FROM mailroom.contact_address WHERE id = ANY($1::uuid[])`,
    values: [addressIds],
  }
}

export function selectAddressesOfContacts(contactIds: string[]): Statement {
  return {
    text: `SELECT id, contact_id, email, email_hash FROM mailroom.contact_address WHERE contact_id = ANY($1::uuid[])`,
    values: [contactIds],
  }
}

/** The same words in the same language are one version; other words are the next. Racing writers meet at the unique key. */
export function insertWording(kind: string, locale: string, wording: string): Statement {
  return {
    text: `
      INSERT INTO mailroom.consent_wording (kind, version, locale, wording)
      SELECT $1, coalesce(max(version), 0) + 1, $2, $3 FROM mailroom.consent_wording WHERE kind = $1 AND locale = $2
      HAVING NOT EXISTS (SELECT FROM mailroom.consent_wording WHERE kind = $1 AND locale = $2 AND wording = $3)
      ON CONFLICT (kind, version, locale) DO NOTHING`,
    values: [kind, locale, wording],
  }
}

export function selectWording(kind: string, locale: string, wording: string): Statement {
  return {
    text: `SELECT id FROM mailroom.consent_wording WHERE kind = $1 AND locale = $2 AND wording = $3`,
    values: [kind, locale, wording],
  }
}

export function selectHasConfirmed(contactId: string, addressId: string): Statement {
  return {
    text: `SELECT EXISTS (
             SELECT FROM mailroom.consent_log l JOIN mailroom.contact_address a ON a.id = $2 AND a.email_hash = l.email_hash
             WHERE l.contact_id = $1 AND l.action = 'confirm') AS has`,
    values: [contactId, addressId],
  }
}

/** What one page needs to answer "I never signed up". */
export function selectConsentHistory(contactId: string): Statement {
  return {
    text: `
      SELECT l.seq, l.purpose, l.topic_id, l.action, l.basis, l.expires_at, l.source, l.method, l.message_id, l.actor, l.at,
        w.wording, w.version AS wording_version, w.locale AS wording_locale, p.email, p.page_url, p.ip, p.user_agent, p.note
      FROM mailroom.consent_log l
      LEFT JOIN mailroom.consent_wording w ON w.id = l.wording_id
      LEFT JOIN mailroom.consent_personal p ON p.log_id = l.id
      WHERE l.contact_id = $1 ORDER BY l.seq`,
    values: [contactId],
  }
}

/** Personal parts with their salt, to check that they are what the chain's hashes say. */
export function selectPersonal(contactId: string): Statement {
  return {
    text: `SELECT l.seq, p.salt, p.email, p.page_url, p.ip, p.user_agent, p.note
           FROM mailroom.consent_personal p JOIN mailroom.consent_log l ON l.id = p.log_id WHERE l.contact_id = $1`,
    values: [contactId],
  }
}
