import type { MigrationInterface, QueryRunner } from "typeorm"

/** A/B tests of mailings and their control groups. */
export class Variants1760000002100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // ab: what is tested (core/mailings/ab-test), null = nothing. control_share: percent of the audience that gets nothing
    // and is measured. Fixed at the start: shuffle_key, by whose hash people are put in order, and the last row of each
    // part of that order: control_rows, then test_rows (null = no test), then the rest, which waits for ab_result.
    // test_sent_at: every mail of the test was tried. rest_due_at: the hour of day of the winner.
    await db.query(`
      ALTER TABLE mailroom.mailing
        ADD COLUMN ab jsonb,
        ADD COLUMN control_share smallint NOT NULL DEFAULT 0 CHECK (control_share BETWEEN 0 AND 50),
        ADD COLUMN shuffle_key text,
        ADD COLUMN control_rows bigint NOT NULL DEFAULT 0,
        ADD COLUMN test_rows bigint,
        ADD COLUMN test_sent_at timestamptz,
        ADD COLUMN ab_result jsonb,
        ADD COLUMN rest_due_at timestamptz`)

    // What each variant was when it started; message.variant is its number, 0 is the rest.
    await db.query(`
      CREATE TABLE mailroom.mailing_variant (
        mailing_id text NOT NULL REFERENCES mailroom.mailing (id) ON DELETE CASCADE,
        variant smallint NOT NULL CHECK (variant BETWEEN 1 AND 5),
        subject text NOT NULL,
        preheader text NOT NULL,
        document jsonb NOT NULL,
        sender_id text REFERENCES mailroom.sender (id),
        due_at timestamptz,
        template_version_id uuid NOT NULL REFERENCES mailroom.template_version (id),
        PRIMARY KEY (mailing_id, variant)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.mailing_variant`)
    await db.query(`
      ALTER TABLE mailroom.mailing DROP COLUMN rest_due_at, DROP COLUMN ab_result, DROP COLUMN test_sent_at,
        DROP COLUMN test_rows, DROP COLUMN control_rows, DROP COLUMN shuffle_key, DROP COLUMN control_share, DROP COLUMN ab`)
  }
}
