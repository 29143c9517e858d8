import type { ImportKind } from "../../../core/contacts/import-plan"
import type { ImportProgress, Stretch } from "../../../core/contacts/import-progress"
import type { Statement } from "../database"

export type ImportState =
  "uploading" | "uploaded" | "checking" | "checked" | "running" | "done" | "cancelled" | "failed" | "undoing" | "undone"

export type ImportRow = {
  id: string
  kind: ImportKind
  file_name: string
  state: ImportState
  encoding: string | null
  separator: string | null
  columns: string[]
  first_row: number
  plan: Record<string, unknown>
  rows: string
  position: string
  /** Done beyond the position: chunks are written side by side. */
  ahead: Stretch[]
  checked: Record<string, number>
  result: Record<string, number>
  undone: Record<string, number>
  problem: string | null
  has_rows: boolean
  /** False once retention has forgotten what it changed: then it cannot be taken back any more. */
  has_changes: boolean
  created_at: Date
  created_by: string | null
  started_at: Date | null
  finished_at: Date | null
}

/** Ids are in the order of time: lists go by them. */
export function insertImport(file: { kind: ImportKind; fileName: string; by: string | null }): Statement {
  return {
    text: `INSERT INTO mailroom.import (id, kind, file_name, created_by)
           VALUES ('mimp_' || replace(mailroom.uuidv7(mailroom.now())::text, '-', ''), $1, $2, $3) RETURNING id`,
    values: [file.kind, file.fileName, file.by],
  }
}

/** The file is in: what it looks like, and how many rows it has. */
export function finishUpload(file: {
  id: string
  encoding: string
  separator: string
  columns: string[]
  firstRow: number
  rows: number
}): Statement {
  return {
    text: `UPDATE mailroom.import SET state = 'uploaded', encoding = $2, separator = $3, columns = $4, first_row = $5, rows = $6
           WHERE id = $1 AND state = 'uploading'`,
    values: [file.id, file.encoding, file.separator, file.columns, file.firstRow, file.rows],
  }
}

export function selectImport(id: string): Statement {
  return { text: `SELECT * FROM mailroom.import WHERE id = $1`, values: [id] }
}

/** Newest first. */
export function selectImports(after: string | null, limit: number): Statement {
  return {
    text: `SELECT * FROM mailroom.import WHERE $1::text IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
    values: [after, limit],
  }
}

/** The oldest that has something to do. */
export function selectImportInMotion(): Statement {
  return {
    text: `SELECT * FROM mailroom.import WHERE state IN ('checking', 'running', 'undoing') ORDER BY id LIMIT 1`,
    values: [],
  }
}

/** From one of these states to another; no row when somebody else moved it first. Counts and position start anew. */
export function moveImport(
  id: string,
  move: { from: ImportState[]; to: ImportState; plan?: unknown; problem?: string | null },
): Statement {
  return {
    text: `
      UPDATE mailroom.import SET
        state = $3, plan = coalesce($4::jsonb, plan), problem = $5,
        position = CASE WHEN $3 IN ('checking', 'running', 'undoing') THEN 0 ELSE position END,
        ahead = CASE WHEN $3 IN ('checking', 'running', 'undoing') THEN '[]' ELSE ahead END,
        checked = CASE WHEN $3 = 'checking' THEN '{}' ELSE checked END,
        result = CASE WHEN $3 = 'running' THEN '{}' ELSE result END,
        started_at = CASE WHEN $3 = 'running' THEN mailroom.now() ELSE started_at END,
        finished_at = CASE WHEN $3 IN ('done', 'cancelled', 'failed') THEN mailroom.now() ELSE finished_at END
      WHERE id = $1 AND state = ANY($2::text[]) AND ($3 <> 'undoing' OR has_changes) RETURNING *`,
    values: [id, move.from, move.to, move.plan === undefined ? null : JSON.stringify(move.plan), move.problem ?? null],
  }
}

/** Holds the import until the end of the transaction, with how far it is; no row when it is no longer in this state. */
export function lockImport(id: string, state: ImportState): Statement {
  return {
    text: `SELECT position, ahead FROM mailroom.import WHERE id = $1 AND state = $2 FOR UPDATE`,
    values: [id, state],
  }
}

/** The work of a chunk and this are one transaction. Counts are added up key by key. */
export function advanceImport(
  id: string,
  step: { column: "checked" | "result" | "undone"; progress: ImportProgress; counts: Record<string, number> },
): Statement {
  const { column, progress, counts } = step
  const known = { checked: "checked", result: "result", undone: "undone" }[column]
  return {
    text: `
      UPDATE mailroom.import i SET position = $2, ahead = $4::jsonb, ${known} = (
        SELECT coalesce(jsonb_object_agg(k, coalesce((i.${known} ->> k)::bigint, 0) + coalesce(($3::jsonb ->> k)::bigint, 0)), '{}')
        FROM (SELECT jsonb_object_keys(i.${known} || $3::jsonb) AS k) keys)
      WHERE id = $1`,
    values: [id, progress.position, JSON.stringify(counts), JSON.stringify(progress.ahead)],
  }
}

export function deleteImport(importId: string): Statement {
  return { text: `DELETE FROM mailroom.import WHERE id = $1`, values: [importId] }
}

/** Those of these ids that are topics in use. */
export function selectTopicIds(ids: string[]): Statement {
  return { text: `SELECT id FROM mailroom.topic WHERE id = ANY($1::text[]) AND archived_at IS NULL`, values: [ids] }
}
