import type { Statement } from "../database"

export type QualityScanRow = {
  id: string
  email_norm: string
  first_name: string | null
  last_name: string | null
  is_undeliverable: boolean
}

/** The next contacts by id, with what only the database knows of them. */
export function selectQualityFacts(after: string | null, limit: number): Statement {
  return {
    text: `
      SELECT c.id, a.email_norm, c.first_name, c.last_name,
        EXISTS (SELECT FROM mailroom.suppression s WHERE s.email_hash = a.email_hash AND s.reason = 'hard_bounce'
          AND s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now()))
        OR EXISTS (SELECT FROM mailroom.suppression s WHERE s.domain = a.domain AND s.reason = 'hard_bounce'
          AND s.lifted_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())) AS is_undeliverable
      FROM (SELECT id, first_name, last_name FROM mailroom.contact
            WHERE ($1::uuid IS NULL OR id > $1) AND erased_at IS NULL ORDER BY id LIMIT $2) c
      JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary AND a.email_norm IS NOT NULL
      ORDER BY c.id`,
    values: [after, limit],
  }
}

export type QualityRow = { kind: string; contact_id: string; suggestion: string | null }

export function upsertQuality(rows: QualityRow[], run: number): Statement {
  return {
    text: `
      INSERT INTO mailroom.contact_quality AS q (kind, contact_id, suggestion, run)
      SELECT kind, contact_id, suggestion, $2
      FROM json_to_recordset($1::json) AS r(kind text, contact_id uuid, suggestion text)
      ORDER BY kind, contact_id
      ON CONFLICT (kind, contact_id) DO UPDATE SET suggestion = EXCLUDED.suggestion, run = EXCLUDED.run,
        other_contact_id = CASE WHEN q.suggestion = EXCLUDED.suggestion THEN q.other_contact_id END`,
    values: [JSON.stringify(rows), run],
  }
}

/** After a run: what it did not find again is mended. */
export function deleteMended(run: number): Statement {
  return { text: `DELETE FROM mailroom.contact_quality WHERE run <> $1`, values: [run] }
}

/**
 * Two contacts of one mailbox: the plain spelling, or another one that folds to the same. A row that finds no partner says
 * nothing and is not shown.
 */
export function pairDuplicates(): Statement {
  return {
    text: `
      UPDATE mailroom.contact_quality q SET other_contact_id = coalesce(
        (SELECT a.contact_id FROM mailroom.contact_address a
         WHERE a.email_norm = q.suggestion AND a.contact_id <> q.contact_id),
        (SELECT o.contact_id FROM mailroom.contact_quality o
         WHERE o.kind = 'duplicate' AND o.suggestion = q.suggestion AND o.contact_id < q.contact_id
         ORDER BY o.contact_id LIMIT 1))
      WHERE q.kind = 'duplicate'`,
    values: [],
  }
}

export function countQuality(): Statement {
  return {
    text: `SELECT kind, count(*)::int AS n, count(suggestion)::int AS with_suggestion FROM mailroom.contact_quality
           WHERE kind <> 'duplicate' OR other_contact_id IS NOT NULL GROUP BY kind`,
    values: [],
  }
}

export type QualityLineRow = {
  contact_id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  suggestion: string | null
  other_contact_id: string | null
  other_email: string | null
  has_account: boolean
  suggestion_taken: boolean
}

/** One kind, the newest contacts first, with what stands in the way of a correction. */
export function selectQuality(kind: string, page: { after: string | null; limit: number; ids?: string[] }): Statement {
  return {
    text: `
      SELECT q.contact_id, a.email, c.first_name, c.last_name, q.suggestion, q.other_contact_id, o.email AS other_email,
        EXISTS (SELECT FROM mailroom.contact_customer k WHERE k.contact_id = c.id AND k.has_account) AS has_account,
        q.kind = 'typo' AND EXISTS (SELECT FROM mailroom.contact_address x WHERE x.email_norm = q.suggestion) AS suggestion_taken
      FROM mailroom.contact_quality q
      JOIN mailroom.contact c ON c.id = q.contact_id
      JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      LEFT JOIN mailroom.contact_address o ON o.contact_id = q.other_contact_id AND o.is_primary
      WHERE q.kind = $1 AND ($2::uuid IS NULL OR q.contact_id < $2) AND (q.kind <> 'duplicate' OR q.other_contact_id IS NOT NULL)
        AND ($4::uuid[] IS NULL OR q.contact_id = ANY($4))
      ORDER BY q.contact_id DESC LIMIT $3`,
    values: [kind, page.after, page.limit, page.ids ?? null],
  }
}

export function deleteQuality(kind: string, contactIds: string[]): Statement {
  return {
    text: `DELETE FROM mailroom.contact_quality WHERE kind = $1 AND contact_id = ANY($2::uuid[])`,
    values: [kind, contactIds],
  }
}

export function selectQualityTask(): Statement {
  return { text: `SELECT state, last_run_at FROM mailroom.periodic_task WHERE name = 'contact-quality'`, values: [] }
}

/** "Look now": the nightly run is due at once. */
export function makeQualityDue(): Statement {
  return {
    text: `UPDATE mailroom.periodic_task SET next_run_at = mailroom.now() WHERE name = 'contact-quality' RETURNING name`,
    values: [],
  }
}
