import type { Statement } from "../database"

export type PromotionCodeRow = {
  id: string
  key: string
  code: string
  promotion_id: string | null
  state: "reserved" | "minted" | "redeemed" | "removed"
  terms: Record<string, unknown>
  expires_at: Date | null
}

const COLUMNS = "id, key, code, promotion_id, state, terms, expires_at"

export function selectPromotionCode(key: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.promotion_code WHERE key = $1`, values: [key] }
}

/**
 * Takes a code's cost from the ceiling and writes the code down, in one statement: two processes cannot both take the last
 * of it. Answers nothing when the ceiling is reached. The caller has made sure, under its lease, that the key is new.
 */
export function reservePromotionCode(row: {
  key: string
  code: string
  automationId: string
  node: string
  enrolmentId: string | null
  contactId: string | null
  terms: Record<string, unknown>
  cost: number
  ceiling: number | null
  currency: string
  expiresAt: Date
}): Statement {
  return {
    text: `WITH taken AS (
             INSERT INTO mailroom.promotion_budget AS b (automation_id, node, codes, cost)
             SELECT $3, $4, 1, $8::numeric WHERE $9::numeric IS NULL OR $8::numeric <= $9::numeric
             ON CONFLICT (automation_id, node) DO UPDATE SET codes = b.codes + 1, cost = b.cost + excluded.cost
              WHERE $9::numeric IS NULL OR b.cost + excluded.cost <= $9::numeric
             RETURNING 1
           )
           INSERT INTO mailroom.promotion_code
             (key, code, automation_id, node, enrolment_id, contact_id, state, terms, cost, currency, expires_at)
           SELECT $1, $2, $3, $4, $5, $6, 'reserved', $7::jsonb, $8::numeric, $10, $11 FROM taken
           RETURNING ${COLUMNS}`,
    values: [
      row.key,
      row.code,
      row.automationId,
      row.node,
      row.enrolmentId,
      row.contactId,
      JSON.stringify(row.terms),
      row.cost,
      row.ceiling,
      row.currency,
      row.expiresAt,
    ],
  }
}

export function markMinted(key: string, promotionId: string): Statement {
  return {
    text: `UPDATE mailroom.promotion_code SET state = 'minted', promotion_id = $2, minted_at = mailroom.now()
            WHERE key = $1 AND state = 'reserved'`,
    values: [key, promotionId],
  }
}

/** The codes that mails to these entrants may show: the newest of each that can still be used. Index: promotion_code_enrolment. */
export function selectUsableCodes(enrolmentIds: string[]): Statement {
  return {
    text: `SELECT DISTINCT ON (enrolment_id) enrolment_id, code, terms, expires_at FROM mailroom.promotion_code
            WHERE enrolment_id = ANY($1::uuid[]) AND state = 'minted' AND expires_at > mailroom.now()
            ORDER BY enrolment_id, created_at DESC, id DESC`,
    values: [enrolmentIds],
  }
}

/**
 * Codes whose use the shop is asked for now: of people who have ordered since the last look, and the others once an hour.
 * Never looked at first. Index: promotion_code_check.
 */
export function selectCodesToCheck(limit: number): Statement {
  return {
    text: `SELECT c.id, c.code FROM mailroom.promotion_code c
            WHERE c.state = 'minted' AND (c.checked_at IS NULL OR c.checked_at < mailroom.now() - interval '1 hour'
               OR EXISTS (SELECT FROM mailroom.purchase_order o
                           WHERE o.contact_id = c.contact_id AND o.placed_at >= c.checked_at - interval '1 minute'
                             AND c.checked_at < mailroom.now() - interval '30 seconds'))
            ORDER BY c.checked_at NULLS FIRST LIMIT $1`,
    values: [limit],
  }
}

export function markChecked(ids: string[], redeemedCodes: string[]): Statement {
  return {
    text: `UPDATE mailroom.promotion_code
              SET checked_at = mailroom.now(), state = CASE WHEN code = ANY($2) THEN 'redeemed' ELSE state END,
                  redeemed_at = CASE WHEN code = ANY($2) THEN mailroom.now() ELSE redeemed_at END
            WHERE id = ANY($1::uuid[]) AND state = 'minted'`,
    values: [ids, redeemedCodes],
  }
}

export function selectUnusedCodes(codes: string[]): Statement {
  return { text: `SELECT code FROM mailroom.promotion_code WHERE code = ANY($1) AND state = 'minted'`, values: [codes] }
}

/** Found out by the way; the next look at the shop need not come first. */
export function markUsed(codes: string[]): Statement {
  return {
    text: `UPDATE mailroom.promotion_code
              SET state = 'redeemed', redeemed_at = mailroom.now(), checked_at = mailroom.now()
            WHERE code = ANY($1) AND state = 'minted'`,
    values: [codes],
  }
}

/** Mails that leave without their code: so they are kept, too, with the reason on record. */
export function takeCodesOut(messageIds: string[]): Statement {
  return {
    text: `WITH less AS (
             UPDATE mailroom.message_content c SET context = c.context - 'promotion'
               FROM mailroom.message m
              WHERE m.id = ANY($1::uuid[]) AND c.message_id = m.id AND c.planned_at = m.planned_at AND c.context ? 'promotion'
             RETURNING m.source_id, m.enrolment_id, m.contact_id, m.node
           )
           INSERT INTO mailroom.decision (source_id, enrolment_id, contact_id, node, verdict, reason)
           SELECT source_id, enrolment_id, contact_id, node, 'skipped', 'code_used' FROM less WHERE source_id IS NOT NULL`,
    values: [messageIds],
  }
}

/** Over for a day, as far as anybody knows unused: an order that was being placed has been seen by then. */
export function selectExpiredCodes(limit: number): Statement {
  return {
    text: `SELECT id, code, promotion_id FROM mailroom.promotion_code
            WHERE state IN ('reserved', 'minted') AND expires_at < mailroom.now() - interval '1 day'
            ORDER BY expires_at LIMIT $1`,
    values: [limit],
  }
}

/** What they would have cost may be given to others. */
export function markRemoved(ids: string[]): Statement {
  return {
    text: `WITH gone AS (
             UPDATE mailroom.promotion_code SET state = 'removed', removed_at = mailroom.now()
              WHERE id = ANY($1::uuid[]) AND state IN ('reserved', 'minted') RETURNING automation_id, node, cost
           ), sums AS (
             SELECT automation_id, node, count(*)::int AS codes, sum(cost) AS cost FROM gone GROUP BY automation_id, node
           )
           UPDATE mailroom.promotion_budget b SET codes = b.codes - s.codes, cost = b.cost - s.cost
             FROM sums s WHERE b.automation_id = s.automation_id AND b.node = s.node`,
    values: [ids],
  }
}

export type PromotionFigures = { node: string; minted: number; redeemed: number; removed: number; cost: string }

export function selectPromotionFigures(automationId: string): Statement {
  return {
    text: `SELECT c.node, count(*) FILTER (WHERE c.state = 'minted')::int AS minted,
                  count(*) FILTER (WHERE c.state = 'redeemed')::int AS redeemed,
                  count(*) FILTER (WHERE c.state = 'removed')::int AS removed,
                  coalesce((SELECT b.cost FROM mailroom.promotion_budget b
                             WHERE b.automation_id = $1 AND b.node = c.node), 0)::text AS cost
             FROM mailroom.promotion_code c WHERE c.automation_id = $1 GROUP BY c.node ORDER BY c.node`,
    values: [automationId],
  }
}
