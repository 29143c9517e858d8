import type { MigrationInterface, QueryRunner } from "typeorm"

/** Mailings at each reader's local time, and orders credited to the mail that brought them. */
export class MailingReports1760000001600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // local_wall: "2026-11-30T10:00", the time on the reader's clock; null = one moment for all. begins_at: when the
    // planner takes it up, hours before scheduled_at when readers further east have that time first.
    // credit: which orders count for it (core/reports/credit-rule).
    await db.query(`
      ALTER TABLE mailroom.mailing
        ADD COLUMN local_wall text,
        ADD COLUMN begins_at timestamptz,
        ADD COLUMN credit jsonb NOT NULL DEFAULT '{"by": "click", "days": 5}'`)
    await db.query(`UPDATE mailroom.mailing SET begins_at = scheduled_at WHERE scheduled_at IS NOT NULL`)

    // One order, one credit: the primary key. What the order is worth is read from purchase_order, as of now.
    await db.query(`
      CREATE TABLE mailroom.order_credit (
        order_id text PRIMARY KEY REFERENCES mailroom.purchase_order (order_id) ON DELETE CASCADE,
        source_id text NOT NULL,
        variant smallint NOT NULL,
        message_id uuid NOT NULL,
        clicked_at timestamptz,
        credited_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`CREATE INDEX order_credit_source ON mailroom.order_credit (source_id)`)
    // Credits are looked for among the orders of the last days.
    await db.query(`CREATE INDEX purchase_order_placed ON mailroom.purchase_order (placed_at)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX mailroom.purchase_order_placed`)
    await db.query(`DROP TABLE mailroom.order_credit`)
    await db.query(`ALTER TABLE mailroom.mailing DROP COLUMN credit, DROP COLUMN begins_at, DROP COLUMN local_wall`)
  }
}
