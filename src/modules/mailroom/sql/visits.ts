import type { Statement } from "../database"

/** One page that a known person looked at; handles where ids are not known. */
export type VisitRow = {
  contact_id: string
  path: string
  product: string | null
  category: string | null
  /** Until when the token speaks for the person. */
  until: Date
}

/** A pause of so long, and the next page is a new visit of the site. */
const PAUSE = `interval '30 minutes'`

/**
 * Who agreed to be tracked and is not erased: only their pages are stored. Consent belongs to the address; the person's
 * main one speaks.
 */
const MAY_BE_TRACKED = `
  FROM mailroom.contact c
  JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary AND a.tracking = 'granted' AND a.email IS NOT NULL
  WHERE c.erased_at IS NULL`

/**
 * Stores the pages of many people at once and answers whose were stored. A page of a product or category is two rows:
 * the page, and what it shows. A product is named by its id or its handle.
 */
export function recordVisits(rows: VisitRow[]): Statement {
  return {
    text: `
      WITH seen AS MATERIALIZED (
        SELECT r.*, k.at FROM json_to_recordset($1::json) AS r(contact_id uuid, path text, product text, category text, until timestamptz)
        CROSS JOIN (SELECT mailroom.now() AS at) k WHERE k.at < r.until
      ),
      person AS MATERIALIZED (
        SELECT c.id ${MAY_BE_TRACKED} AND c.id IN (SELECT contact_id FROM seen)
      ),
      met AS (
        INSERT INTO mailroom.visitor AS v (contact_id, first_visit_at, last_visit_at)
        SELECT id, mailroom.now(), mailroom.now() FROM person ORDER BY id
        ON CONFLICT (contact_id) DO UPDATE SET last_visit_at = excluded.last_visit_at,
          visits = v.visits + CASE WHEN v.last_visit_at < excluded.last_visit_at - ${PAUSE} THEN 1 ELSE 0 END
      ),
      before AS MATERIALIZED (
        SELECT v.contact_id, v.last_visit_at FROM mailroom.visitor v JOIN person p ON p.id = v.contact_id
      ),
      product AS (
        SELECT DISTINCT ON (s.product) s.product AS asked, d.product_id FROM seen s
        JOIN mailroom.product d ON d.product_id = s.product OR d.handle = s.product
        WHERE d.deleted_at IS NULL ORDER BY s.product, d.product_id
      ),
      stored AS (
        INSERT INTO mailroom.visit (at, contact_id, kind, path, subject_id)
        SELECT s.at, s.contact_id, k.kind, s.path, k.subject_id
        FROM seen s JOIN person p ON p.id = s.contact_id
        LEFT JOIN product d ON d.asked = s.product
        CROSS JOIN LATERAL (VALUES ('page', NULL), ('product', d.product_id), ('category', s.category)) AS k(kind, subject_id)
        WHERE k.kind = 'page' OR k.subject_id IS NOT NULL
        UNION ALL
        SELECT DISTINCT ON (s.contact_id) s.at, s.contact_id, 'site', s.path, NULL
        FROM seen s JOIN person p ON p.id = s.contact_id
        LEFT JOIN before b ON b.contact_id = s.contact_id
        WHERE b.contact_id IS NULL OR b.last_visit_at < s.at - ${PAUSE}
      )
      SELECT p.id AS contact_id, b.contact_id IS NULL OR b.last_visit_at < mailroom.now() - ${PAUSE} AS is_new_visit
      FROM person p LEFT JOIN before b ON b.contact_id = p.id`,
    values: [JSON.stringify(rows)],
  }
}

export type KnownVisitor = { id: string; now: Date }

/** The contact of a mail, if he may be tracked. */
export function selectVisitorOfMessage(messageId: string): Statement {
  return {
    text: `SELECT c.id, mailroom.now() AS now ${MAY_BE_TRACKED} AND c.id = (SELECT m.contact_id FROM mailroom.message m WHERE m.id = $1::uuid)`,
    values: [messageId],
  }
}

/** The contact of a customer, if he may be tracked. */
export function selectVisitorOfCustomer(customerId: string): Statement {
  return {
    text: `SELECT c.id, mailroom.now() AS now ${MAY_BE_TRACKED}
             AND c.id = (SELECT k.contact_id FROM mailroom.contact_customer k WHERE k.customer_id = $1)`,
    values: [customerId],
  }
}
