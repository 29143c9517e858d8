import type { Db } from "../src/modules/mailroom/database"

const CHUNK = 250_000
const LINES_PER_ORDER = 2
/** Mailings in the last months, to a third of the people each. */
const MAILINGS = 4

/**
 * Orders of two lines each over three years, mostly by few good customers, of two thousand products in forty categories
 * (one in forty products are boots); one order in fifty is cancelled. Then four mailings, with the opens of one in three.
 * By SQL alone; `contacts` must be there.
 */
export async function seedPurchases(
  db: Db,
  {
    contacts,
    purchases,
    onProgress = () => undefined,
  }: { contacts: number; purchases: number; onProgress?: (text: string) => void },
): Promise<void> {
  const rows = (text: string, values: unknown[] = []) => db.query({ text, values })
  await rows(`
    INSERT INTO mailroom.product (product_id, title, status, category_ids)
    SELECT 'prod_' || n, 'Product ' || n, 'published',
      ARRAY['pcat_' || CASE WHEN n % 40 = 7 THEN 'boots' ELSE (n % 40)::text END] FROM generate_series(0, 1999) n`)
  // Numbered once: rows of a run must find their person without counting a million again. Not temporary: one statement may
  // run on another connection of the pool than the last.
  await rows(`CREATE TABLE mailroom.bench_person AS
    SELECT row_number() OVER (ORDER BY id)::int AS n, id FROM mailroom.contact`)
  await rows(`CREATE UNIQUE INDEX bench_person_n ON mailroom.bench_person (n) INCLUDE (id)`)
  await rows(`ANALYZE mailroom.bench_person`)
  const orders = Math.ceil(purchases / LINES_PER_ORDER)
  for (let from = 0; from < orders; from += CHUNK) {
    await rows(ORDERS, [from, Math.min(from + CHUNK, orders), contacts])
    onProgress(`${Math.min((from + CHUNK) * LINES_PER_ORDER, purchases)} purchases`)
  }
  await rows(`TRUNCATE mailroom.contact_purchase_total`)
  await rows(`
    INSERT INTO mailroom.contact_purchase_total (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
    SELECT contact_id, currency, count(*), sum(net_total), min(placed_at), max(placed_at)
    FROM mailroom.purchase_order WHERE canceled_at IS NULL GROUP BY contact_id, currency`)
  for (let mailing = 1; mailing <= MAILINGS; mailing++) {
    await rows(MAILS, [mailing, contacts])
    onProgress(`mailing ${mailing} of ${MAILINGS}`)
  }
  await rows(FOLDS)
  await rows(`DROP TABLE mailroom.bench_person`)
  // As autovacuum leaves them: a plan that reads an index alone needs to know which pages everybody may see.
  for (const table of [
    "purchase_order",
    "purchase",
    "contact_purchase_total",
    "message",
    "message_fold",
    "product",
    "contact",
  ])
    await rows(`VACUUM (ANALYZE) mailroom.${table}`)
}

/** Squared, so that a person of low number orders often and one of high number hardly ever. */
const ORDERS = `
  WITH n AS MATERIALIZED (
    SELECT i, 'order_' || i AS order_id, 1 + floor($3::int * power(((i::bigint * 7919) % 1000003) / 1000003.0, 2))::int AS person,
      20 + (i * 7) % 180 AS net, mailroom.now() - make_interval(mins => (i::bigint * 104729 % 1576800)::int) AS at
    FROM generate_series($1::int + 1, $2::int) i
  ),
  known AS MATERIALIZED (SELECT n.*, p.id AS contact_id FROM n JOIN mailroom.bench_person p ON p.n = n.person),
  orders AS (
    INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, placed_at, canceled_at)
    SELECT order_id, contact_id, 'eur', net * 1.19, net, at, CASE WHEN i % 50 = 0 THEN at END FROM known
  )
  INSERT INTO mailroom.purchase (line_id, order_id, contact_id, product_id, variant_id, title, quantity, returned_quantity, currency,
    net, placed_at)
  SELECT order_id || '_' || l, order_id, contact_id, 'prod_' || product, 'variant_' || product * 3 + l, 'Thing', 1,
    CASE WHEN i % 20 = 3 THEN 1 ELSE 0 END, 'eur', net / 2.0, at
  FROM known, generate_series(0, ${LINES_PER_ORDER - 1}) l, LATERAL (SELECT (i::bigint * 31 + l * 977) % 2000 AS product) p`

const MAILS = `
  INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, mail_domain, status, planned_at,
    settled_at, pixel)
  SELECT mailroom.uuidv7(at), decode(md5(p.n || 'm' || $1), 'hex'), 'marketing', 'mailing', 'newsletter', 'mml_' || $1, p.id,
    'shop.example', 'sent', at, at, CASE WHEN p.n % 5 < 2 THEN 'aggregate' ELSE 'personal' END
  FROM mailroom.bench_person p, LATERAL (SELECT mailroom.now() - make_interval(days => $1::int * 12) AS at) t
  WHERE p.n <= $2::int AND p.n % 3 > 0`

const FOLDS = `
  INSERT INTO mailroom.message_fold (message_id, first_open_human_at, last_open_human_at, opens_human)
  SELECT id, settled_at + interval '3 hours', settled_at + interval '3 hours', 1 FROM mailroom.message
  WHERE pixel = 'personal' AND hashtext(id::text) % 3 = 0`
