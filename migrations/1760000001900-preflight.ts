import type { MigrationInterface, QueryRunner } from "typeorm"

/** The mails of all recipients made before the release, and what was found in them; who sends what is likely spam, and why. */
export class Preflight1760000001900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // One per mailing, the last. revision: of the mailing that was looked at; another one means "old". findings, by key
    // (core/mailings/preflight-findings): how many people, and the worst of them as ids. lease: one worker at a time.
    await db.query(`
      CREATE TABLE mailroom.preflight (
        mailing_id text PRIMARY KEY REFERENCES mailroom.mailing (id) ON DELETE CASCADE,
        run_id uuid NOT NULL UNIQUE DEFAULT mailroom.uuidv7(),
        revision integer NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
        problem text,
        template_version_id uuid,
        total integer,
        done integer NOT NULL DEFAULT 0,
        affected integer NOT NULL DEFAULT 0,
        findings jsonb NOT NULL DEFAULT '{}',
        lease_token uuid,
        lease_expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        began_at timestamptz,
        finished_at timestamptz
      )`)
    await db.query(`CREATE INDEX preflight_running ON mailroom.preflight (created_at) WHERE state = 'running'`)

    // Who is still to be looked at; emptied at the end. No foreign key: a million rows are written while somebody waits.
    await db.query(`
      CREATE TABLE mailroom.preflight_member (
        run_id uuid NOT NULL,
        row_number integer NOT NULL,
        contact_id uuid NOT NULL,
        address_id uuid NOT NULL,
        PRIMARY KEY (run_id, row_number)
      )`)

    // { reason, by, at, points }: core/mailings/spam-verdict.
    await db.query(`ALTER TABLE mailroom.mailing ADD COLUMN spam_override jsonb`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.mailing DROP COLUMN spam_override`)
    await db.query(`DROP TABLE mailroom.preflight_member`)
    await db.query(`DROP TABLE mailroom.preflight`)
  }
}
