import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * When somebody said that the test of a mailing was opened: that no pixel can tell. And when its words were changed last:
 * a test does not become old because the mailing is scheduled.
 */
export class TestLookedAt1760000003400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.mailing ADD COLUMN test_looked_at timestamptz,
      ADD COLUMN edited_at timestamptz NOT NULL DEFAULT mailroom.now()`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.mailing DROP COLUMN test_looked_at, DROP COLUMN edited_at`)
  }
}
