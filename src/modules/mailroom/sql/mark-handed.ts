import type { Statement } from "../database"

export type Fenced = { id: string; token: string }

/**
 * The hand-over mark of many connections in one statement: after the server's 354, before the body leaves. Only rows
 * whose lease still holds and whose lane is open come back; for all others the body must not leave. Changes no indexed
 * column.
 */
export function markHanded(marks: Fenced[]): Statement {
  return {
    text: `
      UPDATE mailroom.delivery d SET handed_at = mailroom.now()
      FROM unnest($1::uuid[], $2::uuid[]) AS mark(id, token), mailroom.lane l
      WHERE d.message_id = mark.id AND d.lease_token = mark.token AND d.stage = 'claimed'
        AND d.lease_expires_at > mailroom.now() AND l.id = d.lane_id AND l.state = 'open'
      RETURNING d.message_id AS id`,
    values: [marks.map(({ id }) => id), marks.map(({ token }) => token)],
  }
}
