import type { Statement } from "../database"

export type ObserverGroupRow = { id: string; name: string; emails: string[]; created_at: Date; updated_at: Date }

const COLUMNS = "id, name, emails, created_at, updated_at"

export function selectObserverGroups(): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.observer_group ORDER BY lower(name), id`, values: [] }
}

/** Nothing is returned when another group has the name. */
export function insertObserverGroup(id: string, name: string, emails: string[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.observer_group (id, name, emails) VALUES ($1, $2, $3)
      ON CONFLICT (lower(name)) DO NOTHING RETURNING ${COLUMNS}`,
    values: [id, name, emails],
  }
}

/** Nothing is returned when there is no such group, or another one has the name. */
export function updateObserverGroup(id: string, name: string, emails: string[]): Statement {
  return {
    text: `
      UPDATE mailroom.observer_group SET name = $2, emails = $3, updated_at = mailroom.now()
      WHERE id = $1 AND NOT EXISTS (SELECT FROM mailroom.observer_group o WHERE lower(o.name) = lower($2) AND o.id <> $1)
      RETURNING ${COLUMNS}`,
    values: [id, name, emails],
  }
}

export function deleteObserverGroup(id: string): Statement {
  return { text: `DELETE FROM mailroom.observer_group WHERE id = $1 RETURNING id`, values: [id] }
}
