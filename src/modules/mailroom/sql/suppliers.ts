import type { SupplierInput } from "../../../core/suppliers/supplier"
import type { Statement } from "../database"

export type SupplierRow = SupplierInput & {
  id: string
  products: number
  created_at: Date
  updated_at: Date
}

const SUPPLIER = `
  SELECT s.id, s.name, s.emails, s.cc, s.locale, s.time_zone, s.hours, s.note, s.created_at, s.updated_at,
    (SELECT count(*)::int FROM mailroom.supplier_product p WHERE p.supplier_id = s.id) AS products
  FROM mailroom.supplier s WHERE s.archived_at IS NULL`

export function selectSuppliers({ q, limit }: { q: string | null; limit: number }): Statement {
  return {
    text: `${SUPPLIER} AND ($1::text IS NULL OR strpos(lower(s.name), lower($1)) > 0
             OR EXISTS (SELECT FROM unnest(s.emails) AS e(email) WHERE strpos(lower(e.email), lower($1)) > 0))
           ORDER BY lower(s.name), s.id LIMIT $2`,
    values: [q, limit],
  }
}

export function selectSupplier(id: string): Statement {
  return { text: `${SUPPLIER} AND s.id = $1`, values: [id] }
}

/** Whose a product is; nothing for one that nobody delivers. */
export function selectSupplierOfProduct(productId: string): Statement {
  return {
    text: `${SUPPLIER} AND s.id = (SELECT supplier_id FROM mailroom.supplier_product WHERE product_id = $1)`,
    values: [productId],
  }
}

/** The suppliers of many products in one question, for the lines of orders. */
export function selectSuppliersOfProducts(productIds: string[]): Statement {
  return {
    text: `SELECT p.product_id, s.id, s.name, s.emails, s.cc, s.locale, s.time_zone, s.hours
             FROM mailroom.supplier_product p JOIN mailroom.supplier s ON s.id = p.supplier_id AND s.archived_at IS NULL
            WHERE p.product_id = ANY($1)`,
    values: [productIds],
  }
}

/** Nothing is returned when another supplier has the name. */
export function insertSupplier(id: string, supplier: SupplierInput): Statement {
  return {
    text: `INSERT INTO mailroom.supplier (id, name, emails, cc, locale, time_zone, hours, note)
           VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)
           ON CONFLICT (lower(name)) WHERE archived_at IS NULL DO NOTHING RETURNING id`,
    values: [id, ...fieldsOf(supplier)],
  }
}

/** Nothing is returned when there is no such supplier, or another one has the name. */
export function updateSupplier(id: string, supplier: SupplierInput): Statement {
  return {
    text: `UPDATE mailroom.supplier s SET name = $2, emails = $3, cc = $4, locale = $5, time_zone = $6, hours = $7::jsonb,
                  note = $8, updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL AND NOT EXISTS (SELECT FROM mailroom.supplier o
                  WHERE lower(o.name) = lower($2) AND o.id <> $1 AND o.archived_at IS NULL)
            RETURNING id`,
    values: [id, ...fieldsOf(supplier)],
  }
}

const fieldsOf = (supplier: SupplierInput) => [
  supplier.name,
  supplier.emails,
  supplier.cc,
  supplier.locale,
  supplier.time_zone,
  supplier.hours && JSON.stringify(supplier.hours),
  supplier.note,
]

/** The row stays for the notices that name it; its products are free. */
export function archiveSupplier(id: string): Statement {
  return {
    text: `WITH gone AS (
             UPDATE mailroom.supplier SET archived_at = mailroom.now(), updated_at = mailroom.now()
              WHERE id = $1 AND archived_at IS NULL RETURNING id
           ), freed AS (
             DELETE FROM mailroom.supplier_product p USING gone WHERE p.supplier_id = gone.id
           )
           SELECT id FROM gone`,
    values: [id],
  }
}

export type SupplierProductRow = {
  product_id: string
  title: string | null
  thumbnail: string | null
  /** What it is ordered by; short enough for a cursor. */
  sort_title: string
}

// Products that the read model has not yet come last.
const SORT_TITLE = "left(coalesce(d.title, '~'), 150)"

/** By title; `after` is [sort title, product id] of the last one shown. */
export function selectSupplierProducts(id: string, after: string[] | null, limit: number): Statement {
  return {
    text: `SELECT p.product_id, d.title, d.thumbnail, ${SORT_TITLE} AS sort_title FROM mailroom.supplier_product p
             LEFT JOIN mailroom.product d ON d.product_id = p.product_id
            WHERE p.supplier_id = $1
              AND ($2::text IS NULL OR (${SORT_TITLE}, p.product_id) > ($2, $3::text))
            ORDER BY ${SORT_TITLE}, p.product_id LIMIT $4`,
    values: [id, after?.[0] ?? null, after?.[1] ?? null, limit],
  }
}

/** What is assigned at once: named products, or all that stand in a category, collection or tag at this moment. */
export type ProductChoice = { by: "product" | "category" | "collection" | "tag"; ids: string[] }

const CHOSEN: Record<ProductChoice["by"], string> = {
  product: `SELECT unnest($2::text[]) AS product_id`,
  category: `SELECT product_id FROM mailroom.product WHERE category_ids && $2 AND deleted_at IS NULL`,
  collection: `SELECT product_id FROM mailroom.product WHERE collection_id = ANY($2) AND deleted_at IS NULL`,
  tag: `SELECT product_id FROM mailroom.product WHERE tag_ids && $2 AND deleted_at IS NULL`,
}

/** `moved`: those that were another supplier's before. */
export function assignProducts(id: string, { by, ids }: ProductChoice, userId: string | null): Statement {
  return {
    text: `WITH chosen AS (SELECT DISTINCT product_id FROM (${CHOSEN[by]}) c),
           before AS (
             SELECT p.product_id FROM mailroom.supplier_product p JOIN chosen USING (product_id) WHERE p.supplier_id <> $1
           ), put AS (
             INSERT INTO mailroom.supplier_product (product_id, supplier_id, assigned_by)
             SELECT product_id, $1, $3 FROM chosen ORDER BY product_id
             ON CONFLICT (product_id) DO UPDATE
               SET supplier_id = excluded.supplier_id, assigned_by = excluded.assigned_by, assigned_at = mailroom.now()
             WHERE supplier_product.supplier_id <> excluded.supplier_id
             RETURNING product_id
           )
           SELECT (SELECT count(*)::int FROM chosen) AS chosen, (SELECT count(*)::int FROM put) AS assigned,
                  (SELECT count(*)::int FROM before) AS moved`,
    values: [id, ids, userId],
  }
}

export function freeProducts(productIds: string[], supplierId: string | null = null): Statement {
  return {
    text: `DELETE FROM mailroom.supplier_product
            WHERE product_id = ANY($1) AND ($2::text IS NULL OR supplier_id = $2) RETURNING product_id`,
    values: [productIds, supplierId],
  }
}
