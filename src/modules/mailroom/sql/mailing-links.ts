import type { MailingState } from "../../../core/mailings/mailing"
import type { Statement } from "../database"

export type LinkKind = "product" | "order"
export type MailingLinkRow = { kind: LinkKind; ref_id: string; is_by_hand: boolean; label: string | null }

/** With the product's title or the order's number, as the shop has them now. */
export function selectMailingLinks(mailingId: string): Statement {
  return {
    text: `
      SELECT l.kind, l.ref_id, l.is_by_hand, coalesce(p.title, '#' || o.display_id) AS label
      FROM mailroom.mailing_link l
      LEFT JOIN mailroom.product p ON l.kind = 'product' AND p.product_id = l.ref_id
      LEFT JOIN mailroom.purchase_order o ON l.kind = 'order' AND o.order_id = l.ref_id
      WHERE l.mailing_id = $1 ORDER BY l.kind DESC, l.created_at, l.ref_id`,
    values: [mailingId],
  }
}

/** Those that stand in its blocks now; what was chosen by hand stays. */
export function keepShownProducts(mailingId: string, productIds: string[]): Statement {
  return {
    text: `
      WITH gone AS (
        DELETE FROM mailroom.mailing_link
        WHERE mailing_id = $1 AND kind = 'product' AND NOT is_by_hand AND NOT ref_id = ANY($2::text[])
      )
      INSERT INTO mailroom.mailing_link (mailing_id, kind, ref_id, is_by_hand)
      SELECT $1, 'product', id, false FROM unnest($2::text[]) AS shown (id)
      ON CONFLICT DO NOTHING`,
    values: [mailingId, productIds],
  }
}

/** Nothing is returned for what the shop does not have. */
export function insertMailingLink(mailingId: string, kind: LinkKind, refId: string): Statement {
  return {
    text: `
      INSERT INTO mailroom.mailing_link (mailing_id, kind, ref_id, is_by_hand)
      SELECT $1, $2, $3, true
      WHERE CASE WHEN $2 = 'product' THEN EXISTS (SELECT FROM mailroom.product WHERE product_id = $3)
        ELSE EXISTS (SELECT FROM mailroom.purchase_order WHERE order_id = $3) END
      ON CONFLICT (mailing_id, kind, ref_id) DO UPDATE SET is_by_hand = true RETURNING ref_id`,
    values: [mailingId, kind, refId],
  }
}

export function deleteMailingLink(mailingId: string, kind: LinkKind, refId: string): Statement {
  return {
    text: `
      DELETE FROM mailroom.mailing_link WHERE mailing_id = $1 AND kind = $2 AND ref_id = $3 AND is_by_hand
      RETURNING ref_id`,
    values: [mailingId, kind, refId],
  }
}

export function copyMailingLinks(from: string, to: string): Statement {
  return {
    text: `
      INSERT INTO mailroom.mailing_link (mailing_id, kind, ref_id, is_by_hand)
      SELECT $2, kind, ref_id, true FROM mailroom.mailing_link WHERE mailing_id = $1 AND is_by_hand
      ON CONFLICT (mailing_id, kind, ref_id) DO UPDATE SET is_by_hand = true`,
    values: [from, to],
  }
}

export type LinkedMailingRow = {
  id: string
  kind: string
  name: string | null
  subject: string
  state: MailingState
  scheduled_at: Date | null
  started_at: Date | null
  created_at: Date
  is_by_hand: boolean
}

/** The mailings about one product or order, the latest first; index mailing_link_ref. */
export function selectMailingsOf(kind: LinkKind, refId: string, limit: number): Statement {
  return {
    text: `
      SELECT m.id, m.kind, m.name, m.subject, m.state, m.scheduled_at, m.started_at, m.created_at, l.is_by_hand
      FROM mailroom.mailing_link l JOIN mailroom.mailing m ON m.id = l.mailing_id
      WHERE l.kind = $1 AND l.ref_id = $2 AND m.archived_at IS NULL
      ORDER BY coalesce(m.started_at, m.scheduled_at, m.created_at) DESC, m.id LIMIT $3`,
    values: [kind, refId, limit],
  }
}
