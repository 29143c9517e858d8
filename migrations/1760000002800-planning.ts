import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * A preflight looks at every text of an A/B test. And planning a million recipients: of each insert into the queue a tenth went into asking whether the lane is there. Lanes are
 * never deleted, and who writes a delivery has just read or made its lane.
 */
export class Planning1760000002800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.preflight ADD COLUMN other_version_ids uuid[] NOT NULL DEFAULT '{}'`)
    await db.query(`ALTER TABLE mailroom.delivery DROP CONSTRAINT IF EXISTS delivery_lane_id_fkey`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mailroom.delivery
        ADD CONSTRAINT delivery_lane_id_fkey FOREIGN KEY (lane_id) REFERENCES mailroom.lane (id)`)
    await db.query(`ALTER TABLE mailroom.preflight DROP COLUMN other_version_ids`)
  }
}
