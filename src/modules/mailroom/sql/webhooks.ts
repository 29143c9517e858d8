import type { Statement } from "../database"

export type WebhookEndpointRow = {
  id: string
  name: string
  url: string
  created_at: Date
  updated_at: Date
  /** Of the last seven days. */
  done_7d: number
  failed_7d: number
  last_at: Date | null
}

const ENDPOINT = `
  SELECT e.id, e.name, e.url, e.created_at, e.updated_at, coalesce(t.done, 0)::int AS done_7d,
         coalesce(t.failed, 0)::int AS failed_7d, t.last_at
    FROM mailroom.webhook_endpoint e
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE a.outcome = 'done') AS done, count(*) FILTER (WHERE a.outcome <> 'done') AS failed,
             max(a.at) AS last_at
        FROM mailroom.effect_attempt a
       WHERE a.endpoint_id = e.id AND a.id >= mailroom.uuidv7(mailroom.now() - interval '7 days')
    ) t ON true
   WHERE e.archived_at IS NULL`

export function selectWebhookEndpoints(): Statement {
  return { text: `${ENDPOINT} ORDER BY lower(e.name), e.id`, values: [] }
}

export function selectWebhookEndpoint(id: string): Statement {
  return { text: `${ENDPOINT} AND e.id = $1`, values: [id] }
}

/** What a try needs; also of one that was deleted since: then nothing goes there any more. */
export function selectWebhookTarget(id: string): Statement {
  return {
    text: `SELECT url, sealed_secret, archived_at FROM mailroom.webhook_endpoint WHERE id = $1`,
    values: [id],
  }
}

export function insertWebhookEndpoint(row: { id: string; name: string; url: string; sealed: Buffer }): Statement {
  return {
    text: `INSERT INTO mailroom.webhook_endpoint (id, name, url, sealed_secret) VALUES ($1, $2, $3, $4)`,
    values: [row.id, row.name, row.url, row.sealed],
  }
}

export function updateWebhookEndpoint(row: { id: string; name: string; url: string }): Statement {
  return {
    text: `UPDATE mailroom.webhook_endpoint SET name = $2, url = $3, updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [row.id, row.name, row.url],
  }
}

export function replaceWebhookSecret(id: string, sealed: Buffer): Statement {
  return {
    text: `UPDATE mailroom.webhook_endpoint SET sealed_secret = $2, updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id, sealed],
  }
}

export function archiveWebhookEndpoint(id: string): Statement {
  return {
    text: `UPDATE mailroom.webhook_endpoint SET archived_at = mailroom.now() WHERE id = $1 AND archived_at IS NULL
           RETURNING id`,
    values: [id],
  }
}

export type AttemptOutcome = "done" | "retry" | "failed" | "in_doubt"
export type AttemptRow = {
  id: string
  effect_id: string | null
  at: Date
  outcome: AttemptOutcome
  detail: Record<string, unknown>
}

export function insertAttempt(row: {
  effectId: string | null
  endpointId: string | null
  outcome: AttemptOutcome
  detail: Record<string, unknown>
}): Statement {
  return {
    text: `INSERT INTO mailroom.effect_attempt (effect_id, endpoint_id, outcome, detail) VALUES ($1, $2, $3, $4::jsonb)`,
    values: [row.effectId, row.endpointId, row.outcome, JSON.stringify(row.detail)],
  }
}

/** Newest first; ids are in the order of time. Index: effect_attempt_endpoint. */
export function selectAttempts(endpointId: string, before: string | null, limit: number): Statement {
  return {
    text: `SELECT id, effect_id, at, outcome, detail FROM mailroom.effect_attempt
            WHERE endpoint_id = $1 AND ($2::uuid IS NULL OR id < $2::uuid) ORDER BY id DESC LIMIT $3`,
    values: [endpointId, before, limit],
  }
}

/** Ids are in the order of time, so that the primary key finds what is too old: the bound is made once, not per row. */
export function deleteOldAttempts(days: number, limit: number): Statement {
  return {
    text: `DELETE FROM mailroom.effect_attempt WHERE id IN (
             SELECT id FROM mailroom.effect_attempt
              WHERE id < (SELECT mailroom.uuidv7(mailroom.now() - make_interval(days => $1))) ORDER BY id LIMIT $2)
           RETURNING id`,
    values: [days, limit],
  }
}
