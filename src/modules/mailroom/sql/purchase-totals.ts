import type { Statement } from "../database"

export function selectContactsOfOrders(orderIds: string[]): Statement {
  return {
    text: `SELECT DISTINCT contact_id FROM mailroom.purchase_order
           WHERE order_id = ANY($1::text[]) AND contact_id IS NOT NULL`,
    values: [orderIds],
  }
}

/**
 * What these people bought, per currency, counted anew from their orders (index purchase_order_contact): cancelled orders
 * do not count, a refund takes its share of the net total away. In the order of ids, so that two batches cannot lock each
 * other out.
 */
export function refreshPurchaseTotals(contactIds: string[]): Statement {
  return {
    text: `
      WITH counted AS MATERIALIZED (
        SELECT contact_id, currency, count(*)::int AS order_count,
          sum(net_total - net_total * least(coalesce(refunded_total / nullif(total, 0), 0), 1)) AS net_spend,
          min(placed_at) AS first_order_at, max(placed_at) AS last_order_at
        FROM mailroom.purchase_order
        WHERE contact_id = ANY($1::uuid[]) AND canceled_at IS NULL
        GROUP BY contact_id, currency
      ),
      gone AS (
        DELETE FROM mailroom.contact_purchase_total t WHERE t.contact_id = ANY($1::uuid[])
          AND NOT EXISTS (SELECT FROM counted c WHERE c.contact_id = t.contact_id AND c.currency = t.currency)
      )
      INSERT INTO mailroom.contact_purchase_total AS t (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
      SELECT contact_id, currency, order_count, net_spend, first_order_at, last_order_at
      FROM counted ORDER BY contact_id, currency
      ON CONFLICT (contact_id, currency) DO UPDATE SET order_count = EXCLUDED.order_count, net_spend = EXCLUDED.net_spend,
        first_order_at = EXCLUDED.first_order_at, last_order_at = EXCLUDED.last_order_at
      WHERE (t.order_count, t.net_spend, t.first_order_at, t.last_order_at)
        IS DISTINCT FROM (EXCLUDED.order_count, EXCLUDED.net_spend, EXCLUDED.first_order_at, EXCLUDED.last_order_at)`,
    values: [contactIds],
  }
}
