import type { MigrationInterface, QueryRunner } from "typeorm"

/** People, their addresses, topics, consent (append-only) and suppression. */
export class Contacts1760000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mailroom.contact (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        first_name text,
        last_name text,
        locale text,
        country text,
        time_zone text,
        birthday date,
        region_id text,
        sales_channel_id text,
        tags text[] NOT NULL DEFAULT '{}',
        fields jsonb NOT NULL DEFAULT '{}',
        source text NOT NULL,
        last_transaction_at timestamptz,
        last_interaction_at timestamptz,
        paused_until timestamptz,
        -- Columns that the merchant or the person chose by hand; what the shop says does not overwrite them.
        own_choices text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        erased_at timestamptz
      )`)

    // Consent and suppression belong to the address; a changed address starts without marketing consent.
    // email_norm: NFC, lower case, punycode domain, no dot folding; made in code (with locale C, lower('Ä') is 'Ä').
    await db.query(`
      CREATE TABLE mailroom.contact_address (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        contact_id uuid NOT NULL REFERENCES mailroom.contact (id),
        email text,
        email_norm text,
        domain text,
        email_hash bytea NOT NULL,
        is_primary boolean NOT NULL DEFAULT true,
        marketing text NOT NULL DEFAULT 'never_asked'
          CHECK (marketing IN ('never_asked', 'pending', 'subscribed', 'unsubscribed')),
        marketing_basis text,
        marketing_since timestamptz,
        marketing_expires_at timestamptz,
        tracking text NOT NULL DEFAULT 'unknown' CHECK (tracking IN ('unknown', 'granted', 'denied')),
        tracking_since timestamptz,
        created_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(
      `CREATE UNIQUE INDEX contact_address_email ON mailroom.contact_address (email_norm) WHERE email_norm IS NOT NULL`,
    )
    await db.query(`CREATE INDEX contact_address_contact ON mailroom.contact_address (contact_id)`)
    await db.query(
      `CREATE UNIQUE INDEX contact_address_primary ON mailroom.contact_address (contact_id) WHERE is_primary`,
    )
    await db.query(`CREATE INDEX contact_address_hash ON mailroom.contact_address (email_hash)`)

    await db.query(`
      CREATE TABLE mailroom.contact_customer (
        customer_id text PRIMARY KEY,
        contact_id uuid NOT NULL REFERENCES mailroom.contact (id),
        has_account boolean NOT NULL DEFAULT false,
        group_ids text[] NOT NULL DEFAULT '{}',
        registered_at timestamptz
      )`)
    await db.query(`CREATE INDEX contact_customer_contact ON mailroom.contact_customer (contact_id)`)

    await db.query(`
      CREATE TABLE mailroom.topic (
        id text PRIMARY KEY,
        slug text NOT NULL UNIQUE,
        name text NOT NULL,
        description text,
        translations jsonb NOT NULL DEFAULT '{}',
        visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'internal')),
        position integer NOT NULL DEFAULT 0,
        is_default_on boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        archived_at timestamptz
      )`)

    await db.query(`
      INSERT INTO mailroom.topic (id, slug, name, position, translations) VALUES
        ('mtop_newsletters', 'newsletters', 'Newsletters', 1,
         '{"de": {"name": "Newsletter"}, "fr": {"name": "Newsletters"}, "es": {"name": "Boletines"}, "it": {"name": "Newsletter"}}'),
        ('mtop_promotions', 'promotions', 'Promotions', 2,
         '{"de": {"name": "Angebote"}, "fr": {"name": "Promotions"}, "es": {"name": "Promociones"}, "it": {"name": "Promozioni"}}'),
        ('mtop_general', 'general', 'General', 3,
         '{"de": {"name": "Allgemeines"}, "fr": {"name": "Général"}, "es": {"name": "General"}, "it": {"name": "Generale"}}')`)

    await db.query(`
      CREATE TABLE mailroom.subscription (
        address_id uuid NOT NULL REFERENCES mailroom.contact_address (id),
        topic_id text NOT NULL REFERENCES mailroom.topic (id),
        state text NOT NULL CHECK (state IN ('pending', 'subscribed', 'unsubscribed')),
        since timestamptz NOT NULL,
        PRIMARY KEY (address_id, topic_id)
      )`)
    await db.query(
      `CREATE INDEX subscription_topic ON mailroom.subscription (topic_id, address_id) WHERE state = 'subscribed'`,
    )

    await db.query(`
      CREATE TABLE mailroom.consent_wording (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        kind text NOT NULL,
        version integer NOT NULL,
        locale text NOT NULL,
        wording text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        UNIQUE (kind, version, locale)
      )`)

    // Append-only; one hash chain per contact over non-personal fields and H(salt || personal), so that erasure
    // (which empties consent_personal) leaves every chain verifiable.
    await db.query(`
      CREATE TABLE mailroom.consent_log (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        contact_id uuid NOT NULL,
        seq integer NOT NULL,
        email_hash bytea NOT NULL,
        purpose text NOT NULL CHECK (purpose IN ('marketing', 'topic', 'tracking', 'pause')),
        topic_id text,
        action text NOT NULL CHECK (action IN ('request', 'confirm', 'grant', 'withdraw', 'expire')),
        basis text,
        expires_at timestamptz,
        wording_id uuid REFERENCES mailroom.consent_wording (id),
        source text NOT NULL,
        method text,
        message_id uuid,
        actor text NOT NULL,
        at timestamptz NOT NULL,
        personal_hash bytea NOT NULL,
        prev_hash bytea,
        hash bytea NOT NULL,
        UNIQUE (contact_id, seq)
      )`)
    await db.query(`
      CREATE TABLE mailroom.consent_personal (
        log_id bigint PRIMARY KEY REFERENCES mailroom.consent_log (id),
        salt bytea,
        email text,
        page_url text,
        ip text,
        user_agent text,
        note text
      )`)
    await db.query(`
      CREATE TABLE mailroom.consent_anchor (
        day date PRIMARY KEY,
        entries bigint NOT NULL,
        hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`
      CREATE FUNCTION mailroom.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'mailroom.% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
      END $$`)
    await db.query(`
      CREATE TRIGGER consent_log_append_only BEFORE UPDATE OR DELETE ON mailroom.consent_log
      FOR EACH ROW EXECUTE FUNCTION mailroom.refuse_change()`)
    await db.query(`
      CREATE TRIGGER consent_log_no_truncate BEFORE TRUNCATE ON mailroom.consent_log
      FOR EACH STATEMENT EXECUTE FUNCTION mailroom.refuse_change()`)

    // A sign-up that waits for its double opt-in: single use, seven days. The hashes serve the rate limits.
    await db.query(`
      CREATE TABLE mailroom.subscription_request (
        id uuid PRIMARY KEY,
        address_id uuid REFERENCES mailroom.contact_address (id),
        email_hash bytea NOT NULL,
        ip_hash bytea,
        topic_ids text[] NOT NULL,
        wants_tracking boolean NOT NULL DEFAULT false,
        locale text NOT NULL,
        wording_id uuid REFERENCES mailroom.consent_wording (id),
        page_url text,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        expires_at timestamptz NOT NULL,
        confirmed_at timestamptz
      )`)
    await db.query(`CREATE INDEX subscription_request_email ON mailroom.subscription_request (email_hash, created_at)`)
    await db.query(
      `CREATE INDEX subscription_request_ip ON mailroom.subscription_request (ip_hash, created_at) WHERE ip_hash IS NOT NULL`,
    )

    // Exactly one of email_hash and domain. email_norm goes at erasure, the hash stays.
    await db.query(`
      CREATE TABLE mailroom.suppression (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        email_hash bytea,
        domain text,
        email_norm text,
        scope text NOT NULL CHECK (scope IN ('all', 'marketing', 'topic')),
        topic_id text REFERENCES mailroom.topic (id),
        reason text NOT NULL CHECK (reason IN ('hard_bounce', 'soft_bounces', 'complaint', 'manual', 'unsubscribed', 'erasure')),
        source text NOT NULL,
        evidence jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        expires_at timestamptz,
        lifted_at timestamptz,
        lifted_by text,
        lift_reason text,
        CHECK ((email_hash IS NULL) <> (domain IS NULL)),
        CHECK ((scope = 'topic') = (topic_id IS NOT NULL))
      )`)
    await db.query(`
      CREATE UNIQUE INDEX suppression_address ON mailroom.suppression (email_hash, scope, coalesce(topic_id, ''), reason)
      WHERE lifted_at IS NULL AND email_hash IS NOT NULL`)
    await db.query(`
      CREATE UNIQUE INDEX suppression_domain ON mailroom.suppression (domain, scope, coalesce(topic_id, ''), reason)
      WHERE lifted_at IS NULL AND domain IS NOT NULL`)

    // Countable soft bounces since the last sign of life (standards: 5 on 5 messages over 14 days suppress).
    await db.query(`
      CREATE TABLE mailroom.soft_bounce (
        email_hash bytea NOT NULL,
        message_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (email_hash, message_id)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      "soft_bounce",
      "suppression",
      "subscription_request",
      "consent_anchor",
      "consent_personal",
      "consent_log",
      "consent_wording",
      "subscription",
      "topic",
      "contact_customer",
      "contact_address",
      "contact",
    ])
      await db.query(`DROP TABLE mailroom.${table}`)
    await db.query(`DROP FUNCTION mailroom.refuse_change()`)
  }
}
