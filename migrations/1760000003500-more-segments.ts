import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Segments by visits of the storefront and those that are there from the beginning; the mails of each step counted apart;
 * orders that used a code of a mail.
 */
export class MoreSegments1760000003500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // "Who looked at this product, at this part of the shop": without these every visit of the time is read.
    await db.query(`
      CREATE INDEX visit_subject ON mailroom.visit (subject_id, at) INCLUDE (contact_id) WHERE subject_id IS NOT NULL`)
    // In the order of bytes, so that everything below a path is one stretch of the index in every database.
    await db.query(`
      CREATE INDEX visit_page ON mailroom.visit (path COLLATE "C", at) INCLUDE (contact_id) WHERE kind = 'page'`)
    // Which of the ready segments were made here: one that somebody deleted does not come back at the next start.
    await db.query(`
      CREATE TABLE mailroom.ready_segment (
        key text PRIMARY KEY,
        made_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    // As the order names them; in whatever writing the shop keeps its codes.
    await db.query(`ALTER TABLE mailroom.purchase_order ADD COLUMN promotion_codes text[] NOT NULL DEFAULT '{}'`)
    // number: the variant of the step's mails, counters and credits, for ever; 0 are mails from before there were numbers.
    await db.query(`
      CREATE TABLE mailroom.automation_step (
        automation_id text NOT NULL REFERENCES mailroom.automation (id) ON DELETE CASCADE,
        node text NOT NULL,
        number smallint NOT NULL CHECK (number > 0),
        PRIMARY KEY (automation_id, node),
        UNIQUE (automation_id, number)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.automation_step`)
    await db.query(`ALTER TABLE mailroom.purchase_order DROP COLUMN promotion_codes`)
    await db.query(`DROP TABLE mailroom.ready_segment`)
    await db.query(`DROP INDEX mailroom.visit_page`)
    await db.query(`DROP INDEX mailroom.visit_subject`)
  }
}
