import type { Statement } from "../database"

/** The latest of transaction, interaction and subscription (a dated import is a subscription), as the gate has it. */
const SIGN_OF_LIFE = `greatest(c.last_transaction_at, c.last_interaction_at, a.marketing_since)`

/** The id that ends the next range of people, read off the primary key; null when fewer are left. */
export function selectRangeEnd(after: string | null, people: number): Statement {
  return {
    text: `SELECT id FROM mailroom.contact WHERE $1::uuid IS NULL OR id > $1 ORDER BY id OFFSET $2 LIMIT 1`,
    values: [after, people - 1],
  }
}

/**
 * Writes down for a range of people (after `from`, up to and with `to`; null = without an end) when the two-year rule takes
 * hold of each; null for who is not subscribed and while the rule is off (`months` null). Both tables are read by the same
 * bounds, so that they are joined as sets; rows that would not change are not written.
 */
export function refreshFading(range: { from: string | null; to: string | null; months: number | null }): Statement {
  const bounds = (column: string) =>
    `${range.from === null ? "$1::uuid IS NULL" : `${column} > $1::uuid`} AND ${range.to === null ? "$2::uuid IS NULL" : `${column} <= $2::uuid`}`
  return {
    text: `
      WITH computed AS (
        SELECT c.id, CASE WHEN a.marketing = 'subscribed' AND c.erased_at IS NULL
          THEN date_trunc('milliseconds', ${SIGN_OF_LIFE} + make_interval(months => $3::int)) END AS fades_at
        FROM mailroom.contact c
        LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary AND ${bounds("a.contact_id")}
        WHERE ${bounds("c.id")}
      )
      UPDATE mailroom.contact c SET fades_at = n.fades_at FROM computed n
      WHERE c.id = n.id AND c.fades_at IS DISTINCT FROM n.fades_at AND ${bounds("c.id")}
      RETURNING c.id`,
    values: [range.from, range.to, range.months],
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
