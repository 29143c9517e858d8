import type { Statement } from "../database"
import type { Fenced } from "./mark-handed"

/** How a message ended. */
export type Final = Fenced & {
  status: "sent" | "in_doubt" | "failed" | "dropped" | "expired" | "cancelled"
  reason: string | null
  countsAttempt: boolean
  code: number | null
  enhanced: string | null
  /** Masked. */
  reply: string | null
  command: string | null
  queueId: string | null
  subject: string | null
  pixel: "none" | "aggregate" | "personal" | null
  digest: Buffer | null
  bounce: "hard" | "soft" | "block" | null
  /** Its sealed context is wiped now. */
  isSecret: boolean
}

export type SettledRow = { id: string; source_id: string | null; class: string; status: string; kind: string }

/** Rare parts stand apart: what is planned for every statement is paid by every statement. */
const BOUNCED = `
      bounced AS (
        INSERT INTO mailroom.message_fold (message_id, bounced_at, bounce_class)
        SELECT s.id, clock.at, s.bounce FROM settled s, clock WHERE s.bounce IS NOT NULL
        ON CONFLICT (message_id) DO UPDATE SET bounced_at = least(message_fold.bounced_at, excluded.bounced_at),
          bounce_class = excluded.bounce_class
      ),`

const WIPED = `
      wiped AS (
        UPDATE mailroom.message_content c SET sealed_context = NULL FROM settled s
        WHERE c.message_id = s.id AND c.planned_at = s.planned_at AND c.sealed_context IS NOT NULL
      ),`

/**
 * Ledger, events, counters and the end of the delivery row, for many messages in one statement. A lost lease settles
 * nothing, with one exception: a server's "yes" that comes after the sweeper has put the message in doubt still counts.
 * Counters are locked in the order of their key, so that two workers cannot deadlock.
 */
export function settleDeliveries(finals: Final[]): Statement {
  const column = <K extends keyof Final>(key: K) => finals.map((final) => final[key])
  return {
    text: `
      WITH clock AS MATERIALIZED (SELECT mailroom.now() AS at),
      done AS MATERIALIZED (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::int[], $7::text[],
          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bytea[], $14::text[])
        AS done(id, token, status, reason, counts, code, enhanced, reply, command, queue_id, subject, pixel, digest, bounce)
      ),
      ended AS (
        DELETE FROM mailroom.delivery d USING done
        WHERE d.message_id = ANY ($1::uuid[]) AND d.message_id = done.id AND d.lease_token = done.token
        RETURNING d.message_id, d.attempts
      ),
      settled AS (
        UPDATE mailroom.message m SET status = done.status, reason = done.reason, settled_at = clock.at,
          attempts = coalesce(ended.attempts, m.attempts) + done.counts::int, last_code = done.code,
          last_enhanced = done.enhanced, last_response = done.reply, last_command = done.command,
          queue_id = done.queue_id, subject = coalesce(done.subject, m.subject), pixel = coalesce(done.pixel, m.pixel),
          digest = done.digest
        FROM done LEFT JOIN ended ON ended.message_id = done.id, clock
        WHERE m.id = done.id AND (ended.message_id IS NOT NULL OR (done.status = 'sent' AND m.status = 'in_doubt'))
        RETURNING m.id, m.source_id, m.variant, m.class, m.kind, m.status, m.planned_at, m.pixel, m.is_test,
          CASE WHEN ended.message_id IS NULL
            THEN NOT EXISTS (SELECT FROM mailroom.delivery w WHERE w.message_id = m.id) ELSE false END AS was_final, done.bounce, done.code, done.enhanced, done.reply, done.reason
      ),
      events AS (
        INSERT INTO mailroom.message_event (message_id, kind, at, recorded_at, detail)
        SELECT s.id, CASE WHEN s.bounce IS NULL THEN s.status ELSE 'bounce' END, clock.at, clock.at,
          CASE WHEN s.status <> 'sent' THEN jsonb_strip_nulls(jsonb_build_object('class', s.bounce, 'reason', s.reason,
            'code', s.code, 'enhanced', s.enhanced, 'reply', s.reply)) END
        FROM settled s, clock WHERE s.status NOT IN ('expired', 'cancelled')
      ),
${finals.some(({ bounce }) => bounce !== null) ? BOUNCED : ""}${finals.some(({ isSecret }) => isSecret) ? WIPED : ""}
      counted AS (
        INSERT INTO mailroom.counter AS n (source_id, variant, hour, kind, n)
        SELECT s.source_id, s.variant, date_trunc('hour', clock.at, 'UTC'), k.kind, sum(k.n)
        FROM settled s, clock, LATERAL (
          SELECT s.status, 1 UNION ALL SELECT 'bounce_' || s.bounce, 1 WHERE s.bounce IS NOT NULL
          UNION ALL SELECT 'tracked', 1 WHERE s.status = 'sent' AND s.pixel = 'personal'
          -- What was counted as in doubt is not any more.
          UNION ALL SELECT 'in_doubt', -1 WHERE s.was_final) AS k(kind, n)
        WHERE s.source_id IS NOT NULL AND NOT s.is_test
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = n.n + excluded.n
      ),
      hour AS (
        INSERT INTO mailroom.sending_hour AS h (hour, n)
        SELECT date_trunc('hour', clock.at, 'UTC'), count(*) FROM settled s, clock WHERE s.status = 'sent' GROUP BY 1
        ON CONFLICT (hour) DO UPDATE SET n = h.n + excluded.n
      )
      SELECT id, source_id, class, status, kind FROM settled`,
    values: [
      column("id"),
      column("token"),
      column("status"),
      column("reason"),
      column("countsAttempt"),
      column("code"),
      column("enhanced"),
      column("reply"),
      column("command"),
      column("queueId"),
      column("subject"),
      column("pixel"),
      column("digest"),
      column("bounce"),
    ],
  }
}
