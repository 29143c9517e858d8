import type { Statement } from "../database"

export type Fenced = { id: string; token: string }

/**
 * The hand-over mark of many connections in one statement: after the server's 354, before the body leaves. Only rows
 * whose lease still holds and whose lane is open come back; for all others the body must not leave. Changes no indexed
 * column. `= ANY` leads the planner to the primary key; `stage = 'claimed'` would lead it through all leases.
 */
export function markHanded(marks: Fenced[]): Statement {
  return {
    text: `
      WITH clock AS MATERIALIZED (SELECT mailroom.now() AS at)
      UPDATE mailroom.delivery d SET handed_at = clock.at
      FROM unnest($1::uuid[], $2::uuid[]) AS mark(id, token), clock
      WHERE d.message_id = ANY ($1::uuid[]) AND d.message_id = mark.id AND d.lease_token = mark.token
        AND d.lease_expires_at > clock.at
        AND d.lane_id = ANY (ARRAY(SELECT l.id FROM mailroom.lane l WHERE l.state = 'open'))
      RETURNING d.message_id AS id`,
    values: [marks.map(({ id }) => id), marks.map(({ token }) => token)],
  }
}
