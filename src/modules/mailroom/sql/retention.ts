import type { Statement } from "../database"

export type EventPartition = { name: string; blocks: number }

/** Months of events that may hold browsers older than the limit, oldest first; `_default` is for what no month took. */
export function selectEventPartitions(keptDays: number): Statement {
  return {
    text: `
      SELECT c.relname AS name, (pg_relation_size(c.oid) / current_setting('block_size')::int)::int AS blocks
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'mailroom.message_event'::regclass
        AND (c.relname !~ '_[0-9]{6}$'
          OR right(c.relname, 6) <= to_char((mailroom.now() - make_interval(days => $1)) AT TIME ZONE 'UTC', 'YYYYMM'))
      ORDER BY c.relname COLLATE "C"`,
    values: [keptDays],
  }
}

/** The month of this partition lies wholly before the limit: once looked through, it need not be looked at again. */
export function isWholeMonthOld(partition: string, keptDays: number): Statement {
  return {
    text: `SELECT $1 ~ '_[0-9]{6}$' AND right($1, 6) < to_char((mailroom.now() - make_interval(days => $2)) AT TIME ZONE 'UTC', 'YYYYMM') AS is_old`,
    values: [partition, keptDays],
  }
}

/** Browser and network go out of the old events in these blocks; kind, time and classification stay. */
export function forgetBrowsers(
  partition: string,
  piece: { fromBlock: number; toBlock: number; keptDays: number },
): Statement {
  return {
    text: `
      UPDATE mailroom."${partition.replaceAll('"', '""')}" SET user_agent = NULL, ip = NULL
      WHERE ctid >= $1::tid AND ctid < $2::tid AND recorded_at < mailroom.now() - make_interval(days => $3)
        AND (user_agent IS NOT NULL OR ip IS NOT NULL)`,
    values: [`(${piece.fromBlock},0)`, `(${piece.toBlock},0)`, piece.keptDays],
  }
}

/** Files that nobody finished, and imports that are over: the oldest one with something left. */
export function selectOldImport(keptDays: number): Statement {
  return {
    text: `
      SELECT id, state FROM mailroom.import
      WHERE (has_rows OR has_changes) AND state NOT IN ('checking', 'running', 'undoing')
        AND (coalesce(finished_at, created_at) < mailroom.now() - make_interval(days => $1)
          OR (state = 'uploading' AND created_at < mailroom.now() - interval '1 day'))
      ORDER BY id LIMIT 1`,
    values: [keptDays],
  }
}

/** So many rows of each of its tables; answers how many went. */
export function deleteImportRows(importId: string, limit: number): Statement {
  const of = (table: string) => `
    DELETE FROM mailroom.${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM mailroom.${table} WHERE import_id = $1 LIMIT $2)) RETURNING 1`
  return {
    text: `
      WITH r AS (${of("import_row")}), a AS (${of("import_address")}), p AS (${of("import_problem")}), c AS (${of("import_change")})
      SELECT (SELECT count(*) FROM r) + (SELECT count(*) FROM a) + (SELECT count(*) FROM p) + (SELECT count(*) FROM c) AS n`,
    values: [importId, limit],
  }
}

/** Its result stays; of a file that was never imported nothing does. */
export function finishOldImport(importId: string): Statement {
  return {
    text: `
      WITH gone AS (DELETE FROM mailroom.import WHERE id = $1 AND state IN ('uploading', 'uploaded', 'checked'))
      UPDATE mailroom.import SET has_rows = false, has_changes = false
      WHERE id = $1 AND state NOT IN ('uploading', 'uploaded', 'checked')`,
    values: [importId],
  }
}
