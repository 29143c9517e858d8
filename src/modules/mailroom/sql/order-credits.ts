import type { CreditRule } from "../../../core/reports/credit-rule"
import type { Statement } from "../database"
import { orderWorth } from "./order-worth"

const MS = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

export type CreditableRow = {
  order_id: string
  placed_at: number
  candidates: {
    message_id: string
    source_id: string
    variant: number
    rule: CreditRule
    sent_at: number
    clicked_at: number[]
    is_code_used: boolean
  }[]
}

/** A code of one's own that the mail's automation minted, or one that stands in a coupon of what was sent. */
const CODE_USED = `cardinality(l.promotion_codes) > 0 AND (
          EXISTS (SELECT FROM mailroom.promotion_code p WHERE p.enrolment_id = m.enrolment_id AND p.code = ANY(l.promotion_codes))
          OR EXISTS (SELECT FROM mailroom.template_version v, jsonb_path_query(v.document, '$.**.code') shown, unnest(l.promotion_codes) used
            WHERE v.id = m.template_version_id AND upper(shown #>> '{}') = upper(used)))`

/**
 * Orders of the last days that are credited to no mail yet, with the marketing mails that their buyers clicked in before, or
 * got under a rule by range, or of which the order used a code. By indexes purchase_order_placed, message_contact and message_event_message; the cursor is
 * place and id of the order looked at last.
 */
export function selectCreditable(page: {
  days: number
  after: { placedAt: number; orderId: string } | null
  limit: number
}): Statement {
  return {
    text: `
      WITH looked AS (
        SELECT o.order_id, o.contact_id, o.placed_at, o.promotion_codes FROM mailroom.purchase_order o
        WHERE o.placed_at > mailroom.now() - make_interval(days => $1::int) AND o.contact_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM mailroom.order_credit c WHERE c.order_id = o.order_id)
          AND ($2::float8 IS NULL OR (${MS("o.placed_at")}, o.order_id) > ($2::float8, $3::text))
        ORDER BY ${MS("o.placed_at")}, o.order_id LIMIT $4
      )
      SELECT l.order_id, ${MS("l.placed_at")} AS placed_at, coalesce(found.candidates, '[]') AS candidates
      FROM looked l
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('message_id', m.id, 'source_id', m.source_id, 'variant', m.variant,
            'rule', coalesce(g.credit, '{"by": "click", "days": 5}'), 'sent_at', ${MS("m.settled_at")},
            'clicked_at', coalesce(clicks.at, '[]'), 'is_code_used', code.is_used)) AS candidates
        FROM mailroom.message m
        LEFT JOIN mailroom.mailing g ON g.id = m.source_id
        LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
        CROSS JOIN LATERAL (
          SELECT jsonb_agg(${MS("e.at")}) AS at FROM mailroom.message_event e
          WHERE f.first_click_human_at <= l.placed_at AND e.message_id = m.id AND e.kind = 'click' AND e.classification = 'human'
            AND e.at <= l.placed_at
        ) clicks
        CROSS JOIN LATERAL (SELECT ${CODE_USED} AS is_used) code
        WHERE m.contact_id = l.contact_id AND m.class = 'marketing' AND m.source_id IS NOT NULL AND NOT m.is_test
          AND m.status IN ('sent', 'in_doubt') AND m.settled_at <= l.placed_at
          AND (f.first_click_human_at <= l.placed_at OR g.credit ->> 'by' = 'range' OR code.is_used)
      ) found
      ORDER BY placed_at, l.order_id`,
    values: [page.days, page.after?.placedAt ?? null, page.after?.orderId ?? null, page.limit],
  }
}

export type Credit = {
  order_id: string
  source_id: string
  variant: number
  message_id: string
  clicked_at: string | null
}

/** One order, one credit: what another process wrote meanwhile stays. */
export function insertCredits(credits: Credit[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.order_credit (order_id, source_id, variant, message_id, clicked_at)
      SELECT order_id, source_id, variant, message_id, clicked_at
      FROM jsonb_to_recordset($1::jsonb)
        AS c (order_id text, source_id text, variant smallint, message_id uuid, clicked_at timestamptz)
      ON CONFLICT (order_id) DO NOTHING
      RETURNING order_id`,
    values: [JSON.stringify(credits)],
  }
}

export type RevenueRow = { currency: string; orders: number; net: string }

/** Net of tax, refunds and returns, as of now; a cancelled order is worth nothing. Currencies are not summed. */
export function selectRevenue(sourceId: string): Statement {
  return {
    text: `
      SELECT o.currency, count(*)::int AS orders,
        sum(${orderWorth("o")})::text AS net
      FROM mailroom.order_credit c JOIN mailroom.purchase_order o USING (order_id)
      WHERE c.source_id = $1 AND o.canceled_at IS NULL
      GROUP BY o.currency ORDER BY count(*) DESC, o.currency`,
    values: [sourceId],
  }
}

export type CreditOfOrderRow = {
  source_id: string
  name: string | null
  subject: string | null
  message_id: string
  clicked_at: Date | null
}

export function selectCreditOfOrder(orderId: string): Statement {
  return {
    text: `
      SELECT c.source_id, coalesce(g.name, a.name) AS name, g.subject, c.message_id, c.clicked_at
      FROM mailroom.order_credit c
      LEFT JOIN mailroom.mailing g ON g.id = c.source_id LEFT JOIN mailroom.automation a ON a.id = c.source_id
      WHERE c.order_id = $1`,
    values: [orderId],
  }
}

export function selectCreditRule(sourceId: string): Statement {
  return { text: `SELECT credit FROM mailroom.mailing WHERE id = $1`, values: [sourceId] }
}
