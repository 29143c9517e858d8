import type { MigrationInterface, QueryRunner } from "typeorm"

/** By what a shop notices that an older state of its own database was put back on the same server (F62). */
export class LiveShop1760000001500 implements MigrationInterface {
  name = "LiveShop1760000001500"

  async up(db: QueryRunner): Promise<void> {
    // incarnation: object ids that a restored dump or a copied database cannot keep. timeline: of the write-ahead log.
    // seen_at: when the shop last recognised itself. Empty, null: not known yet, and learnt at the next start.
    await db.query(`
      ALTER TABLE mailroom.live_shop ADD COLUMN incarnation text NOT NULL DEFAULT '',
        ADD COLUMN timeline text NOT NULL DEFAULT '', ADD COLUMN seen_at timestamptz`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.live_shop DROP COLUMN incarnation, DROP COLUMN timeline, DROP COLUMN seen_at`)
  }
}
