import type { MigrationInterface, QueryRunner } from "typeorm"

/**
 * What a report says beside its counters, as it was counted last: outcomes, links, domains, devices, control group. Asking
 * the ledger takes seconds for a million recipients, and a page must not.
 */
export class ReportFigures1760000002110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mailroom.report_figure (
        source_id text PRIMARY KEY,
        figures jsonb NOT NULL,
        counted_at timestamptz NOT NULL,
        took_ms integer NOT NULL
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.report_figure`)
  }
}
