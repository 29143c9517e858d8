import type { MigrationInterface, QueryRunner } from "typeorm"

/** What consent needs beyond the log: opt-in per topic, reminders, recorded bases, the two-year rule, and its checks. */
export class Consent1760000000800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mailroom.topic ADD COLUMN is_double_opt_in boolean NOT NULL DEFAULT true`)

    // source: form, checkout, account. lapsed_at: nobody confirmed within 30 days, and the person was forgotten.
    await db.query(`
      ALTER TABLE mailroom.subscription_request
        ADD COLUMN source text NOT NULL DEFAULT 'form',
        ADD COLUMN reminded_at timestamptz,
        ADD COLUMN lapsed_at timestamptz`)
    await db.query(
      `CREATE INDEX subscription_request_open ON mailroom.subscription_request (created_at)
       WHERE confirmed_at IS NULL AND lapsed_at IS NULL`,
    )
    await db.query(`CREATE INDEX subscription_request_address ON mailroom.subscription_request (address_id)`)

    // Rate limits: one row per key, counted by the statement that asks, so that a crowd cannot pass between two looks.
    await db.query(`
      CREATE TABLE mailroom.rate_window (
        key bytea PRIMARY KEY,
        started_at timestamptz NOT NULL,
        n integer NOT NULL
      ) WITH (fillfactor = 50)`)
    await db.query(`CREATE INDEX rate_window_started ON mailroom.rate_window (started_at)`)

    // What an order or a customer's metadata said, to be taken over once; other words have another digest. said is emptied
    // when it is taken (it holds an address). is_repeat: this is not the first word about it.
    await db.query(`
      CREATE TABLE mailroom.shop_word (
        kind text NOT NULL CHECK (kind IN ('order', 'customer')),
        id text NOT NULL,
        digest bytea NOT NULL,
        said jsonb,
        is_repeat boolean NOT NULL DEFAULT false,
        noted_at timestamptz NOT NULL DEFAULT mailroom.now(),
        next_attempt_at timestamptz NOT NULL DEFAULT mailroom.now(),
        attempts smallint NOT NULL DEFAULT 0,
        outcome text,
        PRIMARY KEY (kind, id)
      )`)
    await db.query(`CREATE INDEX shop_word_waiting ON mailroom.shop_word (next_attempt_at) WHERE said IS NOT NULL`)

    // A basis that the owner recorded for a group (F57), and how far its writing has come.
    await db.query(`
      CREATE TABLE mailroom.basis_record (
        id text PRIMARY KEY,
        people text NOT NULL CHECK (people IN ('buyers', 'others', 'all')),
        countries text[],
        topic_ids text[] NOT NULL,
        basis text NOT NULL,
        agreed_on date NOT NULL,
        reason text NOT NULL,
        wording_id uuid NOT NULL REFERENCES mailroom.consent_wording (id),
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped')),
        total integer NOT NULL,
        seen integer NOT NULL DEFAULT 0,
        recorded integer NOT NULL DEFAULT 0,
        refused jsonb NOT NULL DEFAULT '{}',
        after_address uuid,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        finished_at timestamptz
      )`)

    // at is when it was said (a dated import lies in the past), recorded_at when Mailroom wrote it: the anchors count by it.
    await db.query(
      `ALTER TABLE mailroom.consent_log ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT mailroom.now()`,
    )
    await db.query(`CREATE INDEX consent_log_recorded ON mailroom.consent_log USING brin (recorded_at)`)

    // When the two-year rule takes (or took) hold of a person, as of the last nightly run; null: not subscribed, or rule off.
    await db.query(`ALTER TABLE mailroom.contact ADD COLUMN fades_at timestamptz`)
    await db.query(`CREATE INDEX contact_fades ON mailroom.contact (fades_at, id) WHERE fades_at IS NOT NULL`)

    await db.query(`
      CREATE INDEX contact_address_consent_ends ON mailroom.contact_address (marketing_expires_at)
      WHERE marketing = 'subscribed' AND marketing_expires_at IS NOT NULL`)
    await db.query(`
      CREATE INDEX suppression_bounced ON mailroom.suppression (created_at)
      WHERE reason = 'hard_bounce' AND email_hash IS NOT NULL`)
    // "Why did nothing come in March?" asks for what held then, lifted since or not.
    await db.query(`CREATE INDEX suppression_history ON mailroom.suppression (email_hash, created_at)`)
    await db.query(
      `CREATE INDEX suppression_domain_history ON mailroom.suppression (domain, created_at) WHERE domain IS NOT NULL`,
    )
    await db.query(`CREATE INDEX suppression_search ON mailroom.suppression (email_norm text_pattern_ops)`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of [
      "suppression_search",
      "suppression_domain_history",
      "suppression_history",
      "suppression_bounced",
      "contact_address_consent_ends",
      "contact_fades",
      "consent_log_recorded",
      "subscription_request_address",
      "subscription_request_open",
    ])
      await db.query(`DROP INDEX mailroom.${index}`)
    await db.query(`ALTER TABLE mailroom.contact DROP COLUMN fades_at`)
    await db.query(`ALTER TABLE mailroom.consent_log DROP COLUMN recorded_at`)
    for (const table of ["basis_record", "shop_word", "rate_window"]) await db.query(`DROP TABLE mailroom.${table}`)
    await db.query(`
      ALTER TABLE mailroom.subscription_request DROP COLUMN source, DROP COLUMN reminded_at, DROP COLUMN lapsed_at`)
    await db.query(`ALTER TABLE mailroom.topic DROP COLUMN is_double_opt_in`)
  }
}
