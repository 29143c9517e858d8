import type { Db } from "../src/modules/mailroom/database"

const CHUNK = 50_000
const PAGES = 6

/**
 * Six product pages each, over four months, of everybody who agreed to tracking: with the site and the page rows three
 * rows per look. By SQL alone; `contacts` and products must be there.
 */
export async function seedVisits(db: Db, onProgress: (text: string) => void): Promise<void> {
  const rows = <Row>(text: string, values: unknown[] = []) => db.query<Row>({ text, values })
  await rows(`CREATE TABLE mailroom.bench_visitor AS
    SELECT row_number() OVER (ORDER BY contact_id)::int AS n, contact_id FROM mailroom.contact_address
    WHERE is_primary AND tracking = 'granted'`)
  const [{ people }] = (await rows<{ people: number }>(
    `SELECT count(*)::int AS people FROM mailroom.bench_visitor`,
  )) as [{ people: number }]
  for (let from = 0; from < people; from += CHUNK) {
    await rows(VISITS, [from, from + CHUNK])
    onProgress(`visits of ${Math.min(from + CHUNK, people)} people`)
  }
  await rows(`
    INSERT INTO mailroom.visitor (contact_id, first_visit_at, last_visit_at, visits)
    SELECT contact_id, min(at), max(at), count(*) FROM mailroom.visit WHERE kind = 'site' GROUP BY contact_id`)
  await rows(`DROP TABLE mailroom.bench_visitor`)
  for (const table of ["visit", "visitor"]) await rows(`VACUUM (ANALYZE) mailroom.${table}`)
}

const VISITS = `
  INSERT INTO mailroom.visit (at, contact_id, kind, path, subject_id)
  SELECT t.at, v.contact_id, k.kind, k.path, k.subject_id
  FROM mailroom.bench_visitor v, generate_series(1, ${PAGES}) page,
    LATERAL (SELECT (v.n * 31 + page * 577) % 2000 AS product,
      mailroom.now() - make_interval(days => (v.n * 7 + page * 19) % 120, mins => page) AS at) t,
    LATERAL (VALUES ('site', '/', NULL), ('page', '/products/product-' || t.product, NULL),
      ('product', '/products/product-' || t.product, 'prod_' || t.product)) k (kind, path, subject_id)
  WHERE v.n > $1 AND v.n <= $2`
