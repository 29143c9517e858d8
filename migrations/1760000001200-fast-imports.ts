import type { MigrationInterface, QueryRunner } from "typeorm"

/** What lets a file of 200,000 contacts be imported at the speed of the disk; see docs/decisions/0007. */
export class FastImports1760000001200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Chunks are written side by side and may end in any order: what is done beyond the position.
    await db.query(`ALTER TABLE mailroom.import ADD COLUMN ahead jsonb NOT NULL DEFAULT '[]'`)
    // A wording is the proof of what people saw: it never changes and never goes. With that, and with a log that is
    // append-only, the two references below can break at no moment after the insert; checking them row by row was a
    // quarter of an import's time. Each of the two is written by one statement together with what it refers to, or
    // names a wording that was stored before.
    await db.query(`
      CREATE TRIGGER consent_wording_append_only BEFORE UPDATE OR DELETE ON mailroom.consent_wording
      FOR EACH ROW EXECUTE FUNCTION mailroom.refuse_change()`)
    await db.query(`
      CREATE TRIGGER consent_wording_no_truncate BEFORE TRUNCATE ON mailroom.consent_wording
      FOR EACH STATEMENT EXECUTE FUNCTION mailroom.refuse_change()`)
    await db.query(`ALTER TABLE mailroom.consent_log DROP CONSTRAINT consent_log_wording_id_fkey`)
    await db.query(`ALTER TABLE mailroom.consent_personal DROP CONSTRAINT consent_personal_log_id_fkey`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mailroom.consent_personal ADD CONSTRAINT consent_personal_log_id_fkey
      FOREIGN KEY (log_id) REFERENCES mailroom.consent_log (id)`)
    await db.query(`
      ALTER TABLE mailroom.consent_log ADD CONSTRAINT consent_log_wording_id_fkey
      FOREIGN KEY (wording_id) REFERENCES mailroom.consent_wording (id)`)
    await db.query(`DROP TRIGGER consent_wording_no_truncate ON mailroom.consent_wording`)
    await db.query(`DROP TRIGGER consent_wording_append_only ON mailroom.consent_wording`)
    await db.query(`ALTER TABLE mailroom.import DROP COLUMN ahead`)
  }
}
