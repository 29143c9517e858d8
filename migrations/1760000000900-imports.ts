import type { MigrationInterface, QueryRunner } from "typeorm"

/** Files that bring contacts or suppressions, what they changed (for the undo), and erasures with their reports. */
export class Imports1760000000900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // position: rows checked or imported so far; each chunk moves it in the transaction of its work, so that whoever
    // takes over after a crash goes on exactly there.
    await db.query(`
      CREATE TABLE mailroom.import (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('contacts', 'suppressions')),
        file_name text NOT NULL,
        state text NOT NULL DEFAULT 'uploading' CHECK (state IN
          ('uploading', 'uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
        encoding text,
        separator text,
        columns text[] NOT NULL DEFAULT '{}',
        first_row integer NOT NULL DEFAULT 2,
        plan jsonb NOT NULL DEFAULT '{}',
        rows bigint NOT NULL DEFAULT 0,
        position bigint NOT NULL DEFAULT 0,
        checked jsonb NOT NULL DEFAULT '{}',
        result jsonb NOT NULL DEFAULT '{}',
        undone jsonb NOT NULL DEFAULT '{}',
        problem text,
        has_rows boolean NOT NULL DEFAULT true,
        has_changes boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        started_at timestamptz,
        finished_at timestamptz
      )`)
    await db.query(`CREATE INDEX import_created ON mailroom.import (created_at)`)

    // The file as it came, one row each; emptied by the retention task.
    await db.query(`
      CREATE TABLE mailroom.import_row (
        import_id text NOT NULL,
        n bigint NOT NULL,
        cells jsonb NOT NULL,
        PRIMARY KEY (import_id, n)
      )`)

    // Which row names an address first: later ones are repetitions, also after a restart in the middle.
    await db.query(`
      CREATE TABLE mailroom.import_address (
        import_id text NOT NULL,
        email_hash bytea NOT NULL,
        n bigint NOT NULL,
        PRIMARY KEY (import_id, email_hash)
      )`)

    await db.query(`
      CREATE TABLE mailroom.import_problem (
        import_id text NOT NULL,
        n bigint NOT NULL,
        problem text NOT NULL,
        PRIMARY KEY (import_id, n)
      )`)

    // What an import changed, row by row: enough to take it back. before and after hold the profile columns that were set.
    await db.query(`
      CREATE TABLE mailroom.import_change (
        import_id text NOT NULL,
        n bigint NOT NULL,
        contact_id uuid,
        address_id uuid,
        made_contact boolean NOT NULL DEFAULT false,
        before jsonb NOT NULL DEFAULT '{}',
        after jsonb NOT NULL DEFAULT '{}',
        tags text[] NOT NULL DEFAULT '{}',
        said jsonb NOT NULL DEFAULT '[]',
        suppression_ids uuid[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (import_id, n)
      )`)
    await db.query(`CREATE INDEX import_change_contact ON mailroom.import_change (contact_id)`)

    // What is looked for (addresses, sealed) is forgotten with the end of the job; the report stays.
    await db.query(`
      CREATE TABLE mailroom.erasure (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        contact_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done')),
        sealed_addresses bytea,
        position jsonb NOT NULL DEFAULT '{"table": "", "block": 0}',
        report jsonb NOT NULL DEFAULT '{}',
        requested_at timestamptz NOT NULL DEFAULT mailroom.now(),
        requested_by text,
        finished_at timestamptz
      )`)
    await db.query(`CREATE INDEX erasure_contact ON mailroom.erasure (contact_id)`)
    await db.query(`CREATE INDEX erasure_running ON mailroom.erasure (requested_at) WHERE state = 'running'`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["erasure", "import_change", "import_problem", "import_address", "import_row", "import"])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}
