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

export type LatestRow = {
  order_id: string | null
  cart_id: string | null
  customer_id: string | null
  product_id: string | null
}

/** What a person ordered, left in a cart and bought last; each null where there is nothing. One row. */
export function selectLatestOf(contactId: string): Statement {
  return {
    text: `SELECT
        (SELECT order_id FROM mailroom.purchase_order WHERE contact_id = $1 ORDER BY placed_at DESC, order_id LIMIT 1) AS order_id,
        (SELECT cart_id FROM mailroom.cart WHERE contact_id = $1 ORDER BY last_activity_at DESC, cart_id LIMIT 1) AS cart_id,
        (SELECT customer_id FROM mailroom.contact_customer WHERE contact_id = $1 ORDER BY has_account DESC, customer_id LIMIT 1)
          AS customer_id,
        (SELECT p.product_id FROM mailroom.purchase p JOIN mailroom.product d ON d.product_id = p.product_id AND d.deleted_at IS NULL
          WHERE p.contact_id = $1 ORDER BY p.placed_at DESC, p.line_id LIMIT 1) AS product_id`,
    values: [contactId],
  }
}

/** What a clock of a trigger finds, each occurrence once. */
export type PastRow = { occurrence_key: string; contact_id: string | null; payload: Record<string, unknown>; at: Date }

/** `candidates` is what the trigger's clock asks of a window: here the window is the whole past time. Oldest first. */
export function selectPast(candidates: Statement, limit: number): Statement {
  return {
    text: `SELECT * FROM (
             SELECT DISTINCT ON (occurrence_key) occurrence_key, contact_id, payload, at FROM (${candidates.text}) c
              ORDER BY occurrence_key, at) k
            ORDER BY at, occurrence_key LIMIT $${candidates.values.length + 1}`,
    values: [...candidates.values, limit],
  }
}

/** The first ones of a segment, always the same. */
export function selectSomeMembers(members: Statement, limit: number): Statement {
  return {
    text: `SELECT id FROM (${members.text}) m ORDER BY id LIMIT $${members.values.length + 1}`,
    values: [...members.values, limit],
  }
}

/** What orders in this currency were usually worth lately; null: there were none. Index purchase_order_placed. */
export function selectUsualOrder(currency: string): Statement {
  return {
    text: `SELECT round(avg(total), 2)::float8 AS worth FROM mailroom.purchase_order
            WHERE placed_at >= mailroom.now() - interval '90 days' AND lower(currency) = lower($1) AND canceled_at IS NULL`,
    values: [currency],
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

/** When these people really got marketing mails that count for the cap, but for the automation's own. Index message_contact. */
export function selectCountedMails(asked: { contactIds: string[]; automationId: string; days: number }): Statement {
  return {
    text: `SELECT contact_id, array_agg(extract(epoch FROM coalesce(settled_at, planned_at))::float8 * 1000) AS at
             FROM mailroom.message
            WHERE contact_id = ANY($1::uuid[]) AND source_id IS DISTINCT FROM $2 AND class = 'marketing' AND origin <> 'direct' AND NOT is_test
              AND status IN ('sent', 'in_doubt') AND id > mailroom.uuidv7(mailroom.now() - make_interval(days => $3))
            GROUP BY contact_id`,
    values: [asked.contactIds, asked.automationId, asked.days],
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
