import type { Stretch } from "../../../core/contacts/import-progress"
import type { Statement } from "../database"

/** Cells of consecutive rows; `from` is the number of the first. */
export function insertImportRows(importId: string, from: number, rows: string[][]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_row (import_id, n, cells)
      SELECT $1, $2::bigint + r.n - 1, r.cells FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS r(cells, n)`,
    values: [importId, from, JSON.stringify(rows)],
  }
}

export type StagedRow = { n: string; cells: string[] }

export function selectImportRows(importId: string, { after, to }: Stretch): Statement {
  return {
    text: `SELECT n, cells FROM mailroom.import_row WHERE import_id = $1 AND n > $2 AND n <= $3 ORDER BY n`,
    values: [importId, after, to],
  }
}

/** Which rows are the first to name their address in this file; answers those that are. */
export function claimAddresses(importId: string, rows: { n: number; emailHash: Buffer }[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_address (import_id, email_hash, n)
      SELECT DISTINCT ON (r.email_hash) $1, r.email_hash, r.n FROM unnest($2::bytea[], $3::bigint[]) AS r(email_hash, n)
      ORDER BY r.email_hash, r.n
      ON CONFLICT (import_id, email_hash) DO NOTHING RETURNING n`,
    values: [importId, rows.map(({ emailHash }) => emailHash), rows.map(({ n }) => n)],
  }
}

/** The same question in the run, when all have been claimed. */
export function selectFirstRows(importId: string, rows: { n: number; emailHash: Buffer }[]): Statement {
  return {
    text: `
      SELECT n FROM mailroom.import_address
      WHERE import_id = $1 AND email_hash = ANY($2::bytea[]) AND n = ANY($3::bigint[])`,
    values: [importId, rows.map(({ emailHash }) => emailHash), rows.map(({ n }) => n)],
  }
}

export function clearCheck(importId: string): Statement {
  return {
    text: `
      WITH a AS (DELETE FROM mailroom.import_address WHERE import_id = $1)
      DELETE FROM mailroom.import_problem WHERE import_id = $1`,
    values: [importId],
  }
}

export function insertProblems(importId: string, problems: { n: number; problem: string }[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.import_problem (import_id, n, problem)
      SELECT $1, r.n, r.problem FROM unnest($2::bigint[], $3::text[]) AS r(n, problem)
      ON CONFLICT (import_id, n) DO UPDATE SET problem = EXCLUDED.problem`,
    values: [importId, problems.map(({ n }) => n), problems.map(({ problem }) => problem)],
  }
}

export type ProblemRow = StagedRow & { problem: string }

export function selectProblems(importId: string, after: number, limit: number): Statement {
  return {
    text: `
      SELECT p.n, p.problem, coalesce(r.cells, '[]') AS cells FROM mailroom.import_problem p
      LEFT JOIN mailroom.import_row r ON r.import_id = p.import_id AND r.n = p.n
      WHERE p.import_id = $1 AND p.n > $2 ORDER BY p.n LIMIT $3`,
    values: [importId, after, limit],
  }
}

/** Rows, addresses and problems of an import; its result and what it changed stay. */
export function deleteImportFile(importId: string): Statement {
  return {
    text: `
      WITH r AS (DELETE FROM mailroom.import_row WHERE import_id = $1),
        a AS (DELETE FROM mailroom.import_address WHERE import_id = $1),
        p AS (DELETE FROM mailroom.import_problem WHERE import_id = $1)
      UPDATE mailroom.import SET has_rows = false WHERE id = $1`,
    values: [importId],
  }
}
