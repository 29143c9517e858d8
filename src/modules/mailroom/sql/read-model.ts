import type { Statement } from "../database"

export type OrderRow = {
  order_id: string
  display_id: number
  contact_id: string | null
  customer_id: string | null
  email_norm: string | null
  currency: string
  region_id: string | null
  sales_channel_id: string | null
  country: string | null
  locale: string | null
  total: string
  net_total: string
  refunded_total: string
  placed_at: string
  canceled_at: string | null
  promotion_codes: string[]
}

export type PurchaseRow = {
  line_id: string
  order_id: string
  contact_id: string | null
  product_id: string | null
  variant_id: string | null
  sku: string | null
  title: string
  quantity: number
  returned_quantity: number
  currency: string
  net: string
  placed_at: string
}

export type CartRow = {
  cart_id: string
  contact_id: string | null
  customer_id: string | null
  email_norm: string | null
  currency: string
  region_id: string | null
  sales_channel_id: string | null
  locale: string | null
  item_count: number
  item_total: string
  product_ids: string[]
  last_activity_at: string
  completed_at: string | null
  order_id: string | null
  created_at: string
}

export type ProductRow = {
  product_id: string
  title: string
  handle: string | null
  status: string
  thumbnail: string | null
  collection_id: string | null
  category_ids: string[]
  tag_ids: string[]
  sales_channel_ids: string[]
  metadata: Record<string, unknown>
  created_at: string | null
  in_stock: boolean | null
}

export function upsertOrders(rows: OrderRow[]): Statement {
  return {
    text: `INSERT INTO mailroom.purchase_order AS o (order_id, display_id, contact_id, customer_id, email_norm, currency,
             region_id, sales_channel_id, country, locale, total, net_total, refunded_total, placed_at, canceled_at,
             promotion_codes)
           SELECT r.* FROM json_to_recordset($1::json) AS r(order_id text, display_id int, contact_id uuid, customer_id text,
             email_norm text, currency text, region_id text, sales_channel_id text, country text, locale text, total numeric,
             net_total numeric, refunded_total numeric, placed_at timestamptz, canceled_at timestamptz, promotion_codes text[])
           ON CONFLICT (order_id) DO UPDATE SET display_id = excluded.display_id, contact_id = excluded.contact_id,
             customer_id = excluded.customer_id, email_norm = excluded.email_norm, currency = excluded.currency,
             region_id = excluded.region_id, sales_channel_id = excluded.sales_channel_id, country = excluded.country,
             locale = excluded.locale, total = excluded.total, net_total = excluded.net_total,
             refunded_total = excluded.refunded_total, placed_at = excluded.placed_at, canceled_at = excluded.canceled_at,
             promotion_codes = excluded.promotion_codes, refreshed_at = mailroom.now()`,
    values: [JSON.stringify(rows)],
  }
}

/** The lines as they are now: what an edit took out of the order goes. */
export function replacePurchases(orderIds: string[], rows: PurchaseRow[]): Statement {
  return {
    text: `WITH wanted AS (
             SELECT * FROM json_to_recordset($2::json) AS r(line_id text, order_id text, contact_id uuid, product_id text,
               variant_id text, sku text, title text, quantity numeric, returned_quantity numeric, currency text, net numeric,
               placed_at timestamptz)
           ), gone AS (
             DELETE FROM mailroom.purchase p WHERE p.order_id = ANY($1)
               AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.line_id = p.line_id)
           )
           INSERT INTO mailroom.purchase (line_id, order_id, contact_id, product_id, variant_id, sku, title, quantity,
             returned_quantity, currency, net, placed_at)
           SELECT * FROM wanted
           ON CONFLICT (line_id) DO UPDATE SET contact_id = excluded.contact_id, product_id = excluded.product_id,
             variant_id = excluded.variant_id, sku = excluded.sku, title = excluded.title, quantity = excluded.quantity,
             returned_quantity = excluded.returned_quantity, currency = excluded.currency, net = excluded.net,
             placed_at = excluded.placed_at`,
    values: [orderIds, JSON.stringify(rows)],
  }
}

/** A cart that got new activity may be left behind again, but is reminded of once only: abandoned_at stays. */
export function upsertCarts(rows: CartRow[]): Statement {
  return {
    text: `INSERT INTO mailroom.cart (cart_id, contact_id, customer_id, email_norm, currency, region_id, sales_channel_id,
             locale, item_count, item_total, product_ids, last_activity_at, completed_at, order_id, created_at)
           SELECT r.cart_id, r.contact_id, r.customer_id, r.email_norm, r.currency, r.region_id, r.sales_channel_id,
             r.locale, r.item_count, r.item_total, r.product_ids, r.last_activity_at, r.completed_at, r.order_id, r.created_at
           FROM json_to_recordset($1::json) AS r(cart_id text, contact_id uuid, customer_id text, email_norm text,
             currency text, region_id text, sales_channel_id text, locale text, item_count int, item_total numeric,
             product_ids text[], last_activity_at timestamptz, completed_at timestamptz, order_id text,
             created_at timestamptz)
           ON CONFLICT (cart_id) DO UPDATE SET contact_id = excluded.contact_id, customer_id = excluded.customer_id,
             email_norm = excluded.email_norm, currency = excluded.currency, region_id = excluded.region_id,
             sales_channel_id = excluded.sales_channel_id, locale = excluded.locale, item_count = excluded.item_count,
             item_total = excluded.item_total, product_ids = excluded.product_ids,
             last_activity_at = excluded.last_activity_at, completed_at = excluded.completed_at,
             order_id = excluded.order_id, refreshed_at = mailroom.now()`,
    values: [JSON.stringify(rows)],
  }
}

export function upsertProducts(rows: ProductRow[]): Statement {
  return {
    text: `INSERT INTO mailroom.product (product_id, title, handle, status, thumbnail, collection_id, category_ids, tag_ids,
             sales_channel_ids, metadata, created_at, in_stock)
           SELECT r.* FROM json_to_recordset($1::json) AS r(product_id text, title text, handle text, status text,
             thumbnail text, collection_id text, category_ids text[], tag_ids text[], sales_channel_ids text[],
             metadata jsonb, created_at timestamptz, in_stock boolean)
           ON CONFLICT (product_id) DO UPDATE SET title = excluded.title, handle = excluded.handle,
             status = excluded.status, thumbnail = excluded.thumbnail, collection_id = excluded.collection_id,
             category_ids = excluded.category_ids, tag_ids = excluded.tag_ids,
             sales_channel_ids = excluded.sales_channel_ids, metadata = excluded.metadata, deleted_at = NULL,
             created_at = coalesce(excluded.created_at, product.created_at),
             restocked_at = CASE WHEN NOT product.in_stock AND excluded.in_stock THEN mailroom.now()
               ELSE product.restocked_at END,
             in_stock = coalesce(excluded.in_stock, product.in_stock),
             refreshed_at = mailroom.now()`,
    values: [JSON.stringify(rows)],
  }
}

export function markProductDeleted(productId: string): Statement {
  return {
    text: `UPDATE mailroom.product SET deleted_at = mailroom.now(), refreshed_at = mailroom.now()
            WHERE product_id = $1 AND deleted_at IS NULL`,
    values: [productId],
  }
}

export function deleteCart(cartId: string): Statement {
  return { text: `DELETE FROM mailroom.cart WHERE cart_id = $1`, values: [cartId] }
}

/** The cart's person ordered it: same contact, same address, same customer, or a contact that the customer belongs to. */
const SAME_PERSON = `(o.contact_id = c.contact_id OR o.email_norm = c.email_norm OR o.customer_id = c.customer_id
  OR o.contact_id = ANY (ARRAY(SELECT x.contact_id FROM mailroom.contact_customer x WHERE x.customer_id = c.customer_id)))`

/** Carts that may have been left behind by now (index cart_open), with the newest order of the same person. */
export function selectIdleCarts({ idleMinutes, limit }: { idleMinutes: number; limit: number }): Statement {
  return {
    text: `SELECT c.cart_id, mailroom.now() AS now, (
             SELECT max(o.placed_at) FROM mailroom.purchase_order o
              WHERE o.canceled_at IS NULL AND ${SAME_PERSON}
           ) AS last_order_at
           FROM mailroom.cart c
           WHERE c.completed_at IS NULL AND c.abandoned_at IS NULL AND c.email_norm IS NOT NULL
             AND c.item_count > 0 AND c.last_activity_at <= mailroom.now() - make_interval(mins => $1)
           ORDER BY c.last_activity_at LIMIT $2`,
    values: [idleMinutes, limit],
  }
}

/** Looked at once and for all. False when another process was first. */
export function markAbandoned(cartId: string): Statement {
  return {
    text: `UPDATE mailroom.cart SET abandoned_at = mailroom.now() WHERE cart_id = $1 AND abandoned_at IS NULL RETURNING cart_id`,
    values: [cartId],
  }
}

/** For a process without the shop: the state as last read. */
export function selectCartStates(ids: string[]): Statement {
  return {
    text: `SELECT cart_id AS id, completed_at IS NOT NULL AS is_bought, item_count FROM mailroom.cart WHERE cart_id = ANY($1)`,
    values: [ids],
  }
}

export function selectOrderStates(ids: string[]): Statement {
  return {
    text: `SELECT order_id AS id, canceled_at IS NOT NULL AS is_cancelled, refunded_total > 0 AS is_refunded
             FROM mailroom.purchase_order WHERE order_id = ANY($1)`,
    values: [ids],
  }
}

/** What is not for sale any more is not in it. */
export function selectProductStates(ids: string[]): Statement {
  return {
    text: `SELECT product_id AS id, in_stock FROM mailroom.product
            WHERE product_id = ANY($1) AND deleted_at IS NULL AND status = 'published'`,
    values: [ids],
  }
}

/** Of all regions. */
export function selectSeenPrices(productIds: string[]): Statement {
  return {
    text: `SELECT product_id, currency, price::text FROM mailroom.product_price WHERE product_id = ANY($1)`,
    values: [productIds],
  }
}

/** Carts whose person has ordered since the cart was last touched, under whichever address. */
export function selectBoughtElsewhere(cartIds: string[]): Statement {
  return {
    text: `SELECT c.cart_id AS id FROM mailroom.cart c
            WHERE c.cart_id = ANY($1) AND EXISTS (
              SELECT 1 FROM mailroom.purchase_order o
               WHERE o.canceled_at IS NULL AND o.placed_at >= c.last_activity_at
                 AND ${SAME_PERSON})`,
    values: [cartIds],
  }
}

/** The same with the moment, for whoever asks whether it was bought by then. */
export function selectWhenBoughtElsewhere(cartIds: string[]): Statement {
  return {
    text: `SELECT c.cart_id AS id, (
             SELECT min(o.placed_at) FROM mailroom.purchase_order o
              WHERE o.canceled_at IS NULL AND o.placed_at >= c.last_activity_at AND ${SAME_PERSON}
           ) AS at FROM mailroom.cart c WHERE c.cart_id = ANY($1)`,
    values: [cartIds],
  }
}
