import type { Statement } from "../database"

export type Fenced = { id: string; token: string }

/**
 * The hand-over mark of many connections in one call (migrations/…001700-settle): after the server's 354, before the body
 * leaves. Answers the rows whose lease still holds and whose lane is open; for all others the body must not leave.
 */
export function markHanded(marks: Fenced[]): Statement {
  return {
    text: `SELECT id FROM mailroom.hand_over($1::uuid[], $2::uuid[]) AS id`,
    values: [marks.map(({ id }) => id), marks.map(({ token }) => token)],
  }
}
