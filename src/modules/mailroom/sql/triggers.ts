import type { Statement } from "../database"

export type TriggerSource = "bus" | "reconciler" | "api" | "clock"

export type TriggerRow = {
  id: string
  event: string
  occurrence_key: string
  payload: Record<string, unknown>
  source: TriggerSource
  occurred_at: Date
  attempts: number
  lease_token: string
}

/** One row per occurrence: the bus, a redelivery and the reconciler all meet in the unique key. */
export function insertTrigger(row: {
  event: string
  occurrenceKey: string
  payload: Record<string, unknown>
  sealed: Buffer | null
  source: TriggerSource
  occurredAt: Date | null
}): Statement {
  return {
    text: `INSERT INTO mailroom.trigger_event (event, occurrence_key, payload, sealed_payload, source, occurred_at)
           VALUES ($1, $2, $3::jsonb, $4, $5, coalesce($6::timestamptz, mailroom.now()))
           ON CONFLICT (event, occurrence_key) DO NOTHING
           RETURNING id`,
    values: [row.event, row.occurrenceKey, JSON.stringify(row.payload), row.sealed, row.source, row.occurredAt],
  }
}

/** "This changed, read it again": one row per thing. Asked again while it is being read, it is read once more. */
export function requestRefresh({ key, payload }: { key: string; payload: Record<string, unknown> }): Statement {
  return {
    text: `INSERT INTO mailroom.trigger_event (event, occurrence_key, payload, source, occurred_at)
           VALUES ('refresh', $1, $2::jsonb, 'bus', mailroom.now())
           ON CONFLICT (event, occurrence_key) DO UPDATE
             SET processed_at = NULL, lease_token = NULL, next_attempt_at = mailroom.now(), attempts = 0,
                 payload = excluded.payload, occurred_at = excluded.occurred_at`,
    values: [key, JSON.stringify(payload)],
  }
}

/** The lease is the next attempt's time, so the one partial index (trigger_event_due) serves both. */
export function claimTriggers({ limit, leaseSeconds }: { limit: number; leaseSeconds: number }): Statement {
  return {
    text: `UPDATE mailroom.trigger_event e
              SET lease_token = gen_random_uuid(), attempts = attempts + 1,
                  next_attempt_at = mailroom.now() + make_interval(secs => $2)
             FROM (SELECT id FROM mailroom.trigger_event
                    WHERE processed_at IS NULL AND next_attempt_at <= mailroom.now()
                    ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED) due
            WHERE e.id = due.id
        RETURNING e.id, e.event, e.occurrence_key, e.payload, e.source, e.occurred_at, e.attempts, e.lease_token`,
    values: [limit, leaseSeconds],
  }
}

/** Answers one row, or none when the lease was lost meanwhile: then the caller must roll back. */
export function finishTrigger({
  id,
  token,
  outcome,
  wipe,
}: {
  id: string
  token: string
  outcome: string
  wipe: boolean
}): Statement {
  return {
    text: `UPDATE mailroom.trigger_event
              SET processed_at = mailroom.now(), outcome = $3, last_error = NULL, lease_token = NULL,
                  sealed_payload = CASE WHEN $4 THEN NULL ELSE sealed_payload END
            WHERE id = $1 AND lease_token = $2
        RETURNING id`,
    values: [id, token, outcome, wipe],
  }
}

export function postponeTrigger({
  id,
  token,
  seconds,
  error,
}: {
  id: string
  token: string
  seconds: number
  error: string
}): Statement {
  return {
    text: `UPDATE mailroom.trigger_event
              SET next_attempt_at = mailroom.now() + make_interval(secs => $3), last_error = $4, lease_token = NULL
            WHERE id = $1 AND lease_token = $2`,
    values: [id, token, seconds, error],
  }
}

export function selectSealed(id: string): Statement {
  return { text: `SELECT sealed_payload FROM mailroom.trigger_event WHERE id = $1`, values: [id] }
}

/** The secret has become a message, which has its own seal; nothing else needs it any more. */
export function wipeSealed(id: string): Statement {
  return {
    text: `UPDATE mailroom.trigger_event SET sealed_payload = NULL WHERE id = $1 AND sealed_payload IS NOT NULL`,
    values: [id],
  }
}

/** Requests to read something again are of no use once done; occurrences stay, because their key keeps them single. */
export function deleteDoneRefreshes(limit: number): Statement {
  return {
    text: `DELETE FROM mailroom.trigger_event WHERE id IN (
             SELECT id FROM mailroom.trigger_event
              WHERE event = 'refresh' AND processed_at < mailroom.now() - interval '1 day' LIMIT $1)`,
    values: [limit],
  }
}
