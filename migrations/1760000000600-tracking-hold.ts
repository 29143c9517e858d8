import type { MigrationInterface, QueryRunner } from "typeorm"

/** Opens and clicks of which it is not sure yet whether they are a person's wait a minute: these are found by an index. */
export class TrackingHold1760000000600 implements MigrationInterface {
  name = "TrackingHold1760000000600"

  async up(db: QueryRunner): Promise<void> {
    // The rules before counted them as machines at once, and the sums stand so.
    await db.query(`UPDATE mailroom.message_event SET classification = 'machine' WHERE classification = 'uncertain'`)
    await db.query(
      `CREATE INDEX message_event_uncertain ON mailroom.message_event (at) WHERE classification = 'uncertain'`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX mailroom.message_event_uncertain`)
  }
}
