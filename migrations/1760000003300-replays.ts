import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * The last replay of each automation (F51): asked for by somebody, walked by a worker, kept for a week. What it found names
 * people, so it is forgotten with any of them.
 */
export class Replays1760000003300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mailroom.replay (
        automation_id text PRIMARY KEY REFERENCES mailroom.automation (id) ON DELETE CASCADE,
        run_id uuid NOT NULL DEFAULT mailroom.uuidv7(),
        days integer NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
        problem text,
        done integer NOT NULL DEFAULT 0,
        total integer,
        report jsonb,
        contact_ids uuid[] NOT NULL DEFAULT '{}',
        attempts integer NOT NULL DEFAULT 0,
        lease_token uuid,
        lease_expires_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        finished_at timestamptz
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.replay`)
  }
}
