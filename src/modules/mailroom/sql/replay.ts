import type { Statement } from "../database"
import type { TriggerRow } from "./triggers"

export type PastEvent = Pick<TriggerRow, "id" | "event" | "occurrence_key" | "payload" | "source" | "occurred_at">

/**
 * What came into the inbox in the last days, oldest first; with `contactId` only what that person brought, by an own event
 * or an order. No index by time: the inbox is kept short by retention.
 */
export function selectPastEvents(asked: {
  events: string[]
  days: number
  limit: number
  contactId?: string
}): Statement {
  return {
    text: `SELECT id, event, occurrence_key, payload, source, occurred_at FROM mailroom.trigger_event t
            WHERE event = ANY($1) AND occurred_at >= mailroom.now() - make_interval(days => $2)
              AND ($4::uuid IS NULL OR t.payload->>'contact_id' = $4::text OR EXISTS (
                SELECT 1 FROM mailroom.purchase_order o
                 WHERE o.contact_id = $4::uuid AND o.order_id = coalesce(t.payload->>'order_id', t.payload->>'id'))
                OR EXISTS (SELECT 1 FROM mailroom.cart c
                 WHERE c.contact_id = $4::uuid AND c.cart_id = t.payload->>'id'))
            ORDER BY occurred_at, id LIMIT $3`,
    values: [asked.events, asked.days, asked.limit, asked.contactId ?? null],
  }
}

/** What the automation really sent to shoppers in these days. Index: message_source. */
export function selectReallySent(automationId: string, days: number): Statement {
  return {
    text: `SELECT e.occurrence_key, m.node, m.status, m.planned_at FROM mailroom.message m
             JOIN mailroom.enrolment e ON e.id = m.enrolment_id
            WHERE m.source_id = $1 AND m.planned_at >= mailroom.now() - make_interval(days => $2) AND NOT m.is_test
              AND m.kind <> 'owner_copy' ORDER BY m.planned_at, m.id`,
    values: [automationId, days],
  }
}

/** Other automations and mailings that mailed the same people in these days. */
export function selectOverlap(asked: { contactIds: string[]; automationId: string; days: number }): Statement {
  return {
    text: `SELECT coalesce(a.name, g.name, nullif(g.subject, ''), m.source_id) AS name, m.source_id,
                  count(DISTINCT m.contact_id)::int AS people, count(*)::int AS mails
             FROM mailroom.message m LEFT JOIN mailroom.automation a ON a.id = m.source_id
             LEFT JOIN mailroom.mailing g ON g.id = m.source_id
            WHERE m.contact_id = ANY($1::uuid[]) AND m.source_id <> $2 AND m.status IN ('sent', 'in_doubt')
              AND m.planned_at >= mailroom.now() - make_interval(days => $3) AND NOT m.is_test
            GROUP BY 1, 2 ORDER BY people DESC, 1 LIMIT 20`,
    values: [asked.contactIds, asked.automationId, asked.days],
  }
}
