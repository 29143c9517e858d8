import type { MigrationInterface, QueryRunner } from "typeorm"

/** What the codes of a step cost so far. */
export class ActionState1760000002610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A counter: to add up two hundred thousand codes before each new one would be their square.
    await db.query(`
      CREATE TABLE mailroom.promotion_budget (
        automation_id text NOT NULL,
        node text NOT NULL,
        codes integer NOT NULL DEFAULT 0,
        cost numeric NOT NULL DEFAULT 0,
        PRIMARY KEY (automation_id, node)
      ) WITH (fillfactor = 70)`)
    // When the shop was last asked whether it was used.
    await db.query(`ALTER TABLE mailroom.promotion_code ADD COLUMN checked_at timestamptz`)
    await db.query(
      `CREATE INDEX promotion_code_check ON mailroom.promotion_code (checked_at NULLS FIRST) WHERE state = 'minted'`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX mailroom.promotion_code_check`)
    await db.query(`ALTER TABLE mailroom.promotion_code DROP COLUMN checked_at`)
    await db.query(`DROP TABLE mailroom.promotion_budget`)
  }
}
