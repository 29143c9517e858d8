import type { MigrationInterface, QueryRunner } from "typeorm"

/** Templates, their immutable versions and what was compiled from them. */
export class Content1760000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mailroom.template (
        id text PRIMARY KEY,
        builtin_key text UNIQUE,
        name text NOT NULL,
        class text NOT NULL CHECK (class IN ('tx', 'marketing', 'system')),
        is_secret boolean NOT NULL DEFAULT false,
        live_version_id uuid,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        archived_at timestamptz
      )`)

    // template_id is null for a mailing's own content. digest: sha256 over everything that was compiled, so that
    // starting the same code twice makes no new version.
    await db.query(`
      CREATE TABLE mailroom.template_version (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        template_id text REFERENCES mailroom.template (id),
        mailing_id text,
        number integer NOT NULL,
        document jsonb NOT NULL,
        digest bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text
      )`)
    await db.query(`
      CREATE UNIQUE INDEX template_version_number ON mailroom.template_version (template_id, number)
      WHERE template_id IS NOT NULL`)
    await db.query(
      `CREATE INDEX template_version_mailing ON mailroom.template_version (mailing_id) WHERE mailing_id IS NOT NULL`,
    )

    // links: the fixed targets in order; a click token carries the index.
    await db.query(`
      CREATE TABLE mailroom.compiled_template (
        version_id uuid NOT NULL REFERENCES mailroom.template_version (id),
        locale text NOT NULL,
        subject text NOT NULL,
        preheader text NOT NULL,
        html text NOT NULL,
        plain text NOT NULL,
        links jsonb NOT NULL DEFAULT '[]',
        variables text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (version_id, locale)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["compiled_template", "template_version", "template"])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}
