import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * The hand-over mark and the end of messages, as functions: PostgreSQL then plans them once per connection. As
 * statements, planning took a third as long as doing it, some hundred times a second. Named statements would do the same,
 * but not behind PgBouncer. What is switched off counts as very dear before PostgreSQL 18, and what is dear is compiled
 * at run time, which takes a quarter of a second: no JIT.
 */
export class Settle1760000001700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Only rows whose lease still holds and whose lane is open come back; for all others the body must not leave.
    // Changes no indexed column.
    await db.query(`
      CREATE FUNCTION mailroom.hand_over(ids uuid[], tokens uuid[]) RETURNS SETOF uuid
      LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET jit = off
      SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $hand_over$
      DECLARE
        at timestamptz := mailroom.now();
      BEGIN
        RETURN QUERY
        UPDATE mailroom.delivery d SET handed_at = at
        FROM unnest(ids, tokens) AS mark(id, token)
        WHERE d.message_id = ANY (ids) AND d.message_id = mark.id AND d.lease_token = mark.token
          AND d.lease_expires_at > at
          AND d.lane_id = ANY (ARRAY(SELECT l.id FROM mailroom.lane l WHERE l.state = 'open'))
        RETURNING d.message_id;
      END
      $hand_over$`)

    // Ledger, events, counters and the end of the delivery row. A lost lease settles nothing, with one exception: a
    // server's "yes" that comes after the sweeper has put the message in doubt still counts. Counters are locked in the
    // order of their key, so that two workers cannot deadlock.
    //
    // A plan that is kept must not depend on how large the tables were when it was made: by index, row by row, always.
    await db.query(`
      CREATE FUNCTION mailroom.settle(
        ids uuid[], tokens uuid[], statuses text[], reasons text[], counted_attempts boolean[], codes int[],
        enhanced_codes text[], replies text[], commands text[], queue_ids text[], subjects text[], pixels text[],
        digests bytea[], bounces text[]
      ) RETURNS TABLE (id uuid, source_id text, class text, status text, kind text)
      LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET jit = off
      SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $settle$
      #variable_conflict use_column
      BEGIN
        RETURN QUERY
        WITH clock AS MATERIALIZED (SELECT mailroom.now() AS at),
        done AS MATERIALIZED (
          SELECT * FROM unnest(ids, tokens, statuses, reasons, counted_attempts, codes, enhanced_codes, replies, commands,
            queue_ids, subjects, pixels, digests, bounces)
          AS done(id, token, status, reason, counts, code, enhanced, reply, command, queue_id, subject, pixel, digest, bounce)
        ),
        ended AS (
          DELETE FROM mailroom.delivery d USING done
          WHERE d.message_id = ANY (ids) AND d.message_id = done.id AND d.lease_token = done.token
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
        bounced AS (
          INSERT INTO mailroom.message_fold (message_id, bounced_at, bounce_class)
          SELECT s.id, clock.at, s.bounce FROM settled s, clock WHERE s.bounce IS NOT NULL
          ON CONFLICT (message_id) DO UPDATE SET bounced_at = least(message_fold.bounced_at, excluded.bounced_at),
            bounce_class = excluded.bounce_class
        ),
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
        SELECT s.id, s.source_id, s.class, s.status, s.kind FROM settled s;
      END
      $settle$`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION mailroom.hand_over(uuid[], uuid[])`)
    await db.query(
      `DROP FUNCTION mailroom.settle(uuid[], uuid[], text[], text[], boolean[], int[], text[], text[], text[], text[],
        text[], text[], bytea[], text[])`,
    )
  }
}
