import type { Statement } from "../database"

export type LastTestRow = {
  message_id: string
  status: string
  /** Than the last change of its words; scheduling it is none. */
  is_older: boolean
  /** Somebody said since that it is right. */
  is_looked_at: boolean
}

/** By index message_source. No row: none was sent. */
export function selectLastTest(mailingId: string): Statement {
  return {
    text: `
      SELECT t.id AS message_id, t.status, t.planned_at < m.edited_at AS is_older,
        coalesce(m.test_looked_at >= t.planned_at, false) AS is_looked_at
      FROM mailroom.mailing m
      CROSS JOIN LATERAL (
        SELECT id, status, planned_at FROM mailroom.message WHERE source_id = m.id AND kind = 'test' ORDER BY id DESC LIMIT 1
      ) t
      WHERE m.id = $1`,
    values: [mailingId],
  }
}

/** Changes nothing of what is sent. */
export function setTestLookedAt(mailingId: string): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET test_looked_at = mailroom.now()
      WHERE id = $1 AND state IN ('draft', 'scheduled') RETURNING id`,
    values: [mailingId],
  }
}
