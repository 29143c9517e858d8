import type { ContactFilter } from "../../../core/reports/contact-filter"
import type { Statement } from "../database"
import { idsOf } from "./contact-list"

export type BulkActionRow = {
  id: string
  kind: "tag" | "untag" | "subscribe" | "unsubscribe" | "correct"
  what: Record<string, unknown>
  state: "running" | "done" | "stopped"
  total: number
  done: number
  changed: number
  skipped: Record<string, number>
  created_by: string | null
  created_at: Date
  finished_at: Date | null
}

const COLUMNS = `id, kind, what, state, total, done, changed, skipped, created_by, created_at, finished_at`

/** Freezes who it is for: what comes into the filter later is not part of it, and what leaves it stays. */
export function insertBulkAction(action: {
  kind: string
  what: Record<string, unknown>
  filter: ContactFilter
  by: string | null
}): Statement {
  const values: unknown[] = [action.kind, JSON.stringify(action.what), action.by]
  return {
    text: `
      WITH id AS MATERIALIZED (SELECT mailroom.uuidv7() AS id),
      member AS (
        INSERT INTO mailroom.bulk_action_member (action_id, row_number, contact_id)
        SELECT id.id, row_number() OVER (ORDER BY found.id), found.id FROM id, ${idsOf(action.filter, values, {})} found
        RETURNING 1
      )
      INSERT INTO mailroom.bulk_action (id, kind, what, total, created_by)
      SELECT id.id, $1, $2::jsonb, (SELECT count(*) FROM member), $3 FROM id
      RETURNING ${COLUMNS}`,
    values,
  }
}

/** The newest first. */
export function selectBulkActions(limit: number): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.bulk_action ORDER BY id DESC LIMIT $1`, values: [limit] }
}

export function selectBulkAction(id: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.bulk_action WHERE id = $1::uuid`, values: [id] }
}

/** The oldest that is not finished, for this transaction alone (index bulk_action_running). */
export function lockNextBulkAction(): Statement {
  return {
    text: `SELECT ${COLUMNS} FROM mailroom.bulk_action WHERE state = 'running' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    values: [],
  }
}

export function selectMembers(id: string, from: number, to: number): Statement {
  return {
    text: `SELECT contact_id FROM mailroom.bulk_action_member
           WHERE action_id = $1::uuid AND row_number > $2 AND row_number <= $3`,
    values: [id, from, to],
  }
}

/** Moves the mark in the transaction of the work: whoever takes over after a crash goes on exactly there. */
export function advanceBulkAction(
  id: string,
  step: { done: number; changed: number; skipped: Record<string, number> },
): Statement {
  return {
    text: `
      UPDATE mailroom.bulk_action SET done = $2, changed = changed + $3, skipped = $4::jsonb,
        state = CASE WHEN $2 >= total THEN 'done' ELSE state END,
        finished_at = CASE WHEN $2 >= total THEN mailroom.now() END
      WHERE id = $1::uuid RETURNING state`,
    values: [id, step.done, step.changed, JSON.stringify(step.skipped)],
  }
}

/** False when it had ended by itself. What is done stays done. */
export function stopBulkAction(id: string): Statement {
  return {
    text: `UPDATE mailroom.bulk_action SET state = 'stopped', finished_at = mailroom.now()
           WHERE id = $1::uuid AND state = 'running' RETURNING id`,
    values: [id],
  }
}

/** The list of people is personal and of no more use. */
export function deleteMembers(id: string): Statement {
  return { text: `DELETE FROM mailroom.bulk_action_member WHERE action_id = $1::uuid`, values: [id] }
}

/** In the order of ids, so that two writers cannot lock each other out. Answers who changed. */
export function addTags(contactIds: string[], tags: string[]): Statement {
  return {
    text: `
      WITH one AS (SELECT id FROM mailroom.contact WHERE id = ANY($1::uuid[]) AND erased_at IS NULL AND NOT tags @> $2::text[]
                   ORDER BY id FOR UPDATE)
      UPDATE mailroom.contact c SET tags = ARRAY(SELECT DISTINCT t FROM unnest(c.tags || $2::text[]) t ORDER BY t),
        updated_at = mailroom.now()
      FROM one WHERE c.id = one.id RETURNING c.id`,
    values: [contactIds, tags],
  }
}

export function removeTags(contactIds: string[], tags: string[]): Statement {
  return {
    text: `
      WITH one AS (SELECT id FROM mailroom.contact WHERE id = ANY($1::uuid[]) AND tags && $2::text[] ORDER BY id FOR UPDATE)
      UPDATE mailroom.contact c SET tags = ARRAY(SELECT t FROM unnest(c.tags) t WHERE NOT t = ANY($2::text[]) ORDER BY t),
        updated_at = mailroom.now()
      FROM one WHERE c.id = one.id RETURNING c.id`,
    values: [contactIds, tags],
  }
}

export type GroupMemberRow = {
  contact_id: string
  address_id: string
  email: string | null
  email_hash: Buffer
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  topic: "pending" | "subscribed" | "unsubscribed" | null
  is_suppressed: boolean
  has_left: boolean
  country: string | null
  last_order_at: Date | null
}

export function selectGroupMembers(contactIds: string[], topicId: string): Statement {
  return {
    text: `
      SELECT c.id AS contact_id, a.id AS address_id, a.email, a.email_hash, a.marketing, u.state AS topic, c.country,
        (SELECT max(last_order_at) FROM mailroom.contact_purchase_total p WHERE p.contact_id = c.id) AS last_order_at,
        EXISTS (SELECT FROM mailroom.suppression s WHERE (s.email_hash = a.email_hash OR s.domain = a.domain)
          AND s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())
          AND (s.scope <> 'topic' OR s.topic_id = $2) AND s.reason <> 'unsubscribed') AS is_suppressed,
        EXISTS (SELECT FROM mailroom.suppression s WHERE s.email_hash = a.email_hash AND s.lifted_at IS NULL
          AND (s.expires_at IS NULL OR s.expires_at > mailroom.now()) AND (s.scope <> 'topic' OR s.topic_id = $2)
          AND s.reason = 'unsubscribed') AS has_left
      FROM mailroom.contact c
      JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      LEFT JOIN mailroom.subscription u ON u.address_id = a.id AND u.topic_id = $2
      WHERE c.id = ANY($1::uuid[]) ORDER BY c.id`,
    values: [contactIds, topicId],
  }
}
