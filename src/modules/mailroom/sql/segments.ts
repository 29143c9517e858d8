import type { Rule } from "../../../core/segments/rule"
import type { Statement } from "../database"

export type SegmentRow = {
  id: string
  kind: "rule" | "list"
  name: string
  rule: Rule | null
  revision: number
  members: number | null
  counted_at: Date | null
  count_ms: number | null
  created_at: Date
  updated_at: Date
  updated_by: string | null
}

/** What relies on a segment; `name` null when it has none. */
export type SegmentUser = {
  segment_id: string
  kind: "segment" | "mailing" | "automation"
  id: string
  name: string | null
}

const COLUMNS = `id, kind, name, rule, revision, members, counted_at, count_ms, created_at, updated_at, updated_by`

export function selectSegments(): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.segment ORDER BY lower(name), id`, values: [] }
}

export function selectSegment(id: string): Statement {
  return { text: `SELECT ${COLUMNS} FROM mailroom.segment WHERE id = $1`, values: [id] }
}

/** Rules refer to each other: whoever changes one must not be overtaken by somebody who closes the circle meanwhile. */
export function lockSegments(): Statement {
  return { text: `LOCK TABLE mailroom.segment IN SHARE ROW EXCLUSIVE MODE`, values: [] }
}

/** No row when the name is taken. */
export function insertSegment(segment: {
  id: string
  kind: "rule" | "list"
  name: string
  rule: Rule | null
  by: string | null
}): Statement {
  return {
    text: `
      INSERT INTO mailroom.segment (id, kind, name, rule, created_by, updated_by, members)
      VALUES ($1, $2, $3, $4::jsonb, $5, $5, CASE WHEN $2 = 'list' THEN 0 END)
      ON CONFLICT (lower(name)) DO NOTHING RETURNING ${COLUMNS}`,
    values: [segment.id, segment.kind, segment.name, segment.rule && JSON.stringify(segment.rule), segment.by],
  }
}

/** Each key once for ever, also when another process starts at the same time; a name that somebody has taken is left. */
export function insertReadySegments(ready: { key: string; name: string; rule: Rule }[]): Statement {
  return {
    text: `
      WITH given AS (SELECT key, name, rule FROM jsonb_to_recordset($1::jsonb) AS g (key text, name text, rule jsonb)),
      fresh AS (INSERT INTO mailroom.ready_segment (key) SELECT key FROM given ORDER BY key ON CONFLICT DO NOTHING RETURNING key)
      INSERT INTO mailroom.segment (id, kind, name, rule)
      SELECT 'mseg_' || key, 'rule', name, rule FROM given JOIN fresh USING (key) ORDER BY key
      ON CONFLICT DO NOTHING`,
    values: [JSON.stringify(ready)],
  }
}

/** No row when somebody else changed it meanwhile. The count of an old rule goes with it. */
export function updateSegment(change: {
  id: string
  name: string
  rule: Rule | null
  revision: number
  by: string | null
}): Statement {
  return {
    text: `
      UPDATE mailroom.segment SET name = $2, rule = $3::jsonb, revision = revision + 1, updated_at = mailroom.now(), updated_by = $5,
        members = CASE WHEN rule IS NOT DISTINCT FROM $3::jsonb THEN members END,
        counted_at = CASE WHEN rule IS NOT DISTINCT FROM $3::jsonb THEN counted_at END,
        count_ms = CASE WHEN rule IS NOT DISTINCT FROM $3::jsonb THEN count_ms END
      WHERE id = $1 AND revision = $4 RETURNING ${COLUMNS}`,
    values: [change.id, change.name, change.rule && JSON.stringify(change.rule), change.revision, change.by],
  }
}

export function selectSegmentByName(name: string): Statement {
  return { text: `SELECT id FROM mailroom.segment WHERE lower(name) = lower($1)`, values: [name] }
}

export function deleteSegment(id: string): Statement {
  return {
    text: `
      WITH own AS (DELETE FROM mailroom.segment_use WHERE user_kind = 'segment' AND user_id = $1),
      people AS (DELETE FROM mailroom.segment_member WHERE segment_id = $1)
      DELETE FROM mailroom.segment WHERE id = $1`,
    values: [id],
  }
}

/** Exactly these are used by it from now on. */
export function replaceSegmentUses(user: { kind: SegmentUser["kind"]; id: string }, segmentIds: string[]): Statement {
  return {
    text: `
      WITH gone AS (
        DELETE FROM mailroom.segment_use WHERE user_kind = $1 AND user_id = $2 AND segment_id <> ALL($3::text[])
      )
      INSERT INTO mailroom.segment_use (user_kind, user_id, segment_id) SELECT $1, $2, unnest($3::text[])
      ON CONFLICT DO NOTHING`,
    values: [user.kind, user.id, segmentIds],
  }
}

/** Who relies on these segments directly, by name; null = on any. By index segment_use_segment. */
export function selectSegmentUsers(segmentIds: string[] | null): Statement {
  return {
    text: `
      SELECT u.segment_id, u.user_kind AS kind, u.user_id AS id, coalesce(s.name, m.name, nullif(m.subject, ''), a.name) AS name
      FROM mailroom.segment_use u
      LEFT JOIN mailroom.segment s ON u.user_kind = 'segment' AND s.id = u.user_id
      LEFT JOIN mailroom.mailing m ON u.user_kind = 'mailing' AND m.id = u.user_id
      LEFT JOIN mailroom.automation a ON u.user_kind = 'automation' AND a.id = u.user_id
      WHERE $1::text[] IS NULL OR u.segment_id = ANY($1)
      ORDER BY name, id`,
    values: [segmentIds],
  }
}

export function storeSegmentCount(id: string, found: { members: number | null; ms: number }): Statement {
  return {
    text: `UPDATE mailroom.segment SET members = $2, count_ms = $3, counted_at = mailroom.now() WHERE id = $1`,
    values: [id, found.members, found.ms],
  }
}

/** Those that exist, of the topics, mailings and polls that a rule names; a poll cannot be deleted meanwhile. */
export function selectKnownReferences(ids: string[]): Statement {
  return {
    text: `WITH polls AS (SELECT id FROM mailroom.poll WHERE id = ANY($1::text[]) FOR KEY SHARE)
           SELECT id FROM mailroom.topic WHERE id = ANY($1)
           UNION ALL SELECT id FROM mailroom.mailing WHERE id = ANY($1)
           UNION ALL SELECT id FROM polls`,
    values: [ids],
  }
}
