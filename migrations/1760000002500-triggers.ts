import type { MigrationInterface, QueryRunner } from "typeorm"

/** What the triggers of automations look at: visits of the storefront, balances, prices, who waits for stock, members seen. */
export class Triggers1760000002500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await visits(db)
    await shopFacts(db)
    await datesOfPeople(db)
    await partitionsOfAll(db)
  }

  async down(db: QueryRunner): Promise<void> {
    await partitionsOfThree(db)
    for (const index of [
      "message_event_recorded",
      "purchase_total_last",
      "contact_customer_registered",
      "contact_birthday",
      "product_handle",
    ])
      await db.query(`DROP INDEX mailroom.${index}`)
    for (const table of [
      "segment_entrant",
      "product_price",
      "cart_product",
      "stock_request",
      "balance",
      "visit",
      "visitor",
    ])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}

/** Only of people who are known and agreed to be tracked; no address of a network, no browser. */
async function visits(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE mailroom.visit (
      id uuid NOT NULL DEFAULT mailroom.uuidv7(),
      at timestamptz NOT NULL DEFAULT mailroom.now(),
      contact_id uuid NOT NULL,
      kind text NOT NULL CHECK (kind IN ('site', 'page', 'product', 'category')),
      path text NOT NULL,
      subject_id text,
      PRIMARY KEY (id, at)
    ) PARTITION BY RANGE (at)`)
  await db.query(`CREATE INDEX visit_contact ON mailroom.visit (contact_id, at)`)
  await db.query(`CREATE INDEX visit_at ON mailroom.visit (at)`)
  await db.query(`CREATE TABLE mailroom.visit_default PARTITION OF mailroom.visit DEFAULT`)
  // One row per person, so that "days since the last visit" need not look through the visits.
  await db.query(`
    CREATE TABLE mailroom.visitor (
      contact_id uuid PRIMARY KEY REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      first_visit_at timestamptz NOT NULL,
      last_visit_at timestamptz NOT NULL,
      visits integer NOT NULL DEFAULT 1
    ) WITH (fillfactor = 80)`)
  await db.query(`CREATE INDEX visitor_last ON mailroom.visitor (last_visit_at)`)
  await db.query(`CREATE INDEX product_handle ON mailroom.product (handle)`)
}

async function shopFacts(db: QueryRunner): Promise<void> {
  // Any dated balance: points, a bonus, a credit; one row per day on which a part of it ends.
  await db.query(`
    CREATE TABLE mailroom.balance (
      contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      name text NOT NULL,
      expires_on date NOT NULL,
      amount numeric NOT NULL,
      unit text,
      updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
      PRIMARY KEY (contact_id, name, expires_on)
    )`)
  await db.query(`CREATE INDEX balance_expires ON mailroom.balance (name, expires_on)`)
  // "Tell me when it is back": answered once, by whichever automation is first.
  await db.query(`
    CREATE TABLE mailroom.stock_request (
      contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      product_id text NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT mailroom.now(),
      told_at timestamptz,
      PRIMARY KEY (contact_id, product_id)
    )`)
  await db.query(`CREATE INDEX stock_request_open ON mailroom.stock_request (product_id) WHERE told_at IS NULL`)
  // Since when a product lies in an open cart: what was in it before an automation was switched on was not added to it.
  await db.query(`
    CREATE TABLE mailroom.cart_product (
      cart_id text NOT NULL REFERENCES mailroom.cart (cart_id) ON DELETE CASCADE,
      product_id text NOT NULL,
      seen_at timestamptz NOT NULL,
      PRIMARY KEY (cart_id, product_id)
    )`)
  await db.query(`CREATE INDEX cart_product_seen ON mailroom.cart_product (seen_at)`)
  // What somebody without a group would pay, major units; before: the price until changed_at.
  await db.query(`
    CREATE TABLE mailroom.product_price (
      product_id text NOT NULL,
      region_id text NOT NULL,
      currency text NOT NULL,
      price numeric NOT NULL,
      before numeric,
      changed_at timestamptz,
      seen_at timestamptz NOT NULL DEFAULT mailroom.now(),
      PRIMARY KEY (product_id, region_id)
    ) WITH (fillfactor = 80)`)
  // Who was in the segment at the last look of this automation: only who is not in here has entered it.
  await db.query(`
    CREATE TABLE mailroom.segment_entrant (
      automation_id text NOT NULL,
      contact_id uuid NOT NULL,
      PRIMARY KEY (automation_id, contact_id)
    )`)
}

/** What the daily looks of a million people walk along. */
async function datesOfPeople(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE INDEX contact_birthday ON mailroom.contact ((extract(month FROM birthday) * 100 + extract(day FROM birthday)))
    WHERE birthday IS NOT NULL`)
  await db.query(
    `CREATE INDEX contact_customer_registered ON mailroom.contact_customer (registered_at) WHERE registered_at IS NOT NULL`,
  )
  await db.query(`CREATE INDEX purchase_total_last ON mailroom.contact_purchase_total (last_order_at)`)
  // Appended in the order of time: a few bytes per 32 pages find the last minutes, and cost the hot insert nothing.
  await db.query(`
    CREATE INDEX message_event_recorded ON mailroom.message_event USING brin (recorded_at)
    WITH (pages_per_range = 32, autosummarize = on)`)
}

/** Every partitioned table of the schema, so that the next one need not be written into the function. */
async function partitionsOfAll(db: QueryRunner): Promise<void> {
  await db.query(
    makePartitions(
      `ARRAY(SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'mailroom' AND c.relkind = 'p' ORDER BY c.relname)`,
    ),
  )
  await db.query(`SELECT mailroom.make_partitions(3)`)
}

async function partitionsOfThree(db: QueryRunner): Promise<void> {
  await db.query(makePartitions(`ARRAY['message_content', 'message_event', 'decision']`))
}

const makePartitions = (parents: string) => `
  CREATE OR REPLACE FUNCTION mailroom.make_partitions(months_ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
  DECLARE
    parent text; from_month timestamptz; made integer := 0; child text;
  BEGIN
    FOREACH parent IN ARRAY ${parents} LOOP
      FOR i IN 0..months_ahead LOOP
        from_month := (date_trunc('month', mailroom.now() AT TIME ZONE 'UTC') + make_interval(months => i)) AT TIME ZONE 'UTC';
        child := parent || '_' || to_char(from_month AT TIME ZONE 'UTC', 'YYYYMM');
        IF to_regclass('mailroom.' || child) IS NULL THEN
          EXECUTE format('CREATE TABLE mailroom.%I PARTITION OF mailroom.%I FOR VALUES FROM (%L) TO (%L)',
            child, parent, from_month, ((from_month AT TIME ZONE 'UTC') + interval '1 month') AT TIME ZONE 'UTC');
          made := made + 1;
        END IF;
      END LOOP;
    END LOOP;
    RETURN made;
  END $$`
