import type { Rights } from "../../../core/settings/rights"
import type { Statement } from "../database"

export type RightsRow = { user_id: string } & Rights

const COLUMNS = `user_id, can_see AS see, can_edit AS edit, can_send AS send, can_mail_out AS mail_out`

export function selectAllRights(): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.user_right ORDER BY user_id`, values: [] }
}

/** One row always: the user's entry (null without one) and whether anybody has one. By primary key. */
export function selectRights(userId: string): Statement {
  return {
    text: `SELECT (SELECT row_to_json(r) FROM (SELECT ${COLUMNS} FROM mailroom.user_right WHERE user_id = $1) r) AS entry,
                  EXISTS (SELECT 1 FROM mailroom.user_right) AS anybody_set`,
    values: [userId],
  }
}

/** Two admins must not take `edit` from each other at the same time. */
export function lockRights(): Statement {
  return { text: `LOCK TABLE mailroom.user_right IN SHARE ROW EXCLUSIVE MODE`, values: [] }
}

export function upsertRights({ userId, rights, by }: { userId: string; rights: Rights; by: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.user_right (user_id, can_see, can_edit, can_send, can_mail_out, updated_by)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (user_id) DO UPDATE SET can_see = excluded.can_see, can_edit = excluded.can_edit,
             can_send = excluded.can_send, can_mail_out = excluded.can_mail_out, updated_at = mailroom.now(),
             updated_by = excluded.updated_by`,
    values: [userId, rights.see, rights.edit, rights.send, rights.mail_out, by],
  }
}
