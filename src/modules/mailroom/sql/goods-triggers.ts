import type { Statement } from "../database"
import type { Window } from "./site-triggers"

/** Orders with one of these products, or of these categories; index purchase_order_placed. No ids: any. */
export function selectBought(kind: "item" | "category", ids: string[], { after, until }: Window): Statement {
  const about = kind === "item" ? "p.product_id = ANY($1)" : "d.category_ids && $1"
  return {
    text: `
      SELECT o.order_id AS occurrence_key, o.contact_id, jsonb_build_object('order_id', o.order_id) AS payload, o.placed_at AS at
      FROM mailroom.purchase_order o
      WHERE o.placed_at > $2 AND o.placed_at <= $3 AND o.canceled_at IS NULL AND (cardinality($1::text[]) = 0 OR EXISTS (
        SELECT FROM mailroom.purchase p LEFT JOIN mailroom.product d ON d.product_id = p.product_id
        WHERE p.order_id = o.order_id AND ${about}))`,
    values: [ids, after, until],
  }
}

/** Remembers what lies in open carts, with when it was seen there first; index cart_open. */
export function noteCartProducts({ after }: { after: Date }): Statement {
  return {
    text: `
      INSERT INTO mailroom.cart_product (cart_id, product_id, seen_at)
      SELECT k.cart_id, p.product_id, k.last_activity_at FROM mailroom.cart k CROSS JOIN LATERAL unnest(k.product_ids) AS p(product_id)
      WHERE k.completed_at IS NULL AND k.abandoned_at IS NULL AND k.email_norm IS NOT NULL AND k.last_activity_at > $1
      ON CONFLICT DO NOTHING`,
    values: [after],
  }
}

/** Products that came into open carts of known people: one occurrence per cart and product. */
export function selectAddedToCarts(ids: string[], { after, until }: Window): Statement {
  return {
    text: `
      SELECT concat_ws(':', x.cart_id, x.product_id) AS occurrence_key, k.contact_id,
        jsonb_build_object('cart_id', x.cart_id, 'product_id', x.product_id) AS payload, x.seen_at AS at
      FROM mailroom.cart_product x JOIN mailroom.cart k ON k.cart_id = x.cart_id
      WHERE x.seen_at > $2 AND x.seen_at <= $3 AND k.contact_id IS NOT NULL
        AND (cardinality($1::text[]) = 0 OR x.product_id = ANY($1))`,
    values: [ids, after, until],
  }
}

/** Who cares for a product (x.product_id): asked to be told, looked at it lately, has it in an open cart. */
const INTERESTED = {
  asked: `SELECT r.contact_id FROM mailroom.stock_request r WHERE r.product_id = x.product_id AND r.told_at IS NULL`,
  viewed: `SELECT v.contact_id FROM mailroom.visit v
    WHERE v.kind = 'product' AND v.subject_id = x.product_id AND v.at > mailroom.now() - interval '60 days'`,
  in_cart: `SELECT k.contact_id FROM mailroom.cart k
    WHERE k.completed_at IS NULL AND k.contact_id IS NOT NULL AND x.product_id = ANY(k.product_ids)
      AND k.last_activity_at > mailroom.now() - interval '60 days'`,
} as const
export type People = keyof typeof INTERESTED | "interested"

const peopleOf = (people: People): string =>
  people === "interested" ? Object.values(INTERESTED).join(" UNION ") : INTERESTED[people]

/** People who are to be told that a product is back: one occurrence per person, product and return. */
export function selectRestocked(asked: { ids: string[]; people: People } & Window): Statement {
  return {
    text: `
      SELECT concat_ws(':', x.product_id, p.contact_id, (extract(epoch FROM x.restocked_at))::bigint) AS occurrence_key, p.contact_id,
        jsonb_build_object('product_id', x.product_id) AS payload, x.restocked_at AS at
      FROM mailroom.product x CROSS JOIN LATERAL (${peopleOf(asked.people)}) p
      WHERE x.restocked_at > $2 AND x.restocked_at <= $3 AND x.in_stock AND x.status = 'published' AND x.deleted_at IS NULL
        AND (cardinality($1::text[]) = 0 OR x.product_id = ANY($1))`,
    values: [asked.ids, asked.after, asked.until],
  }
}

/** A wish to be told is answered once, by the first return of the product after it. */
export function answerStockRequests({ until }: { until: Date }): Statement {
  return {
    text: `
      UPDATE mailroom.stock_request r SET told_at = mailroom.now() FROM mailroom.product x
      WHERE x.product_id = r.product_id AND r.told_at IS NULL AND x.in_stock AND x.restocked_at > r.asked_at AND x.restocked_at <= $1`,
    values: [until],
  }
}

/**
 * People who are to be told that a product costs less: where they buy, else in whichever region it became cheaper by the
 * most. One occurrence per person, product and change.
 */
export function selectCheaper(asked: { ids: string[]; people: People; percent: number } & Window): Statement {
  return {
    text: `
      SELECT DISTINCT ON (x.product_id, p.contact_id)
        concat_ws(':', x.product_id, p.contact_id, (extract(epoch FROM x.changed_at))::bigint) AS occurrence_key, p.contact_id,
        jsonb_build_object('product_id', x.product_id, 'price', x.price::text, 'before', x.before::text, 'currency', x.currency) AS payload,
        x.changed_at AS at
      FROM mailroom.product_price x JOIN mailroom.product d ON d.product_id = x.product_id
      CROSS JOIN LATERAL (${peopleOf(asked.people)}) p
      JOIN mailroom.contact c ON c.id = p.contact_id
      WHERE x.changed_at > $3 AND x.changed_at <= $4 AND x.price <= x.before * (1 - $2::numeric / 100)
        AND d.status = 'published' AND d.deleted_at IS NULL AND d.in_stock IS NOT FALSE
        AND (c.region_id IS NULL OR c.region_id = x.region_id)
        AND (cardinality($1::text[]) = 0 OR x.product_id = ANY($1))
      ORDER BY x.product_id, p.contact_id, x.price / nullif(x.before, 0)`,
    values: [asked.ids, asked.percent, asked.after, asked.until],
  }
}

/** Products that cannot be bought just now and that were longest not looked at. */
export function selectSoldOut(limit: number): Statement {
  return {
    text: `SELECT product_id AS id FROM mailroom.product
            WHERE in_stock IS FALSE AND deleted_at IS NULL AND status = 'published' ORDER BY refreshed_at, product_id LIMIT $1`,
    values: [limit],
  }
}

/** The next products of the read model, for the look at their prices. */
export function selectProductPage(after: string, limit: number): Statement {
  return {
    text: `SELECT product_id AS id FROM mailroom.product
            WHERE product_id > $1 AND deleted_at IS NULL AND status = 'published' ORDER BY product_id LIMIT $2`,
    values: [after, limit],
  }
}

export type PriceRow = { product_id: string; region_id: string; currency: string; price: string }

/** What products cost now; a price that is new to us has not changed. */
export function notePrices(rows: PriceRow[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.product_price AS p (product_id, region_id, currency, price)
      SELECT r.* FROM json_to_recordset($1::json) AS r(product_id text, region_id text, currency text, price numeric)
      ON CONFLICT (product_id, region_id) DO UPDATE SET
        before = CASE WHEN p.price <> excluded.price AND p.currency = excluded.currency THEN p.price ELSE p.before END,
        changed_at = CASE WHEN p.price <> excluded.price AND p.currency = excluded.currency THEN mailroom.now() ELSE p.changed_at END,
        price = excluded.price, currency = excluded.currency, seen_at = mailroom.now()`,
    values: [JSON.stringify(rows)],
  }
}
