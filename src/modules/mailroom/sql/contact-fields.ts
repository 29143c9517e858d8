import type { ContactField } from "../../../core/contacts/contact-field"
import type { Statement } from "../database"

export type ContactFieldRow = ContactField & { position: number; archived_at: Date | null }

const COLUMNS = `key, label, type, choices, position, archived_at`

export function selectContactFields(): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.contact_field ORDER BY position, created_at, key`, values: [] }
}

/** No row when the key is taken, also by an archived field: old values would come back under a new meaning. */
export function insertContactField(field: ContactField): Statement {
  return {
    text: `
      INSERT INTO mailroom.contact_field (key, label, type, choices, position)
      SELECT $1, $2, $3, $4, coalesce(max(position), 0) + 1 FROM mailroom.contact_field
      ON CONFLICT (key) DO NOTHING RETURNING ${COLUMNS}`,
    values: [field.key, field.label, field.type, field.choices],
  }
}

export function updateContactField(field: ContactField & { position: number; isArchived: boolean }): Statement {
  return {
    text: `
      UPDATE mailroom.contact_field SET label = $2, choices = $3, position = $4, updated_at = mailroom.now(),
        archived_at = CASE WHEN $5 THEN coalesce(archived_at, mailroom.now()) END
      WHERE key = $1 RETURNING ${COLUMNS}`,
    values: [field.key, field.label, field.choices, field.position, field.isArchived],
  }
}

/** Whether anybody has this value of a choice; by index contact_fields. */
export function selectHasFieldValue(key: string, value: string): Statement {
  return {
    text: `SELECT EXISTS (SELECT FROM mailroom.contact WHERE fields @> $1::jsonb) AS is_used`,
    values: [JSON.stringify({ [key]: value })],
  }
}
