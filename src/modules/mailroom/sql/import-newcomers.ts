import type { ConsentRow } from "../../../core/contacts/consent-row"
import type { ImportedPerson } from "../../../core/contacts/import-row"
import type { Statement } from "../database"

/** Somebody whom a file makes, with everything that stands beside the contact from the first moment. */
export type Newcomer = {
  contactId: string
  addressId: string
  person: ImportedPerson
  emailHash: Buffer
  marketing: "never_asked" | "subscribed" | "unsubscribed"
  /** When it was said; of no meaning for who said nothing. */
  at: Date
  expiresAt: Date | null
  ip: string | null
  /** The chain from its beginning. */
  words: ConsentRow[]
  /** What the undo needs to know of the words. */
  said: unknown[]
  suppressionIds: string[]
}

/** The same for all of one file. */
export type NewcomerContext = {
  importId: string
  basis: string | null
  wordingId: string | null
  source: string
  method: string | null
  actor: string
  note: string | null
  now: Date
}

/**
 * New people in one statement: contact, address, search text, the first words of their chain, topics, and what the undo
 * needs. Columns are arrays of one place per person or word, because as JSON the same rows take the server four times as
 * long to read. In the order of the addresses, so that two writers of the same ones cannot lock each other out. Answers
 * who was not there yet; of somebody who was, nothing is written.
 */
export function insertNewcomers(people: Newcomer[], context: NewcomerContext): Statement {
  const words = people.flatMap(({ words: own }, of) => own.map((word) => ({ of: of + 1, word })))
  const said = new Map<string, number>()
  const saidAt = people.map((one) => placeOf(said, JSON.stringify(one.said)))
  const each = <T>(value: (one: Newcomer) => T) => people.map(value)
  const every = <T>(value: (word: ConsentRow) => T) => words.map(({ word }) => value(word))
  return {
    text: `
      WITH person AS MATERIALIZED (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bytea[], $8::text[],
          $9::text[], $10::text[], $11::text[], $12::text[], $13::date[], $14::text[], $15::text[], $16::text[],
          $17::timestamptz[], $18::timestamptz[], $19::text[], $20::int[], $21::text[]) WITH ORDINALITY
        AS p(contact_id, address_id, n, email, email_norm, domain, email_hash, first_name, last_name, locale, country,
          time_zone, birthday, tags, fields, marketing, at, expires_at, ip, said, suppression_ids, place)
      ),
      address AS (
        INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing,
          marketing_basis, marketing_since, marketing_expires_at, created_at)
        SELECT address_id, contact_id, email, email_norm, domain, email_hash, marketing,
          CASE WHEN marketing = 'subscribed' THEN $22::text END, CASE WHEN marketing <> 'never_asked' THEN at END, expires_at, $23
        FROM person
        ON CONFLICT (email_norm) WHERE email_norm IS NOT NULL DO NOTHING
        RETURNING contact_id
      ),
      newcomer AS MATERIALIZED (SELECT p.* FROM person p JOIN address USING (contact_id) ORDER BY p.place),
      contact AS (
        INSERT INTO mailroom.contact (id, source, first_name, last_name, locale, country, time_zone, birthday, tags, fields,
          created_at, updated_at)
        SELECT contact_id, 'import', first_name, last_name, locale, country, time_zone, birthday, tags::text[], fields::jsonb,
          $23, $23 FROM newcomer
      ),
      search AS (
        INSERT INTO mailroom.contact_search (contact_id, text)
        SELECT contact_id, mailroom.fold_text(concat_ws(' ', first_name, last_name, email_norm)) FROM newcomer
      ),
      entry AS MATERIALIZED (
        SELECT nextval('mailroom.consent_log_id_seq') AS id, w.*, p.contact_id, p.address_id, p.email,
          p.email_hash, p.at, p.expires_at, p.ip
        FROM unnest($24::int[], $25::int[], $26::text[], $27::text[], $28::text[], $29::text[], $30::bytea[], $31::bytea[],
          $32::bytea[], $33::bytea[])
        AS w(place, seq, purpose, topic_id, action, basis, salt, personal_hash, prev_hash, hash)
        JOIN newcomer p ON p.place = w.place
      ),
      logged AS (
        INSERT INTO mailroom.consent_log (id, contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at,
          wording_id, source, method, message_id, actor, at, personal_hash, prev_hash, hash, recorded_at)
        OVERRIDING SYSTEM VALUE
        SELECT id, contact_id, seq, email_hash, purpose, topic_id, action, basis, expires_at, $34, $35, $36, NULL, $37, at,
          personal_hash, prev_hash, hash, $23 FROM entry
      ),
      personal AS (
        INSERT INTO mailroom.consent_personal (log_id, salt, email, ip, note) SELECT id, salt, email, ip, $38 FROM entry
      ),
      subscription AS (
        INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
        SELECT address_id, topic_id, 'subscribed', at FROM entry WHERE purpose = 'topic' AND action = 'grant'
      ),
      change AS (
        INSERT INTO mailroom.import_change (import_id, n, contact_id, address_id, made_contact, said, suppression_ids)
        SELECT $39, n, contact_id, address_id, true, ($40::jsonb[])[said], suppression_ids::uuid[] FROM newcomer
      )
      SELECT contact_id FROM newcomer`,
    values: [
      each((one) => one.contactId),
      each((one) => one.addressId),
      each((one) => one.person.n),
      each((one) => one.person.email),
      each((one) => one.person.emailNorm),
      each((one) => one.person.domain),
      each((one) => one.emailHash),
      each((one) => one.person.profile.first_name),
      each((one) => one.person.profile.last_name),
      each((one) => one.person.profile.locale),
      each((one) => one.person.profile.country),
      each((one) => one.person.profile.time_zone),
      each((one) => one.person.profile.birthday),
      each((one) => arrayLiteral(one.person.tags)),
      each((one) => JSON.stringify(one.person.fields)),
      each((one) => one.marketing),
      each((one) => one.at.toISOString()),
      each((one) => one.expiresAt?.toISOString() ?? null),
      each((one) => one.ip),
      saidAt,
      each((one) => arrayLiteral(one.suppressionIds)),
      context.basis,
      context.now,
      words.map(({ of }) => of),
      every((word) => word.seq),
      every((word) => word.purpose),
      every((word) => word.topicId),
      every((word) => word.action),
      every((word) => word.basis),
      every((word) => word.salt),
      every((word) => word.personalHash),
      every((word) => word.prevHash),
      every((word) => word.hash),
      context.wordingId,
      context.source,
      context.method,
      context.actor,
      context.note,
      context.importId,
      [...said.keys()],
    ],
  }
}

/** Tags exist before the people who have them: made inside, two chunks with the same new tags could wait for each other. */
export function insertTags(names: string[]): Statement {
  return {
    text: `INSERT INTO mailroom.tag (name) SELECT t FROM unnest($1::text[]) t ORDER BY t ON CONFLICT (name) DO NOTHING`,
    values: [names],
  }
}

/** Where this text stands in a list of different ones, counted from 1; a new one goes to the end. */
function placeOf(list: Map<string, number>, text: string): number {
  const known = list.get(text)
  if (known !== undefined) return known
  list.set(text, list.size + 1)
  return list.size
}

/** An array as Postgres writes it: lists of different lengths are no array of arrays. */
function arrayLiteral(texts: string[]): string {
  return texts.length === 0 ? "{}" : `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`
}
