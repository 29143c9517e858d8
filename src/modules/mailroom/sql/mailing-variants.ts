import type { AbResult } from "../../../core/mailings/ab-result"
import type { Statement } from "../database"
import { orderWorth } from "./order-worth"

export type VariantRow = {
  variant: number
  subject: string
  preheader: string
  sender_id: string | null
  due_at: Date | null
  template_version_id: string
}

export type StartedVariant = Omit<VariantRow, "due_at"> & { document: Record<string, unknown>; due_at: string | null }

export function insertVariants(mailingId: string, variants: StartedVariant[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.mailing_variant (mailing_id, variant, subject, preheader, document, sender_id, due_at, template_version_id)
      SELECT $1, variant, subject, preheader, document, sender_id, due_at, template_version_id
      FROM jsonb_to_recordset($2::jsonb) AS v (variant smallint, subject text, preheader text, document jsonb, sender_id text,
        due_at timestamptz, template_version_id uuid)
      ON CONFLICT DO NOTHING`,
    values: [mailingId, JSON.stringify(variants)],
  }
}

/** How the audience is cut: whoever comes first in the order of the hash gets nothing, then come those of the test. */
export function setParts(
  mailingId: string,
  parts: { shuffleKey: string; controlRows: number; testRows: number | null },
): Statement {
  return {
    text: `UPDATE mailroom.mailing SET shuffle_key = $2, control_rows = $3, test_rows = $4 WHERE id = $1`,
    values: [mailingId, parts.shuffleKey, parts.controlRows, parts.testRows],
  }
}

export type VariantText = Pick<VariantRow, "variant" | "sender_id" | "template_version_id">

/** The first variant of each text. */
export function selectVariantTexts(mailingId: string): Statement {
  return {
    text: `
      SELECT min(variant)::int AS variant, sender_id, (array_agg(template_version_id ORDER BY variant))[1] AS template_version_id
      FROM mailroom.mailing_variant WHERE mailing_id = $1
      GROUP BY subject, preheader, sender_id, document ORDER BY 1`,
    values: [mailingId],
  }
}

export function selectVariants(mailingId: string): Statement {
  return {
    text: `SELECT variant, subject, preheader, sender_id, due_at, template_version_id FROM mailroom.mailing_variant
           WHERE mailing_id = $1 ORDER BY variant`,
    values: [mailingId],
  }
}

/** The waiting time begins when each mail of the test was tried once: one full mailbox must not keep the rest waiting. */
export function markTestSent(mailingId: string, laneId: number): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET test_sent_at = mailroom.now()
      WHERE id = $1 AND test_sent_at IS NULL AND NOT EXISTS (SELECT FROM mailroom.delivery WHERE lane_id = $2 AND attempts = 0)
      RETURNING id`,
    values: [mailingId, laneId],
  }
}

export function selectIsOver(mailingId: string, waitHours: number): Statement {
  return {
    text: `SELECT test_sent_at + make_interval(hours => $2::int) <= mailroom.now() AS is_over FROM mailroom.mailing WHERE id = $1`,
    values: [mailingId, waitHours],
  }
}

/**
 * The chosen variant becomes the mailing, so that the rest, the list and the browser version are of one kind. Once: the
 * second of two clicks finds a result. A paused mailing stays paused.
 */
export function chooseVariant(mailingId: string, result: AbResult, restDueAt: Date | null): Statement {
  return {
    text: `
      UPDATE mailroom.mailing m SET ab_result = $3::jsonb, rest_due_at = $4, subject = v.subject, preheader = v.preheader,
        document = v.document, sender_id = v.sender_id, template_version_id = v.template_version_id,
        revision = m.revision + 1, updated_at = mailroom.now(), state = CASE WHEN m.state = 'sending' THEN 'planning' ELSE m.state END
      FROM mailroom.mailing_variant v
      WHERE m.id = $1 AND v.mailing_id = m.id AND v.variant = $2 AND m.ab_result IS NULL AND m.test_rows IS NOT NULL
        AND m.state IN ('planning', 'sending', 'paused')
      RETURNING m.id`,
    values: [mailingId, result.chosen, JSON.stringify(result), restDueAt],
  }
}

export type VariantCounters = { variant: number; counters: Record<string, number> }

/** By variant, 0 = the rest; a few rows per hour of the dispatch, however many people and events there are. */
export function selectVariantCounters(mailingId: string): Statement {
  return {
    text: `
      SELECT variant, jsonb_object_agg(kind, n) AS counters FROM (
        SELECT variant, kind, sum(n)::float8 AS n FROM mailroom.counter
        WHERE source_id = $1 AND position(':' IN kind) = 0 GROUP BY variant, kind
      ) k GROUP BY variant ORDER BY variant`,
    values: [mailingId],
  }
}

export type VariantOrders = { variant: number; people: number; hits: number; sum: number; squares: number }

/** What the people of the test have bought since their mail left, clicked or not. Index purchase_order_contact. */
export function selectVariantOrders(mailingId: string, currency: string | null): Statement {
  return {
    text: `
      SELECT m.variant, count(*)::int AS people, count(o.net)::int AS hits, coalesce(sum(o.net), 0)::float8 AS sum,
        coalesce(sum(o.net ^ 2), 0)::float8 AS squares
      FROM mailroom.message m
      LEFT JOIN LATERAL (
        SELECT sum(${orderWorth("p")}) AS net
        FROM mailroom.purchase_order p
        WHERE p.contact_id = m.contact_id AND p.placed_at >= m.settled_at AND p.canceled_at IS NULL
          AND ($2::text IS NULL OR p.currency = $2)
      ) o ON true
      WHERE m.source_id = $1 AND m.variant > 0 AND NOT m.is_test AND m.status IN ('sent', 'in_doubt')
      GROUP BY m.variant ORDER BY m.variant`,
    values: [mailingId, currency],
  }
}

/** The one that most of the last orders were in. */
export function selectMainCurrency(): Statement {
  return {
    text: `
      SELECT currency FROM (SELECT currency FROM mailroom.purchase_order ORDER BY placed_at DESC LIMIT 1000) last
      GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1`,
    values: [],
  }
}

export type UsualRow = {
  sent: number
  tracked: number
  open: number
  click: number
  orders: number
  spread: number | null
}

/** What the last twenty mailings of half a year have brought, and how much orders differ. Counters and credits only. */
export function selectUsual(): Statement {
  return {
    text: `
      WITH past AS MATERIALIZED (
        SELECT id FROM mailroom.mailing WHERE started_at > mailroom.now() - interval '180 days' ORDER BY started_at DESC LIMIT 20
      ),
      counted AS (
        SELECT sum(n) FILTER (WHERE kind = 'sent') AS sent, sum(n) FILTER (WHERE kind = 'tracked') AS tracked,
          sum(n) FILTER (WHERE kind = 'open_human') AS open, sum(n) FILTER (WHERE kind = 'click_human') AS click
        FROM mailroom.counter WHERE source_id IN (SELECT id FROM past)
      )
      SELECT coalesce(c.sent, 0)::float8 AS sent, coalesce(c.tracked, 0)::float8 AS tracked, coalesce(c.open, 0)::float8 AS open,
        coalesce(c.click, 0)::float8 AS click,
        (SELECT count(*)::float8 FROM mailroom.order_credit WHERE source_id IN (SELECT id FROM past)) AS orders,
        (SELECT (stddev_samp(net_total) / nullif(avg(net_total), 0))::float8 FROM (
          SELECT net_total FROM mailroom.purchase_order WHERE canceled_at IS NULL ORDER BY placed_at DESC LIMIT 1000) o) AS spread
      FROM counted c`,
    values: [],
  }
}
