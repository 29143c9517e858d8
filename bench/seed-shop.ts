import type { Client } from "pg"

const CHUNK = 50_000
const PRODUCTS = 500

/**
 * The tables of a Medusa store as if it had sold for years: `customers` with an address, `orders` of two lines each by them
 * (one in five by a guest), products with variants. By SQL alone, because a checkout takes half a second; the columns
 * are those that Medusa's own modules fill.
 */
export async function seedShop(
  db: Client,
  wanted: { customers: number; orders: number; onProgress: (text: string) => void },
): Promise<void> {
  await db.query(SHOP)
  await db.query(PRODUCT, [PRODUCTS])
  await inChunks(wanted.customers, (from, to) => db.query(CUSTOMER, [from, to]))
  wanted.onProgress(`${wanted.customers} customers`)
  await inChunks(wanted.orders, async (from, to) => {
    await db.query(ORDER, [from, to, wanted.customers, PRODUCTS])
    if (to % 100_000 === 0) wanted.onProgress(`${to} orders`)
  })
  await db.query("ANALYZE")
}

async function inChunks(count: number, work: (from: number, to: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) await work(from + 1, Math.min(from + CHUNK, count))
}

const ID = (prefix: string, n: string) => `'${prefix}_' || lpad((${n})::text, 9, '0')`
const RAW = (n: string) => `jsonb_build_object('value', (${n})::text, 'precision', 20)`
const ZERO = RAW("0")

const SHOP = `
  INSERT INTO region (id, name, currency_code) VALUES ('reg_bench', 'Europe', 'eur');
  INSERT INTO sales_channel (id, name) VALUES ('sc_bench', 'Bench')`

const PRODUCT = `
  WITH made AS (
    INSERT INTO product (id, title, handle, status) SELECT ${ID("prod", "n")}, 'Product ' || n, 'product-' || n, 'published'
    FROM generate_series(0, $1::int - 1) n RETURNING id
  )
  INSERT INTO product_variant (id, title, product_id) SELECT replace(id, 'prod', 'variant'), 'One size', id FROM made`

const CUSTOMER = `
  WITH made AS (
    INSERT INTO customer (id, first_name, last_name, email, has_account, created_at, updated_at)
    SELECT ${ID("cus", "n")}, 'First' || n, 'Last' || n, 'customer' || n || '@example.com', n % 3 > 0, at, at
    FROM generate_series($1::int, $2::int) n, LATERAL (SELECT now() - make_interval(mins => n * 5) AS at) t RETURNING id
  )
  INSERT INTO customer_address (id, customer_id, country_code, is_default_shipping)
  SELECT replace(id, 'cus', 'cuaddr'), id, 'de', true FROM made`

const ORDER = `
  WITH n AS MATERIALIZED (
    SELECT n, ${ID("order", "n")} AS id, 1 + (n::bigint * 7919 % $3)::int AS customer, 10 + n % 90 AS price,
      now() - make_interval(mins => n * 2) AS at
    FROM generate_series($1::int, $2::int) n
  ),
  address AS (
    INSERT INTO order_address (id, first_name, last_name, address_1, city, country_code, postal_code)
    SELECT ${ID("ordaddr", "n")}, 'First' || customer, 'Last' || customer, 'Street 1', 'Hamburg', 'de', '20457' FROM n
  ),
  placed AS (
    INSERT INTO "order" (id, region_id, display_id, customer_id, version, sales_channel_id, status, is_draft_order, email,
      currency_code, shipping_address_id, billing_address_id, created_at, updated_at)
    SELECT id, 'reg_bench', n, CASE WHEN n % 5 > 0 THEN ${ID("cus", "customer")} END, 1, 'sc_bench', 'pending', false,
      CASE WHEN n % 5 > 0 THEN 'customer' || customer ELSE 'guest' || n END || '@example.com', 'eur', ${ID("ordaddr", "n")},
      ${ID("ordaddr", "n")}, at, at FROM n
  ),
  line AS MATERIALIZED (
    SELECT n.*, n.n * 2 + l AS k, (n.n * 31 + l * 97) % $4 AS product FROM n, generate_series(0, 1) l
  ),
  lines AS (
    INSERT INTO order_line_item (id, title, product_id, variant_id, product_title, unit_price, raw_unit_price, is_tax_inclusive,
      created_at, updated_at)
    SELECT ${ID("ordli", "k")}, 'Product ' || product, ${ID("prod", "product")}, ${ID("variant", "product")}, 'Product ' || product,
      price, ${RAW("price")}, false, at, at FROM line
  ),
  items AS (
    INSERT INTO order_item (id, order_id, version, item_id, quantity, raw_quantity, fulfilled_quantity, raw_fulfilled_quantity,
      shipped_quantity, raw_shipped_quantity, return_requested_quantity, raw_return_requested_quantity, return_received_quantity,
      raw_return_received_quantity, return_dismissed_quantity, raw_return_dismissed_quantity, written_off_quantity,
      raw_written_off_quantity, created_at, updated_at)
    SELECT ${ID("orditem", "k")}, id, 1, ${ID("ordli", "k")}, 1, ${RAW("1")}, 0, ${ZERO}, 0, ${ZERO}, 0, ${ZERO}, 0, ${ZERO}, 0,
      ${ZERO}, 0, ${ZERO}, at, at FROM line
  ),
  taxes AS (
    INSERT INTO order_line_item_tax_line (id, code, rate, raw_rate, item_id)
    SELECT ${ID("ordlitxl", "k")}, 'VAT', 19, ${RAW("19")}, ${ID("ordli", "k")} FROM line
  )
  INSERT INTO order_summary (id, order_id, version, totals)
  SELECT ${ID("ordsum", "n")}, id, 1, jsonb_build_object('current_order_total', price * 2.38) FROM n`
