import type { MigrationInterface, QueryRunner } from "typeorm"

/** What the actions of automations need: suppliers, webhook endpoints, promotion codes. */
export class Actions1760000002600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await suppliers(db)
    await webhooks(db)
    // Set before something leaves that must not leave twice; a lease that ends with it leaves the effect in doubt.
    await db.query(`ALTER TABLE mailroom.effect ADD COLUMN handed_at timestamptz`)
    await promotionCodes(db)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.effect DROP COLUMN handed_at`)
    for (const table of ["promotion_code", "effect_attempt", "webhook_endpoint", "supplier_product", "supplier"])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}

async function suppliers(db: QueryRunner): Promise<void> {
  // hours: { hours: { from, to } | null, days: int[] | null } by the supplier's clock; null: at any time.
  await db.query(`
    CREATE TABLE mailroom.supplier (
      id text PRIMARY KEY,
      name text NOT NULL,
      emails text[] NOT NULL,
      cc text[] NOT NULL DEFAULT '{}',
      locale text,
      time_zone text,
      hours jsonb,
      note text NOT NULL DEFAULT '',
      created_at timestamptz NOT NULL DEFAULT mailroom.now(),
      updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
      archived_at timestamptz
    )`)
  await db.query(`CREATE UNIQUE INDEX supplier_name ON mailroom.supplier (lower(name)) WHERE archived_at IS NULL`)
  // One supplier per product: with two of them the same thing would be ordered twice.
  await db.query(`
    CREATE TABLE mailroom.supplier_product (
      product_id text PRIMARY KEY,
      supplier_id text NOT NULL REFERENCES mailroom.supplier (id),
      assigned_at timestamptz NOT NULL DEFAULT mailroom.now(),
      assigned_by text
    )`)
  await db.query(`CREATE INDEX supplier_product_supplier ON mailroom.supplier_product (supplier_id, product_id)`)
}

async function webhooks(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE mailroom.webhook_endpoint (
      id text PRIMARY KEY,
      name text NOT NULL,
      url text NOT NULL,
      sealed_secret bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT mailroom.now(),
      updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
      archived_at timestamptz
    )`)
  // Every try of an effect that leaves the database, with what came back; dropped by age.
  await db.query(`
    CREATE TABLE mailroom.effect_attempt (
      id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
      effect_id uuid,
      endpoint_id text,
      at timestamptz NOT NULL DEFAULT mailroom.now(),
      outcome text NOT NULL CHECK (outcome IN ('done', 'retry', 'failed', 'in_doubt')),
      detail jsonb NOT NULL DEFAULT '{}'
    )`)
  await db.query(`CREATE INDEX effect_attempt_effect ON mailroom.effect_attempt (effect_id, at)`)
  await db.query(`CREATE INDEX effect_attempt_endpoint ON mailroom.effect_attempt (endpoint_id, id)`)
}

async function promotionCodes(db: QueryRunner): Promise<void> {
  // code is derived from the key (a keyed hash), so that minting again after a crash makes the same one.
  await db.query(`
    CREATE TABLE mailroom.promotion_code (
      id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
      key text NOT NULL UNIQUE,
      code text NOT NULL UNIQUE,
      promotion_id text,
      automation_id text,
      node text,
      enrolment_id uuid,
      contact_id uuid,
      state text NOT NULL CHECK (state IN ('reserved', 'minted', 'redeemed', 'removed')),
      terms jsonb NOT NULL,
      cost numeric NOT NULL,
      currency text NOT NULL,
      expires_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT mailroom.now(),
      minted_at timestamptz,
      redeemed_at timestamptz,
      removed_at timestamptz
    )`)
  await db.query(`CREATE INDEX promotion_code_node ON mailroom.promotion_code (automation_id, node, state)`)
  await db.query(`CREATE INDEX promotion_code_enrolment ON mailroom.promotion_code (enrolment_id)`)
  await db.query(`CREATE INDEX promotion_code_contact ON mailroom.promotion_code (contact_id)`)
  await db.query(
    `CREATE INDEX promotion_code_expired ON mailroom.promotion_code (expires_at) WHERE state IN ('reserved', 'minted')`,
  )
}
