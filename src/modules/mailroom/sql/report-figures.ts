import type { Statement } from "../database"
import { orderWorth } from "./order-worth"

export type KeptRow<Figures> = { figures: Figures; counted_at: Date; took_ms: number; age_ms: number }

export function selectKept(sourceId: string): Statement {
  return {
    text: `SELECT figures, counted_at, took_ms, (extract(epoch FROM mailroom.now() - counted_at) * 1000)::float8 AS age_ms
           FROM mailroom.report_figure WHERE source_id = $1`,
    values: [sourceId],
  }
}

/** What was counted later stays, whoever is later to say so. */
export function keepFigures(sourceId: string, figures: object, tookMs: number): Statement {
  return {
    text: `
      INSERT INTO mailroom.report_figure AS f (source_id, figures, counted_at, took_ms)
      VALUES ($1, $2::jsonb, mailroom.now(), $3)
      ON CONFLICT (source_id) DO UPDATE SET figures = EXCLUDED.figures, counted_at = EXCLUDED.counted_at, took_ms = EXCLUDED.took_ms
      WHERE f.counted_at <= EXCLUDED.counted_at
      RETURNING counted_at`,
    values: [sourceId, JSON.stringify(figures), tookMs],
  }
}

export type DeviceRow = { device: string; people: number }

/** People by what they read on; only of those who agreed to tracking is there anything to count. */
export function selectReportDevices(sourceId: string): Statement {
  return {
    text: `
      SELECT coalesce(e.detail ->> 'device', 'unknown') AS device, count(DISTINCT e.message_id)::int AS people
      FROM mailroom.message m
      JOIN mailroom.message_fold f ON f.message_id = m.id AND (f.opens_human > 0 OR f.clicks_human > 0)
      JOIN mailroom.message_event e ON e.message_id = m.id AND e.classification = 'human' AND e.kind IN ('open', 'click')
      WHERE m.source_id = $1 AND NOT m.is_test GROUP BY 1 ORDER BY people DESC, device`,
    values: [sourceId],
  }
}

export type MeasuredMailing = {
  control_share: number
  credit: { by: string; days?: number; from?: string; to?: string }
  started_at: Date | null
  finished_at: Date | null
  now: Date
}

export function selectMeasured(mailingId: string): Statement {
  return {
    text: `SELECT control_share, credit, started_at, finished_at, mailroom.now() AS now FROM mailroom.mailing WHERE id = $1`,
    values: [mailingId],
  }
}

/** Null `since`: nobody of it was held out yet. Index: enrolment_entrants. */
export function selectMeasuredAutomation(id: string): Statement {
  return {
    text: `
      SELECT coalesce((a.settings ->> 'controlPercent')::int, 0) AS share,
        (SELECT min(e.entered_at) FROM mailroom.enrolment e
          WHERE e.automation_id = a.id AND e.state = 'refused' AND e.outcome = 'held_out') AS since
      FROM mailroom.automation a WHERE a.id = $1`,
    values: [id],
  }
}

export type GroupRow = { is_held: boolean; people: number; buyers: number; sum: number; squares: number }

/**
 * What both groups have spent between two moments, net of refunds. Whom the gate had refused while it was planned is in
 * neither: they would have got nothing, whatever the lot. Index purchase_order_contact.
 */
export function selectGroups(
  mailingId: string,
  measured: { currency: string | null; from: Date; until: Date },
): Statement {
  return {
    text: `
      SELECT m.reason IS NOT DISTINCT FROM 'control_group' AS is_held, count(*)::int AS people, count(o.net)::int AS buyers,
        coalesce(sum(o.net), 0)::float8 AS sum, coalesce(sum(o.net ^ 2), 0)::float8 AS squares
      FROM mailroom.message m
      LEFT JOIN LATERAL (
        SELECT sum(${orderWorth("p")}) AS net
        FROM mailroom.purchase_order p
        WHERE p.contact_id = m.contact_id AND p.placed_at >= $3 AND p.placed_at < $4 AND p.canceled_at IS NULL AND p.currency = $2
      ) o ON true
      WHERE m.source_id = $1 AND NOT m.is_test AND (m.reason IS NOT DISTINCT FROM 'control_group'
        OR (m.settled_at IS DISTINCT FROM m.planned_at AND m.reason IS DISTINCT FROM 'mailing_stopped'))
      GROUP BY 1`,
    values: [mailingId, measured.currency, measured.from, measured.until],
  }
}

/**
 * What both groups of an automation have spent in so many days after each person's first entry, from the moment on at which
 * somebody was held out. Everybody counts where the lot put them, whatever became of their mails. Index purchase_order_contact.
 */
export function selectAutomationGroups(
  automationId: string,
  measured: { currency: string | null; since: Date; days: number },
): Statement {
  return {
    text: `
      WITH first AS (
        SELECT DISTINCT ON (contact_id) contact_id, entered_at, state = 'refused' AS is_held
        FROM mailroom.enrolment
        WHERE automation_id = $1 AND contact_id IS NOT NULL AND entered_at >= $3 AND (state <> 'refused' OR outcome = 'held_out')
        ORDER BY contact_id, entered_at, id
      )
      SELECT f.is_held, count(*)::int AS people, count(o.net)::int AS buyers,
        coalesce(sum(o.net), 0)::float8 AS sum, coalesce(sum(o.net ^ 2), 0)::float8 AS squares
      FROM first f
      LEFT JOIN LATERAL (
        SELECT sum(${orderWorth("p")}) AS net
        FROM mailroom.purchase_order p
        WHERE p.contact_id = f.contact_id AND p.placed_at >= f.entered_at
          AND p.placed_at < f.entered_at + make_interval(days => $4) AND p.canceled_at IS NULL AND p.currency = $2
      ) o ON true
      GROUP BY 1`,
    values: [automationId, measured.currency, measured.since, measured.days],
  }
}
