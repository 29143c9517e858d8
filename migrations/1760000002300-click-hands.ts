import type { MigrationInterface, QueryRunner } from "typeorm"

/** Whose hand clicked, for a minute, so that all server processes see a scanner together. */
export class ClickHands1760000002300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // hand: keyed hash (16 bytes) of address and browser. Unlogged: what a crash of the server empties was of use for a
    // minute at most, and nothing of it belongs into a backup or on a replica.
    await db.query(`
      CREATE UNLOGGED TABLE mailroom.click_hand (
        hand bytea NOT NULL,
        at timestamptz NOT NULL,
        event_id uuid NOT NULL,
        message_id uuid NOT NULL,
        is_machine boolean NOT NULL DEFAULT false
      )`)
    await db.query(`CREATE INDEX click_hand_recent ON mailroom.click_hand (hand, at)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.click_hand`)
  }
}
