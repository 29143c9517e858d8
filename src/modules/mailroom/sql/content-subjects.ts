import type { Statement } from "../database"

export type SubjectRow = { id: string; label: string; email: string | null; at: Date }

const like = (q: string | null): string | null => (q ? `%${q.replace(/[\\%_]/g, "\\$&")}%` : null)

/** Orders to preview with, newest first: by number or by the beginning of the address. */
export function selectOrderSubjects(q: string | null, limit: number): Statement {
  return {
    text: `
      SELECT order_id AS id, '#' || coalesce(display_id::text, order_id) AS label, email_norm AS email, placed_at AS at
      FROM mailroom.purchase_order
      WHERE $1::text IS NULL OR display_id::text = ltrim($1, '#') OR email_norm LIKE lower($2)
      ORDER BY placed_at DESC, order_id LIMIT $3`,
    values: [q, q ? `${q.replace(/[\\%_]/g, "\\$&")}%` : null, limit],
  }
}

/** Carts with something in them, last touched first. */
export function selectCartSubjects(q: string | null, limit: number): Statement {
  return {
    text: `
      SELECT cart_id AS id, coalesce(email_norm, cart_id) AS label, email_norm AS email, last_activity_at AS at
      FROM mailroom.cart
      WHERE item_count > 0 AND ($1::text IS NULL OR email_norm LIKE lower($1))
      ORDER BY last_activity_at DESC, cart_id LIMIT $2`,
    values: [like(q), limit],
  }
}

/** Contacts by the beginning of the address or, without a question, the newest. */
export function selectContactSubjects(q: string | null, limit: number): Statement {
  return {
    text: `
      SELECT c.id, coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), a.email) AS label, a.email,
        c.created_at AS at
      FROM mailroom.contact c JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      WHERE c.erased_at IS NULL AND a.email IS NOT NULL AND ($1::text IS NULL OR a.email_norm LIKE lower($1))
      ORDER BY c.id DESC LIMIT $2`,
    values: [q ? `${q.replace(/[\\%_]/g, "\\$&")}%` : null, limit],
  }
}

export type ContactSubject = {
  id: string
  first_name: string | null
  last_name: string | null
  email: string | null
  locale: string | null
  /** The merchant's own. */
  fields: Record<string, unknown>
  region_id: string | null
  country: string | null
  group_ids: string[]
}

/** Everything of a person that a preview needs: the words, the language, the price. */
export function selectContactSubject(id: string): Statement {
  return {
    text: `
      SELECT c.id, c.first_name, c.last_name, a.email, c.locale, c.fields, c.region_id, c.country, coalesce((
          SELECT array_agg(DISTINCT one) FROM mailroom.contact_customer k, unnest(k.group_ids) AS one
          WHERE k.contact_id = c.id), '{}') AS group_ids
      FROM mailroom.contact c LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      WHERE c.id = $1 AND c.erased_at IS NULL`,
    values: [id],
  }
}
