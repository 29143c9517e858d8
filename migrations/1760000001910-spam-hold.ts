import type { MigrationInterface, QueryRunner } from "typeorm"

/** A mailing that looked so much like spam that nobody got it says so for good. */
export class SpamHold1760000001910 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // { points, signs, at }: core/mailings/spam-verdict, at the start.
    await db.query(`ALTER TABLE mailroom.mailing ADD COLUMN spam_hold jsonb`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.mailing DROP COLUMN spam_hold`)
  }
}
