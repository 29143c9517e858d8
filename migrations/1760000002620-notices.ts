import type { MigrationInterface, QueryRunner } from "typeorm"

/** Notices to suppliers and colleagues that are collected, acknowledged and corrected. */
export class Notices1760000002620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // recipients: { to, cc, bcc, name, locale, supplierId }. settings: those of the step when it was begun.
    await db.query(`
      CREATE TABLE mailroom.notice (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        automation_id text NOT NULL,
        node text NOT NULL,
        group_key text NOT NULL,
        recipients jsonb NOT NULL,
        settings jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('collecting', 'sent', 'nothing_left')),
        send_at timestamptz NOT NULL,
        sent_at timestamptz,
        sendings smallint NOT NULL DEFAULT 0,
        acknowledged_at timestamptz,
        acknowledged_by text,
        remind_at timestamptz,
        reminded_at timestamptz,
        escalate_at timestamptz,
        escalated_at timestamptz,
        corrected_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    // One that collects per step and group: two processes put their lines into the same one.
    await db.query(`
      CREATE UNIQUE INDEX notice_collecting ON mailroom.notice (automation_id, node, group_key) WHERE state = 'collecting'`)
    await db.query(`CREATE INDEX notice_due ON mailroom.notice (send_at) WHERE state = 'collecting'`)
    await db.query(`CREATE INDEX notice_remind ON mailroom.notice (remind_at) WHERE remind_at IS NOT NULL`)
    await db.query(`CREATE INDEX notice_escalate ON mailroom.notice (escalate_at) WHERE escalate_at IS NOT NULL`)

    // told: how many of it the last mail said; 0: taken back. said: its name, for when it was taken out of the order.
    // recheck: the order was changed since.
    await db.query(`
      CREATE TABLE mailroom.notice_line (
        automation_id text NOT NULL,
        node text NOT NULL,
        group_key text NOT NULL,
        order_id text NOT NULL,
        line_id text NOT NULL,
        notice_id uuid NOT NULL REFERENCES mailroom.notice (id),
        told integer NOT NULL,
        said jsonb NOT NULL,
        recheck boolean NOT NULL DEFAULT false,
        PRIMARY KEY (automation_id, node, group_key, order_id, line_id)
      )`)
    await db.query(`CREATE INDEX notice_line_notice ON mailroom.notice_line (notice_id)`)
    await db.query(`CREATE INDEX notice_line_order ON mailroom.notice_line (order_id)`)
    await db.query(`CREATE INDEX notice_line_recheck ON mailroom.notice_line (notice_id) WHERE recheck`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.notice_line`)
    await db.query(`DROP TABLE mailroom.notice`)
  }
}
