import type { Statement } from "../database"

/** Asked again after it was answered, it waits again. No row: there is no such product on sale. */
export function insertStockRequest(contactId: string, productId: string): Statement {
  return {
    text: `
      INSERT INTO mailroom.stock_request AS r (contact_id, product_id)
      SELECT $1::uuid, p.product_id FROM mailroom.product p
      WHERE p.product_id = $2 AND p.deleted_at IS NULL AND p.status = 'published'
      ON CONFLICT (contact_id, product_id) DO UPDATE SET asked_at = mailroom.now(), told_at = NULL
      RETURNING product_id`,
    values: [contactId, productId],
  }
}

export function deleteStockRequest(contactId: string, productId: string): Statement {
  return {
    text: `DELETE FROM mailroom.stock_request WHERE contact_id = $1::uuid AND product_id = $2`,
    values: [contactId, productId],
  }
}
