import type { Statement } from "../database"

/** Targets that were only known at the render; stored before the mail leaves, or its first click would find nothing. */
export function storeDynamicLinks({ id, links }: { id: string; links: string[] }): Statement {
  return {
    text: `
      UPDATE mailroom.message_content c SET links = $2::jsonb FROM mailroom.message m
      WHERE m.id = $1 AND c.message_id = m.id AND c.planned_at = m.planned_at
      RETURNING c.message_id`,
    values: [id, JSON.stringify(links)],
  }
}
