import type { Statement } from "../database"

export type ImportChange = {
  n: number
  contact_id: string | null
  address_id: string | null
  made_contact: boolean
  before: Record<string, unknown>
  after: Record<string, unknown>
  tags: string[]
  said: Record<string, unknown>[]
  suppression_ids: string[]
}

export function insertChanges(importId: string, changes: ImportChange[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_change (import_id, n, contact_id, address_id, made_contact, before, after, tags, said, suppression_ids)
      SELECT $1, r.n, r.contact_id, r.address_id, r.made_contact, r.before, r.after, r.tags, r.said, r.suppression_ids
      FROM json_to_recordset($2::json) AS r(n bigint, contact_id uuid, address_id uuid, made_contact boolean, before jsonb,
        after jsonb, tags text[], said jsonb, suppression_ids uuid[])`,
    values: [importId, JSON.stringify(changes)],
  }
}

/** Backwards: what was changed last is taken back first. */
export function selectChanges(importId: string, before: number | null, limit: number): Statement {
  return {
    text: `SELECT n, contact_id, address_id, made_contact, before, after, tags, said, suppression_ids
           FROM mailroom.import_change WHERE import_id = $1 AND ($2::bigint IS NULL OR n < $2) ORDER BY n DESC LIMIT $3`,
    values: [importId, before, limit],
  }
}
