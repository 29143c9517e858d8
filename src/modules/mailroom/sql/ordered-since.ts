import type { Statement } from "../database"

/**
 * Which of these people have ordered since then, under whichever address of the same customer; what was cancelled does not
 * count. Indexes: purchase_order_contact, purchase_order_customer.
 */
export function selectOrderedSince(asked: { id: string; contactId: string; since: string }[]): Statement {
  return {
    text: `SELECT q.id FROM json_to_recordset($1::json) AS q(id text, "contactId" uuid, since timestamptz)
            WHERE EXISTS (SELECT FROM mailroom.purchase_order o
              WHERE o.placed_at >= q.since AND o.canceled_at IS NULL AND (o.contact_id = q."contactId" OR o.customer_id = ANY (
                ARRAY(SELECT x.customer_id FROM mailroom.contact_customer x WHERE x.contact_id = q."contactId"))))`,
    values: [JSON.stringify(asked)],
  }
}
