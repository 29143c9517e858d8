import type { Statement } from "../database"

export type SweptRow = { id: string; what: "requeued" | "poison" | "in_doubt" | "resend" }

/** Leases that a message may lose before it is taken for the cause. */
const POISON_AFTER = 3

/**
 * Leases that ended without a word (index delivery_lease). Not handed: back into the queue, surely unsent, three times
 * at most. Handed: in doubt; marketing ends there, a receipt is sent once more after `resendAfterMs`.
 */
export function sweepLeases({ limit, resendAfterMs }: { limit: number; resendAfterMs: number }): Statement {
  return {
    text: `
      WITH clock AS (SELECT mailroom.now() AS at),
      ended AS MATERIALIZED (
        SELECT d.message_id, m.class, m.source_id, m.variant, m.is_test, d.attempts, d.lost_leases + 1 AS lost_leases,
          CASE
            WHEN d.handed_at IS NULL AND d.lost_leases + 1 >= ${POISON_AFTER} THEN 'poison'
            WHEN d.handed_at IS NULL THEN 'requeued'
            WHEN m.class <> 'marketing' AND d.doubts = 0 THEN 'resend'
            ELSE 'in_doubt'
          END AS what
        FROM mailroom.delivery d JOIN mailroom.message m ON m.id = d.message_id
        WHERE d.stage <> 'queued' AND d.lease_expires_at <= mailroom.now()
        ORDER BY d.lease_expires_at LIMIT $1
        FOR UPDATE OF d SKIP LOCKED
      ),
      back AS (
        UPDATE mailroom.delivery d SET stage = 'queued', lease_owner = NULL, lease_token = NULL, lease_expires_at = NULL,
          handed_at = NULL, lost_leases = e.lost_leases,
          doubts = d.doubts + (e.what = 'resend')::int,
          due_at = CASE WHEN e.what = 'resend' THEN clock.at + make_interval(secs => $2::float8 / 1000) ELSE d.due_at END,
          expires_at = CASE WHEN e.what = 'resend' THEN greatest(d.expires_at, clock.at + interval '1 hour') ELSE d.expires_at END
        FROM ended e, clock WHERE d.message_id = e.message_id AND e.what IN ('requeued', 'resend')
      ),
      gone AS (
        DELETE FROM mailroom.delivery d USING ended e
        WHERE d.message_id = e.message_id AND e.what IN ('poison', 'in_doubt')
      ),
      told AS (
        UPDATE mailroom.message m SET
          status = CASE WHEN e.what = 'poison' THEN 'failed' ELSE 'in_doubt' END,
          reason = CASE WHEN e.what = 'poison' THEN 'poison' ELSE 'lease_ended_after_hand_over' END,
          settled_at = CASE WHEN e.what = 'resend' THEN m.settled_at ELSE clock.at END,
          attempts = e.attempts
        FROM ended e, clock WHERE m.id = e.message_id AND e.what <> 'requeued'
      ),
      wiped AS (
        UPDATE mailroom.message_content c SET sealed_context = NULL
        FROM ended e JOIN mailroom.message m ON m.id = e.message_id
        WHERE e.what IN ('poison', 'in_doubt') AND c.message_id = m.id AND c.planned_at = m.planned_at
          AND c.sealed_context IS NOT NULL
      ),
      events AS (
        INSERT INTO mailroom.message_event (message_id, kind, at, recorded_at, detail)
        SELECT e.message_id, CASE WHEN e.what = 'poison' THEN 'failed' ELSE 'in_doubt' END, clock.at, clock.at,
          jsonb_build_object('reason', CASE WHEN e.what = 'poison' THEN 'poison' ELSE 'lease_ended_after_hand_over' END)
        FROM ended e, clock WHERE e.what <> 'requeued'
      ),
      counted AS (
        INSERT INTO mailroom.counter AS n (source_id, variant, hour, kind, n)
        SELECT e.source_id, e.variant, date_trunc('hour', clock.at, 'UTC'),
          CASE WHEN e.what = 'poison' THEN 'failed' ELSE 'in_doubt' END, count(*)
        FROM ended e, clock WHERE e.what IN ('poison', 'in_doubt') AND e.source_id IS NOT NULL AND NOT e.is_test
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = n.n + excluded.n
      )
      SELECT message_id AS id, what FROM ended`,
    values: [limit, resendAfterMs],
  }
}
