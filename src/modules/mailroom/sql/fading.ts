import type { Statement } from "../database"

/** The latest of transaction, interaction and subscription (a dated import is a subscription), as the gate has it. */
const SIGN_OF_LIFE = `greatest(c.last_transaction_at, c.last_interaction_at, a.marketing_since)`

/**
 * Writes down for a range of people when the two-year rule takes hold of each; null for who is not subscribed and while
 * the rule is off. One set, rows that would not change are not written. `months` null = rule off.
 */
export function refreshFading(range: { after: string | null; limit: number; months: number | null }): Statement {
  return {
    text: `
      WITH page AS MATERIALIZED (
        SELECT id FROM mailroom.contact WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2
      ),
      computed AS (
        SELECT c.id, CASE WHEN a.marketing = 'subscribed' AND c.erased_at IS NULL
          THEN date_trunc('milliseconds', ${SIGN_OF_LIFE} + make_interval(months => $3::int)) END AS fades_at
        FROM page p JOIN mailroom.contact c ON c.id = p.id
        LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      ),
      changed AS (
        UPDATE mailroom.contact c SET fades_at = n.fades_at FROM computed n
        WHERE c.id = n.id AND c.fades_at IS DISTINCT FROM n.fades_at
        RETURNING c.id
      )
      SELECT (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*)::int FROM page) AS seen,
        (SELECT count(*)::int FROM changed) AS changed`,
    values: [range.after, range.limit, range.months],
  }
}

export type FadingPerson = {
  contact_id: string
  address_id: string
  email: string
  first_name: string | null
  last_name: string | null
  fades_at: Date
}

const FADING = `
  FROM mailroom.contact c JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
  WHERE c.erased_at IS NULL AND a.marketing = 'subscribed' AND a.email IS NOT NULL`

// What happened since the nightly run is asked again: a purchase at noon lifts at noon.
const within = (from: string, to: string) => `
  AND c.fades_at > ${from} AND c.fades_at <= ${to}
  AND ${SIGN_OF_LIFE} + make_interval(months => $1::int) <= ${to}`

/** "sunset": the rule takes hold within three months. "inactive": it has. Soonest first; by index contact_fades. */
export function selectFading(query: {
  state: "sunset" | "inactive"
  months: number
  sunsetMonths: number
  after: { fadesAt: string; id: string } | null
  limit: number
}): Statement {
  const range =
    query.state === "sunset"
      ? within("mailroom.now()", "mailroom.now() + make_interval(months => $2::int)")
      : within("'-infinity'::timestamptz", "mailroom.now() + make_interval(months => 0 * $2::int)")
  return {
    text: `
      SELECT c.id AS contact_id, a.id AS address_id, a.email, c.first_name, c.last_name, c.fades_at ${FADING} ${range}
        AND ($3::timestamptz IS NULL OR (c.fades_at, c.id) > ($3, $4::uuid))
      ORDER BY c.fades_at, c.id LIMIT $5`,
    values: [query.months, query.sunsetMonths, query.after?.fadesAt ?? null, query.after?.id ?? null, query.limit],
  }
}

export function countFading(months: number, sunsetMonths: number): Statement {
  return {
    text: `
      SELECT count(*) FILTER (WHERE c.fades_at <= mailroom.now())::int AS inactive,
        count(*) FILTER (WHERE c.fades_at > mailroom.now())::int AS sunset ${FADING}
        AND c.fades_at <= mailroom.now() + make_interval(months => $2::int)
        AND ${SIGN_OF_LIFE} + make_interval(months => $1::int) <= mailroom.now() + make_interval(months => $2::int)`,
    values: [months, sunsetMonths],
  }
}
