import type { Statement } from "../database"

export type HoldingRow = {
  email_hash: Buffer | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  reason: string
}

/** What holds for any of these addresses or domains now; by suppression_address and suppression_domain. */
export function selectHolding(emailHashes: Buffer[], domains: string[]): Statement {
  return {
    text: `
      SELECT email_hash, NULL AS domain, scope, topic_id, reason FROM mailroom.suppression
      WHERE lifted_at IS NULL AND email_hash IS NOT NULL AND email_hash = ANY($1::bytea[])
        AND (expires_at IS NULL OR expires_at > mailroom.now())
      UNION ALL
      SELECT NULL, domain, scope, topic_id, reason FROM mailroom.suppression
      WHERE lifted_at IS NULL AND domain IS NOT NULL AND domain = ANY($2::text[])
        AND (expires_at IS NULL OR expires_at > mailroom.now())`,
    values: [emailHashes, domains],
  }
}

export type NewSuppressionRow = {
  n: number
  email_hash: string | null
  email_norm: string | null
  domain: string | null
  scope: string
  reason: string
}

/** What is already there stays with its first evidence; answers what is new, with the row that brought it. */
export function insertImportedSuppressions(
  kind: "address" | "domain",
  rows: NewSuppressionRow[],
  evidence: { importId: string; by: string | null },
): Statement {
  const key = kind === "address" ? "email_hash" : "domain"
  return {
    text: `
      WITH wanted AS MATERIALIZED (
        SELECT DISTINCT ON (r.email_hash, r.domain, r.scope, r.reason) r.* FROM json_to_recordset($1::json)
          AS r(n bigint, email_hash text, email_norm text, domain text, scope text, reason text)
        ORDER BY r.email_hash, r.domain, r.scope, r.reason, r.n
      ),
      made AS (
        INSERT INTO mailroom.suppression (email_hash, email_norm, domain, scope, reason, source, evidence, created_by)
        SELECT decode(email_hash, 'hex'), email_norm, domain, scope, reason, 'import',
          jsonb_build_object('importId', $2::text, 'row', n), $3 FROM wanted
        ON CONFLICT (${key}, scope, (coalesce(topic_id, '')), reason) WHERE lifted_at IS NULL AND ${key} IS NOT NULL
        DO NOTHING
        RETURNING id, (evidence ->> 'row')::bigint AS n
      )
      SELECT id, n FROM made`,
    values: [JSON.stringify(rows), evidence.importId, evidence.by],
  }
}
