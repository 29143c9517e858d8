import type { Statement } from "../database"

/** What decides a recipient's price, for a batch of messages. Primary keys and index contact_customer_contact. */
export function selectPriceFacts(messageIds: string[]): Statement {
  return {
    text: `
      SELECT m.id, c.region_id, c.country, coalesce(g.ids, '{}') AS group_ids
      FROM unnest($1::uuid[]) AS asked(id)
      JOIN mailroom.message m ON m.id = asked.id
      LEFT JOIN mailroom.contact c ON c.id = m.contact_id
      LEFT JOIN LATERAL (
        SELECT array_agg(DISTINCT one) AS ids
        FROM mailroom.contact_customer k, unnest(k.group_ids) AS one WHERE k.contact_id = m.contact_id
      ) g ON true`,
    values: [messageIds],
  }
}

export type PriceFactsRow = { id: string; region_id: string | null; country: string | null; group_ids: string[] }

/** Index product_newest. */
export function selectNewestProducts(limit: number): Statement {
  return {
    text: `
      SELECT product_id AS id FROM mailroom.product WHERE deleted_at IS NULL AND status = 'published'
      ORDER BY coalesce(created_at, refreshed_at) DESC, product_id DESC LIMIT $1`,
    values: [limit],
  }
}

/** Most pieces sold in 90 days, returns taken off; index purchase_recent. */
export function selectBestSellers(limit: number): Statement {
  return {
    text: `
      SELECT p.product_id AS id
      FROM mailroom.purchase s
      JOIN mailroom.purchase_order o ON o.order_id = s.order_id AND o.canceled_at IS NULL
      JOIN mailroom.product p ON p.product_id = s.product_id
      WHERE s.placed_at > mailroom.now() - interval '90 days' AND p.deleted_at IS NULL AND p.status = 'published'
      GROUP BY p.product_id HAVING sum(s.quantity - s.returned_quantity) > 0
      ORDER BY sum(s.quantity - s.returned_quantity) DESC, p.product_id LIMIT $1`,
    values: [limit],
  }
}

/** Newest of a category or of those below it; index product_category. */
export function selectProductsOfCategory(categoryId: string, limit: number): Statement {
  return {
    text: `
      SELECT product_id AS id FROM mailroom.product
      WHERE category_ids @> ARRAY[$1] AND deleted_at IS NULL AND status = 'published'
      ORDER BY coalesce(created_at, refreshed_at) DESC, product_id DESC LIMIT $2`,
    values: [categoryId, limit],
  }
}

/** What could not be bought and can be again, latest first. */
export function selectRestocked(limit: number): Statement {
  return {
    text: `
      SELECT product_id AS id FROM mailroom.product
      WHERE restocked_at > mailroom.now() - interval '30 days' AND in_stock AND deleted_at IS NULL AND status = 'published'
      ORDER BY restocked_at DESC, product_id LIMIT $1`,
    values: [limit],
  }
}

/** One row per content, whoever comes first; the id either way. */
export function keepOfferSet(digest: Buffer, offers: unknown): Statement {
  return {
    text: `
      WITH made AS (
        INSERT INTO mailroom.offer_set (digest, offers) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING RETURNING id
      )
      SELECT id FROM made UNION ALL SELECT id FROM mailroom.offer_set WHERE digest = $1 LIMIT 1`,
    values: [digest, JSON.stringify(offers)],
  }
}

/** Which offers a batch of messages goes out with, so that their mails can be made again. */
export function setOfferSets(rows: { messageId: string; offerSetId: string }[]): Statement {
  return {
    text: `
      UPDATE mailroom.message_content c SET offer_set_id = x.set_id
      FROM unnest($1::uuid[], $2::uuid[]) AS x(id, set_id) JOIN mailroom.message m ON m.id = x.id
      WHERE c.message_id = m.id AND c.planned_at = m.planned_at`,
    values: [rows.map(({ messageId }) => messageId), rows.map(({ offerSetId }) => offerSetId)],
  }
}

export function selectOffersOf(messageId: string): Statement {
  return {
    text: `
      SELECT o.offers FROM mailroom.message m
      JOIN mailroom.message_content c ON c.message_id = m.id AND c.planned_at = m.planned_at
      JOIN mailroom.offer_set o ON o.id = c.offer_set_id
      WHERE m.id = $1`,
    values: [messageId],
  }
}

export type ProductChoiceRow = { id: string; title: string; thumbnail: string | null; status: string }

/** For the picker: by name or by ids; published first. A shop's products are few enough to be read through. */
export function selectProductChoices({
  q,
  ids,
  limit,
}: {
  q: string | null
  ids: string[] | null
  limit: number
}): Statement {
  return {
    text: `
      SELECT product_id AS id, title, thumbnail, status FROM mailroom.product
      WHERE deleted_at IS NULL AND ($1::text[] IS NULL OR product_id = ANY($1))
        AND ($2::text IS NULL OR title ILIKE '%' || $2 || '%' OR handle ILIKE '%' || $2 || '%')
      ORDER BY status <> 'published', lower(title), product_id LIMIT $3`,
    values: [ids, q?.replace(/[\\%_]/g, "\\$&") ?? null, limit],
  }
}
