import type { MigrationInterface, QueryRunner } from "typeorm"

/** Segments (rules and hand-picked lists), where each buyer stands among all (RFM), and the indexes that rules rely on. */
export class Segments1760000001100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // members, counted_at, count_ms: as last counted; members null: never, or it took too long (counted_at says when it
    // was tried). revision: two people edit one segment.
    await db.query(`
      CREATE TABLE mailroom.segment (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('rule', 'list')),
        name text NOT NULL,
        rule jsonb CHECK ((rule IS NULL) = (kind = 'list')),
        revision integer NOT NULL DEFAULT 1,
        members integer,
        counted_at timestamptz,
        count_ms integer,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_by text
      )`)
    await db.query(`CREATE UNIQUE INDEX segment_name ON mailroom.segment (lower(name))`)

    // Who relies on which segment, written with what relies on it: a delete cannot slip past somebody who just used it.
    await db.query(`
      CREATE TABLE mailroom.segment_use (
        user_kind text NOT NULL CHECK (user_kind IN ('segment', 'mailing', 'automation')),
        user_id text NOT NULL,
        segment_id text NOT NULL REFERENCES mailroom.segment (id),
        PRIMARY KEY (user_kind, user_id, segment_id)
      )`)
    await db.query(`CREATE INDEX segment_use_segment ON mailroom.segment_use (segment_id)`)

    // No foreign keys: a million people are copied onto a list in one statement, and a check per row and key would take
    // longer than the rest. Whoever reads it joins the contacts; deleting a segment deletes its rows.
    await db.query(`
      CREATE TABLE mailroom.segment_member (
        segment_id text NOT NULL,
        contact_id uuid NOT NULL,
        added_at timestamptz NOT NULL DEFAULT mailroom.now(),
        PRIMARY KEY (segment_id, contact_id)
      )`)

    // Fifths among all who ever ordered, as of the last nightly run: 5 = latest, most often, most money.
    await db.query(`
      CREATE TABLE mailroom.contact_rfm (
        contact_id uuid PRIMARY KEY REFERENCES mailroom.contact (id) ON DELETE CASCADE,
        recency smallint NOT NULL CHECK (recency BETWEEN 1 AND 5),
        frequency smallint NOT NULL CHECK (frequency BETWEEN 1 AND 5),
        monetary smallint NOT NULL CHECK (monetary BETWEEN 1 AND 5)
      )`)

    // "Bought … and the order stands": cancelled orders are few, so they are what is looked up.
    await db.query(
      `CREATE INDEX purchase_order_cancelled ON mailroom.purchase_order (order_id) WHERE canceled_at IS NOT NULL`,
    )
    // Rules read who bought a product and when, and whether it came back, without the rows themselves. It does what
    // purchase_product did, and more.
    await db.query(`
      CREATE INDEX purchase_bought ON mailroom.purchase (product_id, placed_at)
      INCLUDE (contact_id, order_id, quantity, returned_quantity)`)
    await db.query(`DROP INDEX mailroom.purchase_product`)
    await db.query(`CREATE INDEX purchase_variant ON mailroom.purchase (variant_id, placed_at)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX purchase_product ON mailroom.purchase (product_id, placed_at)`)
    for (const index of ["purchase_variant", "purchase_bought", "purchase_order_cancelled"])
      await db.query(`DROP INDEX mailroom.${index}`)
    for (const table of ["contact_rfm", "segment_member", "segment_use", "segment"])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}
