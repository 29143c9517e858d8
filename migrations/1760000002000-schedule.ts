import type { MigrationInterface, QueryRunner } from "typeorm"

/** When mailings may go, how often a person hears of the store, corrected texts, and the public archive. */
export class Schedule1760000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // undo_until: nothing of it has left before, and one click makes it a draft again.
    // sending_window: null = as in the settings; {"hours": null, "days": null} = at any time.
    // not_later_than: what has not left by then is too late.
    // correcting_after: the message after which waiting ones still carry the old text; null = none does.
    // again_of: {"mailing_id", "outcomes"}: it is for those whom that mailing did not reach.
    await db.query(`
      ALTER TABLE mailroom.mailing
        ADD COLUMN undo_until timestamptz,
        ADD COLUMN sending_window jsonb,
        ADD COLUMN not_later_than timestamptz,
        ADD COLUMN correcting_after uuid,
        ADD COLUMN again_of jsonb,
        ADD COLUMN in_archive boolean NOT NULL DEFAULT true`)
    // The calendar looks for what was sent and what is planned.
    await db.query(`CREATE INDEX mailing_started ON mailroom.mailing (started_at) WHERE started_at IS NOT NULL`)

    await db.query(`
      ALTER TABLE mailroom.topic ADD COLUMN archive text NOT NULL DEFAULT 'off',
        ADD CONSTRAINT topic_archive_check CHECK (archive IN ('off', 'unlisted', 'indexed'))`)

    // The marketing mails of the last days, one row per person: the frequency cap is held against it at the hand-over.
    // fillfactor: each mail is a HOT update.
    await db.query(`
      CREATE TABLE mailroom.recent_mail (
        contact_id uuid PRIMARY KEY,
        message_ids uuid[] NOT NULL,
        sent_at timestamptz[] NOT NULL
      ) WITH (fillfactor = 60)`)
    await db.query(`
      INSERT INTO mailroom.recent_mail (contact_id, message_ids, sent_at)
      SELECT contact_id, array_agg(id ORDER BY settled_at, id), array_agg(settled_at ORDER BY settled_at, id)
      FROM mailroom.message
      WHERE class = 'marketing' AND origin <> 'direct' AND NOT is_test AND contact_id IS NOT NULL AND status IN ('sent', 'in_doubt')
        AND settled_at > mailroom.now() - interval '31 days'
      GROUP BY contact_id`)

    // hand_over of 001700 for a person's marketing mail: at most so many in so many days, counted under the lock of the
    // person's row, so that two workers with two mailings cannot both find room for the last one. A mail that was counted
    // at an earlier try counts once, as of now. contacts: null where nothing is counted. Of two mails for one person in
    // one call the first takes the place, the other comes again.
    await db.query(`
      CREATE FUNCTION mailroom.hand_over(ids uuid[], tokens uuid[], contacts uuid[], most integer, days integer)
      RETURNS SETOF uuid
      LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET jit = off
      SET enable_seqscan = off SET enable_bitmapscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $hand_over$
      #variable_conflict use_column
      DECLARE
        at timestamptz := mailroom.now();
        since timestamptz := mailroom.now() - make_interval(days => days);
      BEGIN
        RETURN QUERY
        WITH held AS MATERIALIZED (
          SELECT mark.id, mark.token, mark.contact_id
          FROM unnest(ids, tokens, contacts) AS mark(id, token, contact_id)
          JOIN mailroom.delivery d ON d.message_id = mark.id
          WHERE d.lease_token = mark.token AND d.lease_expires_at > at
            AND d.lane_id = ANY (ARRAY(SELECT l.id FROM mailroom.lane l WHERE l.state = 'open'))
        ),
        counted AS (
          INSERT INTO mailroom.recent_mail AS r (contact_id, message_ids, sent_at)
          SELECT DISTINCT ON (held.contact_id) held.contact_id, ARRAY[held.id], ARRAY[at]
          FROM held WHERE held.contact_id IS NOT NULL ORDER BY held.contact_id, held.id
          ON CONFLICT (contact_id) DO UPDATE SET
            message_ids = ARRAY(SELECT e.id FROM unnest(r.message_ids, r.sent_at) AS e(id, sent)
              WHERE e.sent > since AND e.id <> excluded.message_ids[1] ORDER BY e.sent, e.id) || excluded.message_ids,
            sent_at = ARRAY(SELECT e.sent FROM unnest(r.message_ids, r.sent_at) AS e(id, sent)
              WHERE e.sent > since AND e.id <> excluded.message_ids[1] ORDER BY e.sent, e.id) || excluded.sent_at
          WHERE (SELECT count(*) FROM unnest(r.message_ids, r.sent_at) AS e(id, sent)
            WHERE e.sent > since AND e.id <> excluded.message_ids[1]) < most
          RETURNING r.message_ids[array_upper(r.message_ids, 1)] AS id
        )
        UPDATE mailroom.delivery d SET handed_at = at
        FROM held
        WHERE d.message_id = ANY (ids) AND d.message_id = held.id AND d.lease_token = held.token AND d.lease_expires_at > at
          AND (held.contact_id IS NULL OR held.id = ANY (ARRAY(SELECT counted.id FROM counted)))
        RETURNING d.message_id;
      END
      $hand_over$`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION mailroom.hand_over(uuid[], uuid[], uuid[], integer, integer)`)
    await db.query(`DROP TABLE mailroom.recent_mail`)
    await db.query(`ALTER TABLE mailroom.topic DROP COLUMN archive`)
    await db.query(`DROP INDEX mailroom.mailing_started`)
    await db.query(`
      ALTER TABLE mailroom.mailing DROP COLUMN in_archive, DROP COLUMN again_of, DROP COLUMN correcting_after,
        DROP COLUMN not_later_than, DROP COLUMN sending_window, DROP COLUMN undo_until`)
  }
}
