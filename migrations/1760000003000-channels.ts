import type { MigrationInterface, QueryRunner } from "typeorm"

/** Marketing by SMS and push: agreed to in the same log as mail, and where it goes. */
export class Channels1760000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await allowPurposes(db, ["marketing", "topic", "tracking", "pause", "sms", "push"])
    // address: the number (E.164) or device that the person agreed to; null for push: the customer's id stands for all.
    await db.query(`
      CREATE TABLE mailroom.contact_channel (
        contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
        channel text NOT NULL CHECK (channel IN ('sms', 'push')),
        address text,
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        PRIMARY KEY (contact_id, channel),
        CHECK (channel = 'push' OR address IS NOT NULL)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.contact_channel`)
    await allowPurposes(db, ["marketing", "topic", "tracking", "pause"])
  }
}

/**
 * NOT VALID: the log is never changed, so what an older state does not know stays in it (its fold passes over it), and
 * nobody has to read millions of rows that were checked when they were written.
 */
async function allowPurposes(db: QueryRunner, purposes: string[]): Promise<void> {
  await db.query(`ALTER TABLE mailroom.consent_log DROP CONSTRAINT consent_log_purpose_check`)
  await db.query(`
    ALTER TABLE mailroom.consent_log ADD CONSTRAINT consent_log_purpose_check
      CHECK (purpose IN (${purposes.map((one) => `'${one}'`).join(", ")})) NOT VALID`)
}
