import type { MigrationInterface, QueryRunner } from "typeorm"

/** What a contact is beyond an address: search text, fields of the merchant's own, tags, purchases, moves, bulk actions. */
export class ContactsProfile1760000000700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await searchText(db)
    await searchIndex(db)
    await profile(db)
    await bulkActions(db)
    // Rows that are updated in place need room on their page; the indexes below are what lists filter by.
    await db.query(`ALTER TABLE mailroom.contact SET (fillfactor = 85)`)
    await db.query(`CREATE INDEX contact_tags ON mailroom.contact USING gin (tags)`)
    await db.query(`CREATE INDEX contact_fields ON mailroom.contact USING gin (fields jsonb_path_ops)`)
    await db.query(`CREATE INDEX contact_country ON mailroom.contact (country, id)`)
    await db.query(
      `CREATE INDEX contact_address_marketing ON mailroom.contact_address (marketing, contact_id) WHERE is_primary`,
    )
    await db.query(`CREATE INDEX contact_address_domain ON mailroom.contact_address (domain)`)
    await db.query(`CREATE INDEX contact_erased ON mailroom.contact (id) WHERE erased_at IS NOT NULL`)
    await db.query(
      `CREATE INDEX contact_address_none ON mailroom.contact_address (contact_id) WHERE is_primary AND email IS NULL`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of ["contact_tags", "contact_fields", "contact_country", "contact_erased"])
      await db.query(`DROP INDEX mailroom.${index}`)
    for (const index of ["marketing", "domain", "none"]) await db.query(`DROP INDEX mailroom.contact_address_${index}`)
    await db.query(`ALTER TABLE mailroom.contact RESET (fillfactor)`)
    for (const [trigger, table] of TRIGGERS) await db.query(`DROP TRIGGER ${trigger} ON mailroom.${table}`)
    for (const table of [
      "contact_quality",
      "bulk_action_member",
      "bulk_action",
      "contact_move",
      "contact_purchase_total",
      "tag",
      "contact_field",
      "contact_search",
    ])
      await db.query(`DROP TABLE mailroom.${table}`)
    for (const made of [
      "ensure_search_index()",
      "contacts_came()",
      "addresses_came()",
      "contact_renamed()",
      "address_changed()",
      "contacts_went()",
      "tags_changed()",
      "write_search_text(uuid[])",
      "fold_text(text)",
    ])
      await db.query(`DROP FUNCTION mailroom.${made}`)
  }
}

const TRIGGERS = [
  ["contact_came", "contact"],
  ["contact_renamed", "contact"],
  ["contact_went", "contact"],
  ["contact_tagged", "contact"],
  ["contact_address_came", "contact_address"],
  ["contact_address_changed", "contact_address"],
  ["contact_address_went", "contact_address"],
] as const

/**
 * One text per contact: name and every address, in small letters without accents. A table of its own, so that a page of
 * the list walks it in the order of ids for a common word and takes the trigram index for a rare one; kept by triggers,
 * because whoever writes a name or an address must not have to think of it.
 */
async function searchText(db: QueryRunner): Promise<void> {
  // With locale C, lower('Ä') is 'Ä'; ICU knows better wherever PostgreSQL was built with it.
  const [icu] = await db.query(`SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu'`)
  await db.query(`
    CREATE FUNCTION mailroom.fold_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      -- Most names and addresses are ASCII, and Unicode costs ten times as much.
      SELECT CASE WHEN octet_length(said) = length(said) THEN lower(said COLLATE "C")
        ELSE lower(regexp_replace(normalize(said, NFKD), '[\\u0300-\\u036f]', '', 'g')${icu ? ' COLLATE "und-x-icu"' : ""}) COLLATE "C"
      END
    $$`)
  await db.query(`CREATE TABLE mailroom.contact_search (contact_id uuid PRIMARY KEY, text text COLLATE "C" NOT NULL)`)
  // A LIKE is estimated by trying it on the histogram: with a hundred steps a word of one contact in a thousand is a guess.
  await db.query(`ALTER TABLE mailroom.contact_search ALTER COLUMN text SET STATISTICS 1000`)
  await db.query(`
    CREATE FUNCTION mailroom.write_search_text(ids uuid[]) RETURNS void LANGUAGE sql AS $$
      INSERT INTO mailroom.contact_search AS s (contact_id, text)
      SELECT c.id, mailroom.fold_text(concat_ws(' ', c.first_name, c.last_name, a.emails))
      FROM mailroom.contact c
      LEFT JOIN (
        SELECT contact_id, string_agg(email_norm, ' ' ORDER BY is_primary DESC, created_at DESC, id) AS emails
        FROM mailroom.contact_address WHERE contact_id = ANY(ids) GROUP BY contact_id
      ) a ON a.contact_id = c.id
      WHERE c.id = ANY(ids)
      ORDER BY c.id
      ON CONFLICT (contact_id) DO UPDATE SET text = EXCLUDED.text WHERE s.text <> EXCLUDED.text
    $$`)
  await db.query(`SELECT mailroom.write_search_text(ARRAY(SELECT id FROM mailroom.contact))`)
  const writes = (name: string, ids: string) => `
    CREATE FUNCTION mailroom.${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM mailroom.write_search_text(${ids});
      RETURN NULL;
    END $$`
  // A contact and its address come in one statement: whichever trigger is second has nothing to do.
  await db.query(
    writes(
      "addresses_came",
      `ARRAY(SELECT DISTINCT n.contact_id FROM came n WHERE NOT EXISTS (SELECT FROM mailroom.contact_search s
         WHERE s.contact_id = n.contact_id AND strpos(s.text, mailroom.fold_text(n.email_norm)) > 0))`,
    ),
  )
  await db.query(writes("contact_renamed", `ARRAY[NEW.id]`))
  await db.query(
    writes(
      "address_changed",
      `CASE TG_OP WHEN 'DELETE' THEN ARRAY[OLD.contact_id] ELSE ARRAY[OLD.contact_id, NEW.contact_id] END`,
    ),
  )
  await db.query(
    `CREATE TABLE mailroom.tag (name text PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT mailroom.now())`,
  )
  await db.query(`
    INSERT INTO mailroom.tag (name) SELECT DISTINCT unnest(tags) FROM mailroom.contact`)
  await db.query(`
    CREATE FUNCTION mailroom.contacts_came() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM mailroom.write_search_text(ARRAY(SELECT n.id FROM came n
        WHERE NOT EXISTS (SELECT FROM mailroom.contact_search s WHERE s.contact_id = n.id)));
      INSERT INTO mailroom.tag (name) SELECT DISTINCT unnest(tags) FROM came ON CONFLICT (name) DO NOTHING;
      RETURN NULL;
    END $$`)
  await db.query(`
    CREATE FUNCTION mailroom.tags_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO mailroom.tag (name)
      SELECT n.name FROM unnest(NEW.tags) AS n(name)
      WHERE NOT n.name = ANY(OLD.tags) AND NOT EXISTS (SELECT FROM mailroom.tag t WHERE t.name = n.name)
      ON CONFLICT (name) DO NOTHING;
      RETURN NULL;
    END $$`)
  await db.query(`
    CREATE FUNCTION mailroom.contacts_went() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM mailroom.contact_search s USING went w WHERE s.contact_id = w.id;
      RETURN NULL;
    END $$`)
  await db.query(`
    CREATE TRIGGER contact_came AFTER INSERT ON mailroom.contact REFERENCING NEW TABLE AS came
    FOR EACH STATEMENT EXECUTE FUNCTION mailroom.contacts_came()`)
  await db.query(`
    CREATE TRIGGER contact_renamed AFTER UPDATE OF first_name, last_name ON mailroom.contact FOR EACH ROW
    WHEN ((OLD.first_name, OLD.last_name) IS DISTINCT FROM (NEW.first_name, NEW.last_name))
    EXECUTE FUNCTION mailroom.contact_renamed()`)
  await db.query(`
    CREATE TRIGGER contact_tagged AFTER UPDATE OF tags ON mailroom.contact FOR EACH ROW
    WHEN (NOT NEW.tags <@ OLD.tags) EXECUTE FUNCTION mailroom.tags_changed()`)
  await db.query(`
    CREATE TRIGGER contact_went AFTER DELETE ON mailroom.contact REFERENCING OLD TABLE AS went
    FOR EACH STATEMENT EXECUTE FUNCTION mailroom.contacts_went()`)
  await db.query(`
    CREATE TRIGGER contact_address_came AFTER INSERT ON mailroom.contact_address REFERENCING NEW TABLE AS came
    FOR EACH STATEMENT EXECUTE FUNCTION mailroom.addresses_came()`)
  await db.query(`
    CREATE TRIGGER contact_address_changed AFTER UPDATE OF email_norm, contact_id ON mailroom.contact_address FOR EACH ROW
    WHEN ((OLD.email_norm, OLD.contact_id) IS DISTINCT FROM (NEW.email_norm, NEW.contact_id))
    EXECUTE FUNCTION mailroom.address_changed()`)
  await db.query(`
    CREATE TRIGGER contact_address_went AFTER DELETE ON mailroom.contact_address FOR EACH ROW
    EXECUTE FUNCTION mailroom.address_changed()`)
}

/**
 * The trigram index needs the extension pg_trgm, which Medusa itself asks for and which any user with CREATE on the
 * database may make. Where that is refused the list searches without it, more slowly, and the readiness says so; it is
 * tried again at each start. Answers '' when the index is there, else the server's words.
 */
async function searchIndex(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION mailroom.ensure_search_index() RETURNS text LANGUAGE plpgsql AS $$
    DECLARE place text;
    BEGIN
      IF to_regclass('mailroom.contact_search_text') IS NOT NULL THEN RETURN ''; END IF;
      IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN CREATE EXTENSION pg_trgm; END IF;
      SELECT n.nspname INTO place FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm';
      EXECUTE format('CREATE INDEX contact_search_text ON mailroom.contact_search USING gin (text %I.gin_trgm_ops)', place);
      RETURN '';
    EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object OR duplicate_table THEN
      RETURN SQLERRM;
    END $$`)
  await db.query(`SELECT mailroom.ensure_search_index()`)
}

async function profile(db: QueryRunner): Promise<void> {
  // Definitions of the merchant's own fields; the values are in contact.fields, checked against these when written.
  await db.query(`
    CREATE TABLE mailroom.contact_field (
      key text PRIMARY KEY,
      label text NOT NULL,
      type text NOT NULL CHECK (type IN ('text', 'number', 'date', 'boolean', 'choice')),
      choices text[] NOT NULL DEFAULT '{}',
      position integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT mailroom.now(),
      updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
      archived_at timestamptz
    )`)

  // Kept while orders come in; sums without tax, after discounts, less what was refunded. Never across currencies.
  await db.query(`
    CREATE TABLE mailroom.contact_purchase_total (
      contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      currency text NOT NULL,
      order_count integer NOT NULL,
      net_spend numeric NOT NULL,
      first_order_at timestamptz NOT NULL,
      last_order_at timestamptz NOT NULL,
      PRIMARY KEY (contact_id, currency)
    )`)
  await db.query(`
    INSERT INTO mailroom.contact_purchase_total (contact_id, currency, order_count, net_spend, first_order_at, last_order_at)
    SELECT contact_id, currency, count(*), sum(net_total - net_total * least(coalesce(refunded_total / nullif(total, 0), 0), 1)),
      min(placed_at), max(placed_at)
    FROM mailroom.purchase_order WHERE contact_id IS NOT NULL AND canceled_at IS NULL GROUP BY contact_id, currency`)

  // A customer of the shop who now has the address of another contact: both keep their history and know of each other.
  await db.query(`
    CREATE TABLE mailroom.contact_move (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      customer_id text NOT NULL,
      from_contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      to_contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      moved_at timestamptz NOT NULL DEFAULT mailroom.now()
    )`)
  await db.query(`CREATE INDEX contact_move_from ON mailroom.contact_move (from_contact_id)`)
  await db.query(`CREATE INDEX contact_move_to ON mailroom.contact_move (to_contact_id)`)

  await db.query(`
    CREATE TABLE mailroom.contact_quality (
      kind text NOT NULL CHECK (kind IN ('undeliverable', 'typo', 'role', 'no_name', 'duplicate')),
      contact_id uuid NOT NULL REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      suggestion text,
      other_contact_id uuid REFERENCES mailroom.contact (id) ON DELETE CASCADE,
      run integer NOT NULL,
      PRIMARY KEY (kind, contact_id)
    )`)
  await db.query(`CREATE INDEX contact_quality_contact ON mailroom.contact_quality (contact_id)`)
  await db.query(
    `CREATE INDEX contact_quality_other ON mailroom.contact_quality (other_contact_id) WHERE other_contact_id IS NOT NULL`,
  )
}

/** One thing done to many contacts: who they are is frozen when it is confirmed, then worked off chunk by chunk. */
async function bulkActions(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE mailroom.bulk_action (
      id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
      kind text NOT NULL CHECK (kind IN ('tag', 'untag', 'subscribe', 'unsubscribe', 'correct')),
      what jsonb NOT NULL,
      state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped')),
      total integer NOT NULL,
      done integer NOT NULL DEFAULT 0,
      changed integer NOT NULL DEFAULT 0,
      skipped jsonb NOT NULL DEFAULT '{}',
      created_by text,
      created_at timestamptz NOT NULL DEFAULT mailroom.now(),
      finished_at timestamptz
    )`)
  await db.query(`CREATE INDEX bulk_action_running ON mailroom.bulk_action (id) WHERE state = 'running'`)
  await db.query(`
    CREATE TABLE mailroom.bulk_action_member (
      action_id uuid NOT NULL,
      row_number integer NOT NULL,
      contact_id uuid NOT NULL,
      PRIMARY KEY (action_id, row_number)
    )`)
}
