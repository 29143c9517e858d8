import type { MigrationInterface, QueryRunner } from "typeorm"

/** The outbox: narrow ledger, hot delivery rows, what came back, and the counters of the reports. */
export class Messages1760000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Speed, not law: receipts and bulk queue apart; each mailing has a lane, and pausing it is the lane's state.
    await db.query(`
      CREATE TABLE mailroom.lane (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL UNIQUE,
        transport text NOT NULL CHECK (transport IN ('tx', 'marketing')),
        weight smallint NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paused', 'closed')),
        mailing_id text,
        created_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`
      INSERT INTO mailroom.lane (name, transport, weight) VALUES
        ('receipts', 'tx', 100), ('system', 'tx', 60), ('direct', 'tx', 50), ('automations', 'marketing', 30)`)

    // Written at planning and at settlement only. idempotency_key: 48-bit time of the origin || 80-bit hash.
    // source_id: the mailing or automation (one line of the mailing reports each); null for direct mails.
    // digest: sha256 of what was sent (subject, html, text), so that a copy made again can be compared.
    // fillfactor: the settlement is a HOT update in the same page, no index holds what it changes.
    await db.query(`
      CREATE TABLE mailroom.message (
        id uuid PRIMARY KEY,
        idempotency_key bytea NOT NULL CHECK (octet_length(idempotency_key) = 16),
        class text NOT NULL CHECK (class IN ('tx', 'marketing', 'system')),
        origin text NOT NULL CHECK (origin IN ('automation', 'mailing', 'direct', 'mailout', 'external')),
        kind text NOT NULL,
        source_id text,
        node text,
        enrolment_id uuid,
        variant smallint NOT NULL DEFAULT 0,
        contact_id uuid,
        address_id uuid,
        to_email text,
        to_name text,
        email_hash bytea,
        topic_id text,
        sender_id text,
        template_version_id uuid,
        locale text,
        subject text,
        subject_kind text,
        subject_id text,
        mail_domain text NOT NULL,
        status text NOT NULL CHECK (status IN
          ('held', 'queued', 'sent', 'in_doubt', 'failed', 'dropped', 'expired', 'cancelled')),
        reason text,
        planned_at timestamptz NOT NULL,
        settled_at timestamptz,
        attempts smallint NOT NULL DEFAULT 0,
        is_tracked boolean NOT NULL DEFAULT false,
        is_copy_kept boolean NOT NULL DEFAULT false,
        pixel text NOT NULL DEFAULT 'none' CHECK (pixel IN ('none', 'aggregate', 'personal')),
        is_test boolean NOT NULL DEFAULT false,
        last_code smallint,
        last_enhanced text,
        last_response text,
        last_command text,
        queue_id text,
        digest bytea,
        resend_of uuid
      ) WITH (fillfactor = 60)`)
    await db.query(`CREATE UNIQUE INDEX message_idempotency ON mailroom.message (idempotency_key)`)
    await db.query(`CREATE INDEX message_source ON mailroom.message (source_id, id)`)
    await db.query(`CREATE INDEX message_contact ON mailroom.message (contact_id, id)`)
    // text_pattern_ops: the Outbox searches by the beginning of an address, whatever the database's collation.
    await db.query(`CREATE INDEX message_to ON mailroom.message (to_email text_pattern_ops, id)`)
    await db.query(`CREATE INDEX message_resend ON mailroom.message (resend_of) WHERE resend_of IS NOT NULL`)
    await db.query(`CREATE INDEX message_subject ON mailroom.message (subject_id, id) WHERE subject_id IS NOT NULL`)

    // Hot: one row per message still to be sent, deleted with the settlement. The hand-over mark is handed_at, which no
    // index holds, so that the mark of every mail is a HOT update.
    await db.query(`
      CREATE TABLE mailroom.delivery (
        message_id uuid PRIMARY KEY,
        lane_id integer NOT NULL REFERENCES mailroom.lane (id),
        domain text NOT NULL,
        due_at timestamptz NOT NULL,
        stage text NOT NULL DEFAULT 'queued' CHECK (stage IN ('queued', 'claimed')),
        attempts smallint NOT NULL DEFAULT 0,
        lost_leases smallint NOT NULL DEFAULT 0,
        doubts smallint NOT NULL DEFAULT 0,
        first_attempt_at timestamptz,
        lease_owner text,
        lease_token uuid,
        lease_expires_at timestamptz,
        handed_at timestamptz,
        taken_by jsonb,
        expires_at timestamptz NOT NULL
      ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`)
    await db.query(
      `CREATE INDEX delivery_due ON mailroom.delivery (lane_id, due_at, message_id) WHERE stage = 'queued'`,
    )
    await db.query(`CREATE INDEX delivery_lease ON mailroom.delivery (lease_expires_at) WHERE stage <> 'queued'`)

    // context: the resolved variables that the template uses. sealed_context: the same of secret templates, wiped at
    // settlement. links: targets of dynamic links in the order of the render.
    await db.query(`
      CREATE TABLE mailroom.message_content (
        message_id uuid NOT NULL,
        planned_at timestamptz NOT NULL,
        context jsonb,
        sealed_context bytea,
        cc text[],
        bcc text[],
        links jsonb,
        raw bytea,
        PRIMARY KEY (message_id, planned_at)
      ) PARTITION BY RANGE (planned_at)`)

    // What came back. classification null = not an open or click.
    await db.query(`
      CREATE TABLE mailroom.message_event (
        id uuid NOT NULL DEFAULT mailroom.uuidv7(),
        message_id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT mailroom.now(),
        classification text CHECK (classification IN ('human', 'uncertain', 'machine')),
        score smallint,
        link_index integer,
        user_agent text,
        ip text,
        detail jsonb,
        PRIMARY KEY (id, recorded_at)
      ) PARTITION BY RANGE (recorded_at)`)
    await db.query(`CREATE INDEX message_event_message ON mailroom.message_event (message_id, at)`)

    // The fold of message_event, one row per message that anything came back for. Set-once columns hold the least time.
    await db.query(`
      CREATE TABLE mailroom.message_fold (
        message_id uuid PRIMARY KEY,
        deferred_at timestamptz,
        delivered_at timestamptz,
        is_delivery_inferred boolean NOT NULL DEFAULT false,
        bounced_at timestamptz,
        bounce_class text CHECK (bounce_class IN ('hard', 'soft', 'block')),
        complained_at timestamptz,
        unsubscribed_at timestamptz,
        first_open_human_at timestamptz,
        last_open_human_at timestamptz,
        first_open_machine_at timestamptz,
        first_click_human_at timestamptz,
        last_click_human_at timestamptz,
        first_click_machine_at timestamptz,
        opens_human integer NOT NULL DEFAULT 0,
        opens_machine integer NOT NULL DEFAULT 0,
        clicks_human integer NOT NULL DEFAULT 0,
        clicks_machine integer NOT NULL DEFAULT 0
      ) WITH (fillfactor = 80)`)

    // One line of the mailing reports = the sum of its counters. Kinds that count persons get their deltas from the
    // statement that folds; negative deltas correct a re-classification.
    await db.query(`
      CREATE TABLE mailroom.counter (
        source_id text NOT NULL,
        variant smallint NOT NULL,
        hour timestamptz NOT NULL,
        kind text NOT NULL,
        n bigint NOT NULL,
        PRIMARY KEY (source_id, variant, hour, kind)
      ) WITH (fillfactor = 80)`)

    // Mails accepted by servers per hour, all lanes together: what the limits per hour and per day are held against.
    await db.query(
      `CREATE TABLE mailroom.sending_hour (hour timestamptz PRIMARY KEY, n bigint NOT NULL) WITH (fillfactor = 50)`,
    )

    // One row per decision about an entrant that did not (yet) become a message.
    await db.query(`
      CREATE TABLE mailroom.decision (
        id uuid NOT NULL DEFAULT mailroom.uuidv7(),
        at timestamptz NOT NULL DEFAULT mailroom.now(),
        source_id text NOT NULL,
        enrolment_id uuid,
        contact_id uuid,
        occurrence_key text,
        node text,
        verdict text NOT NULL,
        reason text,
        detail jsonb,
        PRIMARY KEY (id, at)
      ) PARTITION BY RANGE (at)`)
    await db.query(`CREATE INDEX decision_contact ON mailroom.decision (contact_id, at)`)
    await db.query(`CREATE INDEX decision_source ON mailroom.decision (source_id, at)`)

    // Made ahead by the retention task; the default partitions mean that no write ever fails for want of one.
    await db.query(`
      CREATE FUNCTION mailroom.make_partitions(months_ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        parent text; from_month timestamptz; made integer := 0; child text;
      BEGIN
        FOREACH parent IN ARRAY ARRAY['message_content', 'message_event', 'decision'] LOOP
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
      END $$`)
    // Whole months only, by the name that make_partitions gives them.
    await db.query(`
      CREATE FUNCTION mailroom.drop_partitions(parent text, kept_days integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        child text; dropped integer := 0;
        oldest text := to_char((mailroom.now() - make_interval(days => kept_days)) AT TIME ZONE 'UTC', 'YYYYMM');
      BEGIN
        FOR child IN
          SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
          WHERE i.inhparent = to_regclass('mailroom.' || quote_ident(parent)) AND c.relname ~ '_[0-9]{6}$'
        LOOP
          IF right(child, 6) < oldest THEN
            EXECUTE format('DROP TABLE mailroom.%I', child);
            dropped := dropped + 1;
          END IF;
        END LOOP;
        RETURN dropped;
      END $$`)
    for (const parent of ["message_content", "message_event", "decision"])
      await db.query(`CREATE TABLE mailroom.${parent}_default PARTITION OF mailroom.${parent} DEFAULT`)
    await db.query(`SELECT mailroom.make_partitions(3)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION mailroom.drop_partitions(text, integer)`)
    await db.query(`DROP FUNCTION mailroom.make_partitions(integer)`)
    for (const table of [
      "decision",
      "sending_hour",
      "counter",
      "message_fold",
      "message_event",
      "message_content",
      "delivery",
      "message",
      "lane",
    ])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}
