import type { Statement } from "../database"
import { orderWorth } from "./order-worth"

/** A node of an automation that sends mail. */
export type StepKey = { automation_id: string; node: string }

/**
 * The next free numbers of the automation. Another process may take one at the same time: then the row is left out, and
 * whoever asks again gets the number after it.
 */
export function insertSteps(steps: StepKey[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.automation_step (automation_id, node, number)
      SELECT w.automation_id, w.node,
        (SELECT coalesce(max(s.number), 0) FROM mailroom.automation_step s WHERE s.automation_id = w.automation_id)
          + row_number() OVER (PARTITION BY w.automation_id ORDER BY w.node)
      FROM jsonb_to_recordset($1::jsonb) AS w (automation_id text, node text)
      WHERE NOT EXISTS (SELECT FROM mailroom.automation_step s WHERE s.automation_id = w.automation_id AND s.node = w.node)
      ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(steps)],
  }
}

export function selectKnownSteps(steps: StepKey[]): Statement {
  return {
    text: `SELECT s.automation_id, s.node FROM mailroom.automation_step s
           JOIN jsonb_to_recordset($1::jsonb) AS w (automation_id text, node text) USING (automation_id, node)`,
    values: [JSON.stringify(steps)],
  }
}

export type StepRow = StepKey & {
  number: number
  /** The template's; null for a step that the live version does not have any more. */
  name: string | null
  place: number | null
  counters: Record<string, number> | null
  revenue: { currency: string; orders: number; net: string }[] | null
}

/**
 * The counters and the orders of each step, in the order of the live version: a step's number is the `variant` of its
 * mails, counters and credits.
 */
export function selectSteps(automationIds: string[]): Statement {
  return {
    text: `
      SELECT s.automation_id, s.node, s.number, live.name, live.place::int AS place, figures.counters, earned.revenue
      FROM mailroom.automation_step s
      LEFT JOIN LATERAL (
        SELECT t.name, n.place
        FROM mailroom.automation a JOIN mailroom.automation_version v ON v.id = a.live_version_id
        CROSS JOIN LATERAL jsonb_array_elements(v.nodes) WITH ORDINALITY AS n (node, place)
        LEFT JOIN mailroom.template t
          ON t.id = n.node #>> '{settings,template}' OR t.builtin_key = n.node #>> '{settings,template}'
        WHERE a.id = s.automation_id AND n.node ->> 'id' = s.node ORDER BY n.place LIMIT 1
      ) live ON true
      CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(k.kind, k.n) AS counters FROM (
          SELECT kind, sum(n)::float8 AS n FROM mailroom.counter
          WHERE source_id = s.automation_id AND variant = s.number GROUP BY kind) k
      ) figures
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('currency', r.currency, 'orders', r.orders, 'net', r.net) ORDER BY r.orders DESC, r.currency) AS revenue
        FROM (
          SELECT o.currency, count(*)::int AS orders, sum(${orderWorth("o")})::text AS net
          FROM mailroom.order_credit c JOIN mailroom.purchase_order o USING (order_id)
          WHERE c.source_id = s.automation_id AND c.variant = s.number AND o.canceled_at IS NULL GROUP BY o.currency
        ) r
      ) earned
      WHERE s.automation_id = ANY($1::text[])
      ORDER BY s.automation_id, live.place NULLS LAST, s.number`,
    values: [automationIds],
  }
}
