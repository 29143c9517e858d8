import type { Statement } from "../database"

export type SettingRow = { key: string; value: unknown; updated_at: string; updated_by: string | null }

/** A dozen rows: sections by their name, sealed secrets as `secret.<name>`. */
export function selectSettings(): Statement {
  return { text: `SELECT key, value, updated_at, updated_by FROM mailroom.setting`, values: [] }
}

/** For a change: nobody else reads the same state and writes over ours. Ends with the transaction. */
export function lockSettings(): Statement {
  return { text: `LOCK TABLE mailroom.setting IN SHARE ROW EXCLUSIVE MODE`, values: [] }
}

export function upsertSetting({ key, value, by }: { key: string; value: unknown; by: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.setting (key, value, updated_by) VALUES ($1, $2::jsonb, $3)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = mailroom.now(), updated_by = excluded.updated_by`,
    values: [key, JSON.stringify(value), by],
  }
}

export function deleteSetting(key: string): Statement {
  return { text: `DELETE FROM mailroom.setting WHERE key = $1`, values: [key] }
}
