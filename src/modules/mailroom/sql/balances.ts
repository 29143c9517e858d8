import type { Statement } from "../database"

/** `amount` as text, so that no digit is lost. */
export type BalanceRow = { contact_id: string; name: string; expires_on: string; amount: string; unit: string | null }

export function upsertBalances(rows: BalanceRow[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.balance AS b (contact_id, name, expires_on, amount, unit)
      SELECT r.* FROM json_to_recordset($1::json) AS r(contact_id uuid, name text, expires_on date, amount numeric, unit text)
      ON CONFLICT (contact_id, name, expires_on) DO UPDATE SET amount = excluded.amount, unit = excluded.unit, updated_at = mailroom.now()`,
    values: [JSON.stringify(rows)],
  }
}

export function deleteEmptyBalances(contactIds: string[]): Statement {
  return {
    text: `DELETE FROM mailroom.balance WHERE contact_id = ANY($1::uuid[]) AND amount = 0`,
    values: [contactIds],
  }
}

export function selectBalances(contactId: string): Statement {
  return {
    text: `SELECT name, expires_on::text, amount::text, unit FROM mailroom.balance WHERE contact_id = $1::uuid ORDER BY expires_on, name`,
    values: [contactId],
  }
}
