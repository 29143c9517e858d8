import type { Db } from "../src/modules/mailroom/database"

/** Rows in one statement: enough to be quick, few enough for a small server. */
const CHUNK = 50_000

/**
 * Contacts of a shop that has been mailing for years, made by SQL alone: names and hosts as
 * frequent as in life, two thirds subscribed, some bounced, some complained, tags from "newsletter" (one in three) to
 * "press" (one in twenty thousand), custom fields, countries, orders' totals. The same number gives the same person.
 * The address of number n is `<first>.<last>.<n>@<host>`; `onProgress` hears how many there are.
 */
export async function seedContacts(
  db: Db,
  count: number,
  onProgress: (made: number) => void = () => undefined,
): Promise<void> {
  const rows = (text: string, values: unknown[] = []) => db.query({ text, values })
  await rows(
    `INSERT INTO mailroom.contact_field (key, label, type, choices) VALUES ('shoe_size', 'Shoe size', 'number', '{}'),
       ('club', 'Club', 'choice', '{gold,silver,none}') ON CONFLICT (key) DO NOTHING`,
  )
  for (let from = 0; from < count; from += CHUNK) {
    await rows(PEOPLE, [from, Math.min(from + CHUNK, count)])
    onProgress(Math.min(from + CHUNK, count))
  }
  await rows(
    `ANALYZE mailroom.contact, mailroom.contact_address, mailroom.contact_search, mailroom.subscription, mailroom.suppression,
       mailroom.contact_purchase_total`,
  )
}

const FIRST = `'{Ada,Grace,Joan,Mary,Emma,Olivia,Anna,Jürgen,Zoë,Noah,Liam,Paul,Marie,Léa,Hugo,Giulia,Marco,Sofía,Lucas,Eva,Åsa,Björn,Ines,Tom,Sam,Ruth,Otto,Ida,Max,Nina}'::text[]`
const LAST = `'{Lovelace,Hopper,Clarke,Müller,Schmidt,Schneider,Rossi,Bianchi,Martin,Dubois,García,López,Smith,Jones,Brown,Nielsen,Jansen,Novak,Kowalski,Weber,Fischer,Becker,Moreau,Laurent,Ferrari,Romano,Taylor,Wilson,Evans,Wright,Keller,Vogel,Winter,Sommer,Berg,Lund,Hansen,Olsen,Larsen,Costa}'::text[]`
const HOST = `'{gmail.com,gmail.com,gmail.com,gmail.com,outlook.com,gmx.de,web.de,yahoo.com,icloud.com,orange.fr,libero.it,example.com}'::text[]`
const COUNTRY = `'{DE,DE,DE,DE,FR,FR,IT,ES,AT,GB,US,NL}'::text[]`
const LOCALE = `'{de,de,de,de,fr,fr,it,es,de-AT,en,en,nl}'::text[]`

const PEOPLE = `
  WITH n AS MATERIALIZED (
    SELECT i, mailroom.uuidv7(mailroom.now() - make_interval(secs => (4000000 - i) * 20)) AS contact_id, mailroom.uuidv7() AS address_id,
      (${FIRST})[1 + (i * 7) % 30] AS first_name, (${LAST})[1 + (i * 13 + i / 30) % 40] AS last_name,
      (${HOST})[1 + (i * 11 + i / 7) % 12] AS domain, 1 + (i * 5 + i / 3) % 12 AS country, (i * 37 + i / 11) % 100 AS percent,
      mailroom.now() - make_interval(hours => i % 9000) AS seen_at
    FROM generate_series($1::int + 1, $2::int) i
  ),
  person AS MATERIALIZED (
    SELECT n.*, mailroom.fold_text(first_name || '.' || last_name || '.' || i) || '@' || domain AS email FROM n
  ),
  contacts AS (
    INSERT INTO mailroom.contact (id, first_name, last_name, locale, country, tags, fields, source, last_interaction_at, created_at)
    SELECT contact_id, first_name, last_name, (${LOCALE})[country], (${COUNTRY})[country],
      CASE WHEN i % 3 = 0 THEN '{newsletter}' ELSE '{}'::text[] END
        || CASE WHEN i % 100 = 5 THEN '{vip}' ELSE '{}'::text[] END || CASE WHEN i % 20000 = 7 THEN '{press}' ELSE '{}'::text[] END,
      CASE WHEN i % 10 = 3 THEN jsonb_build_object('shoe_size', 35 + i % 13) ELSE '{}' END
        || CASE WHEN i % 50 = 4 THEN '{"club": "gold"}' WHEN i % 10 = 4 THEN '{"club": "silver"}' ELSE '{}'::jsonb END,
      'seed', seen_at, seen_at
    FROM person
  ),
  addresses AS (
    INSERT INTO mailroom.contact_address (id, contact_id, email, email_norm, domain, email_hash, marketing, marketing_basis,
      marketing_since, tracking)
    SELECT address_id, contact_id, email, email, domain, decode(md5(email), 'hex'),
      CASE WHEN percent < 66 THEN 'subscribed' WHEN percent < 90 THEN 'never_asked' WHEN i % 1000 = 1 THEN 'pending'
        ELSE 'unsubscribed' END,
      CASE WHEN percent < 66 THEN 'express_doi' END, seen_at, CASE WHEN percent < 40 THEN 'granted' ELSE 'unknown' END
    FROM person
  ),
  topics AS (
    INSERT INTO mailroom.subscription (address_id, topic_id, state, since)
    SELECT address_id, topic_id, 'subscribed', seen_at FROM person,
      LATERAL (VALUES ('mtop_newsletters', 66), ('mtop_promotions', 40), ('mtop_general', 2)) t(topic_id, below)
    WHERE percent < t.below
  ),
  bounces AS (
    INSERT INTO mailroom.suppression (email_hash, email_norm, scope, reason, source)
    SELECT decode(md5(email), 'hex'), email, 'all', 'hard_bounce', 'bounce' FROM person WHERE i % 50 = 9
    UNION ALL
    SELECT decode(md5(email), 'hex'), email, 'marketing', 'complaint', 'webhook' FROM person WHERE i % 1000 = 13
  )
  INSERT INTO mailroom.contact_purchase_total (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
  SELECT contact_id, 'eur', 1 + i % 7, (20 + i % 400) * (1 + i % 7), seen_at - interval '200 days', seen_at FROM person WHERE i % 4 = 1`
