import type { Statement } from "../database"
import { escapeLike, MESSAGE_COLUMNS, MESSAGE_TABLES, type MessageRow } from "./outbox"

export type ReportRow = {
  source_id: string
  kind: string
  name: string | null
  subject: string | null
  is_running: boolean
  started_at: Date | null
  sort_at: Date
  state: string
  planned_rows: number | null
  counters: Record<string, number> | null
}

/**
 * Dispatches of mailings and the running lines of automations, newest first, with the sums of their counters. Counters
 * are one row per hour and kind: a year of receipts is some ten thousand rows, a newsletter a hundred.
 */
const LINES = `
  SELECT g.id AS source_id, g.kind, g.name, g.subject, false AS is_running, g.started_at,
    coalesce(g.started_at, g.created_at) AS sort_at, g.state, g.planned_rows::float8 AS planned_rows
  FROM mailroom.mailing g WHERE g.started_at IS NOT NULL
  UNION ALL
  SELECT a.id, a.kind, a.name, NULL, true, a.switched_on_at, coalesce(a.switched_on_at, a.created_at), a.state, NULL
  FROM mailroom.automation a
  WHERE a.switched_on_at IS NOT NULL OR EXISTS (SELECT 1 FROM mailroom.counter c WHERE c.source_id = a.id)`

const COUNTERS = `(SELECT jsonb_object_agg(k.kind, k.n) FROM (
    SELECT kind, sum(n)::float8 AS n FROM mailroom.counter WHERE source_id = line.source_id GROUP BY kind) k) AS counters`

export function selectReports(filter: {
  kinds: string[] | null
  q: string | null
  after: { sortAt: string; sourceId: string } | null
  limit: number
}): Statement {
  return {
    text: `
      SELECT line.*, ${COUNTERS} FROM (
        SELECT * FROM (${LINES}) every
        WHERE ($1::text[] IS NULL OR kind = ANY($1))
          AND ($2::text IS NULL OR name ILIKE $2 OR subject ILIKE $2)
          AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', sort_at), source_id) < ($3, $4))
        ORDER BY date_trunc('milliseconds', sort_at) DESC, source_id DESC LIMIT $5
      ) line ORDER BY date_trunc('milliseconds', sort_at) DESC, source_id DESC`,
    values: [
      filter.kinds,
      filter.q === null ? null : `%${escapeLike(filter.q)}%`,
      filter.after?.sortAt ?? null,
      filter.after?.sourceId ?? null,
      filter.limit,
    ],
  }
}

export function selectReport(sourceId: string): Statement {
  return {
    text: `
      SELECT line.*, ${COUNTERS} FROM (
        SELECT g.id AS source_id, g.kind, g.name, g.subject, false AS is_running, g.started_at, g.created_at AS sort_at, g.state,
          g.planned_rows::float8 AS planned_rows
        FROM mailroom.mailing g WHERE g.id = $1
        UNION ALL
        SELECT a.id, a.kind, a.name, NULL, true, a.switched_on_at, a.created_at, a.state, NULL FROM mailroom.automation a WHERE a.id = $1
      ) line`,
    values: [sourceId],
  }
}

/** Where the messages of a source stand, by status and reason; index message_source. */
export function selectReportStatuses(sourceId: string): Statement {
  return {
    text: `SELECT status, reason, count(*)::int AS n FROM mailroom.message WHERE source_id = $1 AND NOT is_test
           GROUP BY status, reason ORDER BY n DESC`,
    values: [sourceId],
  }
}

/** Persons by what came back about their mail. */
export function selectReportOutcomes(sourceId: string): Statement {
  return {
    text: `
      SELECT count(*) FILTER (WHERE f.delivered_at IS NOT NULL)::int AS delivered,
        count(*) FILTER (WHERE f.bounced_at IS NOT NULL)::int AS bounced,
        count(*) FILTER (WHERE f.first_open_machine_at IS NOT NULL AND f.first_open_human_at IS NULL)::int AS open_machine
      FROM mailroom.message m JOIN mailroom.message_fold f ON f.message_id = m.id
      WHERE m.source_id = $1 AND NOT m.is_test`,
    values: [sourceId],
  }
}

/** Seven days, hour by hour: the first ones after the start, or of a running line the latest. */
export function selectReportHours(
  sourceId: string,
  { startedAt, isRunning }: { startedAt: Date; isRunning: boolean },
): Statement {
  return {
    text: `
      WITH begun AS MATERIALIZED (
        SELECT CASE WHEN $3 THEN greatest($2::timestamptz, mailroom.now() - interval '7 days') ELSE $2::timestamptz END AS at
      )
      SELECT hour, sum(n) FILTER (WHERE kind = 'sent')::int AS sent, sum(n) FILTER (WHERE kind = 'open_human')::int AS open,
        sum(n) FILTER (WHERE kind = 'click_human')::int AS click
      FROM begun, mailroom.counter
      WHERE source_id = $1 AND hour >= date_trunc('hour', begun.at) AND hour < begun.at + interval '7 days'
      GROUP BY hour ORDER BY hour`,
    values: [sourceId, startedAt, isRunning],
  }
}

/** Persons who clicked, by link; for a source of up to some hundred thousand mails. */
export function selectReportLinks(sourceId: string): Statement {
  return {
    text: `
      WITH version AS (
        SELECT template_version_id AS id, locale FROM mailroom.message
        WHERE source_id = $1 AND NOT is_test ORDER BY id DESC LIMIT 1
      ),
      clicks AS (
        SELECT e.link_index, count(DISTINCT e.message_id) FILTER (WHERE e.classification = 'human')::int AS people,
          count(*) FILTER (WHERE e.classification = 'human')::int AS clicks,
          count(DISTINCT e.message_id) FILTER (WHERE e.classification <> 'human')::int AS machine
        FROM mailroom.message m
        JOIN mailroom.message_fold f ON f.message_id = m.id AND (f.clicks_human > 0 OR f.clicks_machine > 0)
        JOIN mailroom.message_event e ON e.message_id = m.id AND e.kind = 'click'
        WHERE m.source_id = $1 AND NOT m.is_test GROUP BY e.link_index
      ),
      anonymous AS (
        SELECT split_part(kind, ':', 2)::int AS link_index, sum(n)::int AS n FROM mailroom.counter
        WHERE source_id = $1 AND kind LIKE 'click\\_anonymous:%' GROUP BY 1
      ),
      link AS (
        SELECT (l.place - 1)::int AS link_index, l.url FROM (
          SELECT k.links FROM version v JOIN mailroom.compiled_template k ON k.version_id = v.id
          ORDER BY k.locale = v.locale DESC, k.locale = 'en' DESC LIMIT 1
        ) c, jsonb_array_elements_text(c.links) WITH ORDINALITY AS l(url, place)
      )
      SELECT i.link_index AS index, link.url, coalesce(c.people, 0) AS people, coalesce(c.clicks, 0) AS clicks, coalesce(c.machine, 0) AS machine,
        coalesce(a.n, 0) AS anonymous
      FROM (SELECT link_index FROM link UNION SELECT link_index FROM clicks WHERE link_index IS NOT NULL
            UNION SELECT link_index FROM anonymous) i
      LEFT JOIN link USING (link_index) LEFT JOIN clicks c USING (link_index) LEFT JOIN anonymous a USING (link_index)
      ORDER BY i.link_index`,
    values: [sourceId],
  }
}

export type RecipientRow = MessageRow & { variant: number; customer_changed_at: Date | null; status_changed_at: Date }

/** The shown status as a condition, in the order of core/messages/shown-status. */
const SHOWN: Record<string, string> = {
  spam: `f.complained_at IS NOT NULL`,
  unsubscribed: `f.complained_at IS NULL AND f.unsubscribed_at IS NOT NULL`,
  bounce: `f.complained_at IS NULL AND f.unsubscribed_at IS NULL AND f.bounced_at IS NOT NULL
    AND NOT (f.bounce_class = 'soft' AND coalesce(f.first_click_human_at, f.first_open_human_at) IS NOT NULL)`,
  click: `m.status <> 'dropped' AND f.first_click_human_at IS NOT NULL AND f.complained_at IS NULL AND f.unsubscribed_at IS NULL
    AND (f.bounced_at IS NULL OR f.bounce_class = 'soft')`,
  open: `m.status <> 'dropped' AND f.first_open_human_at IS NOT NULL AND f.first_click_human_at IS NULL
    AND f.complained_at IS NULL AND f.unsubscribed_at IS NULL AND (f.bounced_at IS NULL OR f.bounce_class = 'soft')`,
  delivered: `m.status <> 'dropped' AND f.delivered_at IS NOT NULL AND f.first_open_human_at IS NULL
    AND f.first_click_human_at IS NULL AND f.complained_at IS NULL AND f.unsubscribed_at IS NULL AND f.bounced_at IS NULL`,
  sent: `m.status = 'sent' AND (f.message_id IS NULL OR (f.delivered_at IS NULL AND f.first_open_human_at IS NULL
    AND f.first_click_human_at IS NULL AND f.complained_at IS NULL AND f.unsubscribed_at IS NULL AND f.bounced_at IS NULL))`,
}

/** Paged by the message's id; index message_source. */
export function selectRecipients(filter: {
  sourceId: string
  status: string | null
  q: string | null
  version?: number | null
  /** Of an automation: the node that sent it. */
  step?: string | null
  after: string | null
  limit: number
}): Statement {
  const values: unknown[] = [filter.sourceId, filter.limit]
  const put = (value: unknown) => `$${values.push(value)}`
  const conditions = [`m.source_id = $1`, `NOT m.is_test`]
  if (filter.status) conditions.push(SHOWN[filter.status] ?? `m.status = ${put(filter.status)}`)
  if (filter.q)
    conditions.push(`(m.to_email ILIKE ${put(`%${escapeLike(filter.q)}%`)} OR m.to_name ILIKE $${values.length})`)
  if (filter.version)
    conditions.push(
      `m.template_version_id = (SELECT v.id FROM mailroom.template_version v WHERE v.mailing_id = $1 AND v.number = ${put(filter.version)}::int)`,
    )
  if (filter.step) conditions.push(`m.node = ${put(filter.step)}`)
  if (filter.after) conditions.push(`m.id > ${put(filter.after)}::uuid`)
  return {
    text: `
      SELECT ${MESSAGE_COLUMNS}, CASE m.origin WHEN 'mailing' THEN m.variant ELSE 0 END AS variant, p.updated_at AS customer_changed_at,
        greatest(m.settled_at, m.planned_at, f.complained_at, f.unsubscribed_at, f.bounced_at, f.first_click_human_at,
          f.first_open_human_at, f.delivered_at) AS status_changed_at
      FROM ${MESSAGE_TABLES} LEFT JOIN mailroom.contact p ON p.id = m.contact_id
      WHERE ${conditions.join(" AND ")} ORDER BY m.id LIMIT $2`,
    values,
  }
}

/** True when complaints can come in at all: one came ever, from anybody. */
export function selectHasFeedback(): Statement {
  return {
    text: `SELECT EXISTS (SELECT 1 FROM mailroom.suppression WHERE reason = 'complaint' AND source <> 'smtp') AS has_feedback`,
    values: [],
  }
}

export type DomainRow = {
  domain: string
  sent: number
  delivered: number
  open: number
  click: number
  bounced: number
  complained: number
}

/** By receiving domain, the largest first; the small ones are one line without a name. Index message_source. */
export function selectReportDomains(sourceId: string, most: number): Statement {
  return {
    text: `
      WITH per_domain AS (
        SELECT lower(split_part(m.to_email, '@', 2)) AS domain, count(*) FILTER (WHERE m.status = 'sent')::int AS sent,
          count(f.delivered_at)::int AS delivered, count(f.first_open_human_at)::int AS open,
          count(f.first_click_human_at)::int AS click, count(f.bounced_at)::int AS bounced, count(f.complained_at)::int AS complained
        FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
        WHERE m.source_id = $1 AND NOT m.is_test AND m.to_email IS NOT NULL AND m.status IN ('sent', 'in_doubt', 'failed')
        GROUP BY 1
      ),
      ranked AS (SELECT *, row_number() OVER (ORDER BY sent DESC, domain) AS place FROM per_domain)
      SELECT CASE WHEN place <= $2 THEN domain ELSE '' END AS domain, sum(sent)::int AS sent, sum(delivered)::int AS delivered,
        sum(open)::int AS open, sum(click)::int AS click, sum(bounced)::int AS bounced, sum(complained)::int AS complained
      FROM ranked GROUP BY least(place, $2 + 1), 1 ORDER BY least(place, $2 + 1)`,
    values: [sourceId, most],
  }
}
