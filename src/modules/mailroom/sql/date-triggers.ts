import type { Statement } from "../database"
import { celebratedOn, type DueDay } from "../../../core/automations/dates/due-days"

/** What time zones people have; a handful of names, however many people. */
export function selectZones(): Statement {
  return {
    text: `SELECT DISTINCT c.time_zone AS zone FROM mailroom.contact c WHERE c.time_zone IS NOT NULL`,
    values: [],
  }
}

/** The due days as a table: zone, day, from, before, at. */
const DUE = `due AS MATERIALIZED (
        SELECT * FROM json_to_recordset($1::json) AS d(zone text, day date, "from" timestamptz, before timestamptz, at timestamptz)
      )`
const ZONE = `coalesce(c.time_zone, '')`

/** One key per person and day, so that it is the same occurrence however the clocks stand. */
const OF_DAY = `concat_ws(':', d.day, c.id)`

/** Where a moment of a person stands, and what keeps it quick: an index on that very column. */
const MOMENTS = {
  // Index contact_customer_registered.
  registered: {
    from: `mailroom.contact_customer x JOIN mailroom.contact c ON c.id = x.contact_id`,
    moment: "x.registered_at",
    also: "x.has_account",
  },
  // Index purchase_total_last. Of several currencies the latest order counts.
  ordered: {
    from: `mailroom.contact_purchase_total x JOIN mailroom.contact c ON c.id = x.contact_id`,
    moment: "x.last_order_at",
    also: `NOT EXISTS (SELECT FROM mailroom.contact_purchase_total y
        WHERE y.contact_id = x.contact_id AND y.last_order_at > x.last_order_at)`,
  },
  // Index visitor_last.
  visited: {
    from: `mailroom.visitor x JOIN mailroom.contact c ON c.id = x.contact_id`,
    moment: "x.last_visit_at",
    also: "true",
  },
} as const

/** People whose moment lies on one of the due days, by the calendar of their own zone. */
export function selectMomentsAgo(moment: keyof typeof MOMENTS, days: DueDay[]): Statement {
  const { from, moment: at, also } = MOMENTS[moment]
  return {
    text: `
      WITH ${DUE}
      SELECT ${OF_DAY} AS occurrence_key, c.id AS contact_id, '{}'::jsonb AS payload, d.at
      FROM ${from} JOIN due d ON d.zone = ${ZONE} AND ${at} >= d."from" AND ${at} < d.before
      WHERE ${at} >= $2::timestamptz AND ${at} < $3::timestamptz AND ${also} AND c.erased_at IS NULL`,
    values: [JSON.stringify(days), ...rangeOf(days)],
  }
}

/** Orders placed on one of the due days; index purchase_order_placed. */
export function selectOrdersAgo(days: DueDay[]): Statement {
  return {
    text: `
      WITH ${DUE}
      SELECT x.order_id AS occurrence_key, c.id AS contact_id, jsonb_build_object('order_id', x.order_id) AS payload, d.at
      FROM mailroom.purchase_order x JOIN mailroom.contact c ON c.id = x.contact_id
      JOIN due d ON d.zone = ${ZONE} AND x.placed_at >= d."from" AND x.placed_at < d.before
      WHERE x.placed_at >= $2::timestamptz AND x.placed_at < $3::timestamptz AND x.canceled_at IS NULL AND c.erased_at IS NULL`,
    values: [JSON.stringify(days), ...rangeOf(days)],
  }
}

/** Who celebrates on one of the due days; index contact_birthday. */
export function selectBirthdays(days: DueDay[]): Statement {
  return {
    text: `
      WITH ${DUE},
      born AS MATERIALIZED (SELECT * FROM json_to_recordset($2::json) AS b(day date, md numeric))
      SELECT ${OF_DAY} AS occurrence_key, c.id AS contact_id, jsonb_build_object('day', d.day) AS payload, d.at
      FROM mailroom.contact c
      JOIN born b ON b.md = (extract(month FROM c.birthday) * 100 + extract(day FROM c.birthday))
      JOIN due d ON d.zone = ${ZONE} AND d.day = b.day
      WHERE c.birthday IS NOT NULL AND (extract(month FROM c.birthday) * 100 + extract(day FROM c.birthday)) = ANY($3::numeric[])
        AND c.erased_at IS NULL AND c.birthday < d.day`,
    values: [JSON.stringify(days), JSON.stringify(monthsAndDays(days)), monthsAndDays(days).map(({ md }) => md)],
  }
}

/**
 * Whose field of type date names one of the due days: that very day, or its anniversary. No index is worth a field that
 * the merchant may rename tomorrow: a million people are read in about a second.
 */
export function selectFieldDates(asked: { key: string; isYearly: boolean; days: DueDay[] }): Statement {
  const { key, isYearly, days } = asked
  const said = "c.fields->>$2"
  const names = isYearly ? `substr(${said}, 6) = b.written AND ${said} <= d.day::text` : `${said} = d.day::text`
  return {
    text: `
      WITH ${DUE},
      born AS MATERIALIZED (SELECT * FROM json_to_recordset($3::json) AS b(day date, written text))
      SELECT ${OF_DAY} AS occurrence_key, c.id AS contact_id, jsonb_build_object('day', d.day) AS payload, d.at
      FROM mailroom.contact c JOIN due d ON d.zone = ${ZONE} JOIN born b ON b.day = d.day
      WHERE c.fields ? $2 AND ${said} ~ '^\\d{4}-\\d{2}-\\d{2}$' AND c.erased_at IS NULL AND ${names}`,
    values: [JSON.stringify(days), key, JSON.stringify(monthsAndDays(days))],
  }
}

/** Balances that end on one of the due days; index balance_expires. */
export function selectEndingBalances(name: string, days: DueDay[]): Statement {
  return {
    text: `
      WITH ${DUE}
      SELECT ${OF_DAY} AS occurrence_key, c.id AS contact_id, d.at,
        jsonb_build_object('balance', jsonb_build_object('name', b.name, 'amount', b.amount::text, 'unit', b.unit, 'expiresOn', b.expires_on)) AS payload
      FROM mailroom.balance b JOIN mailroom.contact c ON c.id = b.contact_id
      JOIN due d ON d.zone = ${ZONE} AND d.day = b.expires_on
      WHERE b.name = $2 AND b.expires_on = ANY($3::date[]) AND b.amount > 0 AND c.erased_at IS NULL`,
    values: [JSON.stringify(days), name, [...new Set(days.map(({ day }) => day))]],
  }
}

/** What starts by itself and without a person. */
export function selectMoment(key: string, at: Date): Statement {
  return {
    text: `SELECT $1::text AS occurrence_key, NULL::uuid AS contact_id, '{}'::jsonb AS payload, $2::timestamptz AS at`,
    values: [key, at],
  }
}

function rangeOf(days: DueDay[]): [Date, Date] {
  return [
    new Date(Math.min(...days.map(({ from }) => from.getTime()))),
    new Date(Math.max(...days.map(({ before }) => before.getTime()))),
  ]
}

/** As numbers and as "MM-DD". */
function monthsAndDays(days: DueDay[]): { day: string; md: number; written: string }[] {
  const written = (md: number) =>
    `${String(Math.floor(md / 100)).padStart(2, "0")}-${String(md % 100).padStart(2, "0")}`
  return [...new Set(days.map(({ day }) => day))].flatMap((day) =>
    celebratedOn(day).map((md) => ({ day, md, written: written(md) })),
  )
}
