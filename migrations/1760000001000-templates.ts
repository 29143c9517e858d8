import type { MigrationInterface, QueryRunner } from "typeorm"

/** Templates that people edit, the picture library, and product lists with the price of each recipient. */
export class Templates1760000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // draft: content that somebody is writing; null = what is live. builtin_version_id: as Mailroom ships it now;
    // base_version_id: as Mailroom shipped it when the owner began to edit (null: nobody has).
    await db.query(`
      ALTER TABLE mailroom.template
        ADD COLUMN draft jsonb,
        ADD COLUMN draft_by text,
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN builtin_version_id uuid REFERENCES mailroom.template_version (id),
        ADD COLUMN base_version_id uuid REFERENCES mailroom.template_version (id)`)
    // sha256 over the content alone: the digest of what was compiled changes with every new logo.
    await db.query(`ALTER TABLE mailroom.template_version ADD COLUMN content_digest bytea`)
    await db.query(`ALTER TABLE mailroom.compiled_template ADD COLUMN products jsonb NOT NULL DEFAULT '[]'`)

    await db.query(`
      CREATE TABLE mailroom.media (
        id text PRIMARY KEY,
        file_id text NOT NULL,
        url text NOT NULL,
        name text NOT NULL,
        mime text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        bytes integer NOT NULL,
        alt text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        archived_at timestamptz
      )`)
    await db.query(`CREATE INDEX media_newest ON mailroom.media (created_at DESC, id DESC) WHERE archived_at IS NULL`)

    // What product lists showed to everybody of one region, currency and customer group: shared by many messages, so
    // that a mail can be made again as it was (F28, F30). digest: sha256 over offers.
    await db.query(`
      CREATE TABLE mailroom.offer_set (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        digest bytea NOT NULL UNIQUE,
        offers jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`ALTER TABLE mailroom.message_content ADD COLUMN offer_set_id uuid`)

    await db.query(`ALTER TABLE mailroom.product ADD COLUMN created_at timestamptz, ADD COLUMN in_stock boolean,
      ADD COLUMN restocked_at timestamptz`)
    await db.query(`CREATE INDEX product_newest ON mailroom.product (coalesce(created_at, refreshed_at) DESC, product_id DESC)
      WHERE deleted_at IS NULL AND status = 'published'`)
    await db.query(`CREATE INDEX product_category ON mailroom.product USING gin (category_ids)`)
    await db.query(
      `CREATE INDEX purchase_recent ON mailroom.purchase (placed_at) INCLUDE (product_id, quantity, returned_quantity)`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX mailroom.purchase_recent`)
    await db.query(`DROP INDEX mailroom.product_category`)
    await db.query(`DROP INDEX mailroom.product_newest`)
    await db.query(
      `ALTER TABLE mailroom.product DROP COLUMN created_at, DROP COLUMN in_stock, DROP COLUMN restocked_at`,
    )
    await db.query(`ALTER TABLE mailroom.message_content DROP COLUMN offer_set_id`)
    await db.query(`DROP TABLE mailroom.offer_set`)
    await db.query(`DROP TABLE mailroom.media`)
    await db.query(`ALTER TABLE mailroom.compiled_template DROP COLUMN products`)
    await db.query(`ALTER TABLE mailroom.template_version DROP COLUMN content_digest`)
    await db.query(`
      ALTER TABLE mailroom.template DROP COLUMN base_version_id, DROP COLUMN builtin_version_id, DROP COLUMN revision,
        DROP COLUMN draft_by, DROP COLUMN draft`)
  }
}
