import type { MigrationInterface, QueryRunner } from "typeorm"

/** The read model of the shop: what rules filter on, filled by events and by the reconciler. */
export class Shop1760000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Money: numeric, major units, unrounded, as Medusa gives it.
    await db.query(`
      CREATE TABLE mailroom.purchase_order (
        order_id text PRIMARY KEY,
        display_id integer,
        contact_id uuid REFERENCES mailroom.contact (id),
        customer_id text,
        email_norm text,
        currency text NOT NULL,
        region_id text,
        sales_channel_id text,
        country text,
        locale text,
        total numeric NOT NULL,
        net_total numeric NOT NULL,
        refunded_total numeric NOT NULL DEFAULT 0,
        placed_at timestamptz NOT NULL,
        canceled_at timestamptz,
        refreshed_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`CREATE INDEX purchase_order_contact ON mailroom.purchase_order (contact_id, placed_at)`)
    await db.query(`CREATE INDEX purchase_order_email ON mailroom.purchase_order (email_norm)`)
    await db.query(`CREATE INDEX purchase_order_customer ON mailroom.purchase_order (customer_id)`)
    await db.query(`CREATE INDEX purchase_order_display ON mailroom.purchase_order (display_id)`)

    await db.query(`
      CREATE TABLE mailroom.purchase (
        line_id text PRIMARY KEY,
        order_id text NOT NULL REFERENCES mailroom.purchase_order (order_id) ON DELETE CASCADE,
        contact_id uuid,
        product_id text,
        variant_id text,
        sku text,
        title text NOT NULL,
        quantity numeric NOT NULL,
        returned_quantity numeric NOT NULL DEFAULT 0,
        currency text NOT NULL,
        net numeric NOT NULL,
        placed_at timestamptz NOT NULL
      )`)
    await db.query(`CREATE INDEX purchase_of_order ON mailroom.purchase (order_id)`)
    await db.query(`CREATE INDEX purchase_contact ON mailroom.purchase (contact_id, product_id)`)
    await db.query(`CREATE INDEX purchase_product ON mailroom.purchase (product_id, placed_at)`)

    await db.query(`
      CREATE TABLE mailroom.product (
        product_id text PRIMARY KEY,
        title text NOT NULL,
        handle text,
        status text NOT NULL,
        thumbnail text,
        collection_id text,
        category_ids text[] NOT NULL DEFAULT '{}',
        tag_ids text[] NOT NULL DEFAULT '{}',
        sales_channel_ids text[] NOT NULL DEFAULT '{}',
        metadata jsonb NOT NULL DEFAULT '{}',
        refreshed_at timestamptz NOT NULL DEFAULT mailroom.now(),
        deleted_at timestamptz
      )`)

    await db.query(`
      CREATE TABLE mailroom.cart (
        cart_id text PRIMARY KEY,
        contact_id uuid REFERENCES mailroom.contact (id),
        customer_id text,
        email_norm text,
        currency text NOT NULL,
        region_id text,
        sales_channel_id text,
        locale text,
        item_count integer NOT NULL,
        item_total numeric NOT NULL,
        product_ids text[] NOT NULL DEFAULT '{}',
        last_activity_at timestamptz NOT NULL,
        completed_at timestamptz,
        order_id text,
        abandoned_at timestamptz,
        created_at timestamptz NOT NULL,
        refreshed_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`
      CREATE INDEX cart_open ON mailroom.cart (last_activity_at)
      WHERE completed_at IS NULL AND abandoned_at IS NULL AND email_norm IS NOT NULL`)
    await db.query(`CREATE INDEX cart_contact ON mailroom.cart (contact_id)`)

    // The inbox of triggers: bus and reconciler write the same key, so that each occurrence counts once.
    await db.query(`
      CREATE TABLE mailroom.trigger_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event text NOT NULL,
        occurrence_key text NOT NULL,
        payload jsonb NOT NULL,
        sealed_payload bytea,
        source text NOT NULL CHECK (source IN ('bus', 'reconciler', 'api', 'clock')),
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT mailroom.now(),
        next_attempt_at timestamptz NOT NULL DEFAULT mailroom.now(),
        attempts smallint NOT NULL DEFAULT 0,
        lease_token uuid,
        lease_expires_at timestamptz,
        processed_at timestamptz,
        outcome text,
        last_error text,
        UNIQUE (event, occurrence_key)
      )`)
    await db.query(
      `CREATE INDEX trigger_event_due ON mailroom.trigger_event (next_attempt_at) WHERE processed_at IS NULL`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["trigger_event", "cart", "product", "purchase", "purchase_order"])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}
