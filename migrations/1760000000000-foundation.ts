import type { MigrationInterface, QueryRunner } from "typeorm"

/** Clock, ids, settings, keys, rights, the restore guard and the rows by which periodic work is shared. */
export class Foundation1760000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA IF NOT EXISTS mailroom`)

    // The one clock of all SQL. The offset is a database setting, absent in production; tests move it.
    // STABLE, so that `due_at <= mailroom.now()` can use an index. In plpgsql a call costs 3 µs, as an SQL function 11.
    await db.query(`
      CREATE FUNCTION mailroom.now() RETURNS timestamptz LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN clock_timestamp() + coalesce(nullif(current_setting('mailroom.clock_offset', true), ''), '0')::interval;
      END $$`)

    // RFC 9562 version 7: 48 bits of milliseconds, then random bits. Built in only from PostgreSQL 18 on.
    await db.query(`
      CREATE FUNCTION mailroom.uuidv7(at timestamptz DEFAULT clock_timestamp()) RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
        SELECT encode(
          set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
              PLACING substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
            52, 1), 53, 1), 'hex')::uuid
      $$`)

    await db.query(`
      CREATE TABLE mailroom.setting (
        key text PRIMARY KEY,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_by text
      )`)

    // kind signing: rotating, newest active one signs. kind address: one row for ever (suppression hashes).
    // kind sealing: encrypts secrets at rest (SMTP password, context of reset mails).
    await db.query(`
      CREATE TABLE mailroom.keyring (
        kind text NOT NULL CHECK (kind IN ('signing', 'address', 'sealing')),
        kid smallint NOT NULL CHECK (kid BETWEEN 0 AND 255),
        secret bytea NOT NULL CHECK (octet_length(secret) = 32),
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'verify', 'unsubscribe_only')),
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        PRIMARY KEY (kind, kid)
      )`)

    await db.query(`
      CREATE TABLE mailroom.user_right (
        user_id text PRIMARY KEY,
        can_see boolean NOT NULL DEFAULT true,
        can_edit boolean NOT NULL DEFAULT false,
        can_send boolean NOT NULL DEFAULT false,
        can_mail_out boolean NOT NULL DEFAULT false,
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_by text
      )`)

    // By what the live shop recognises itself (F62): a copy of the database started elsewhere does not match it.
    // base_url is the instance's own ('' when it was given none); database: server identity and database name.
    await db.query(`
      CREATE TABLE mailroom.live_shop (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        base_url text NOT NULL,
        environment text NOT NULL,
        database text NOT NULL,
        confirmed_at timestamptz NOT NULL DEFAULT mailroom.now(),
        confirmed_by text
      )`)

    await db.query(`
      CREATE TABLE mailroom.heartbeat (
        process_id text NOT NULL,
        loop text NOT NULL,
        role text NOT NULL,
        started_at timestamptz NOT NULL DEFAULT mailroom.now(),
        beat_at timestamptz NOT NULL DEFAULT mailroom.now(),
        detail jsonb NOT NULL DEFAULT '{}',
        PRIMARY KEY (process_id, loop)
      )`)

    // Everything periodic is a row claimed by lease: Medusa's scheduler would fire once per process.
    // state holds watermarks, so that a restart goes on where the last run stopped.
    await db.query(`
      CREATE TABLE mailroom.periodic_task (
        name text PRIMARY KEY,
        next_run_at timestamptz NOT NULL DEFAULT mailroom.now(),
        lease_owner text,
        lease_token uuid,
        lease_expires_at timestamptz,
        state jsonb NOT NULL DEFAULT '{}',
        last_run_at timestamptz,
        last_error text
      )`)

    await db.query(`
      CREATE TABLE mailroom.sender (
        id text PRIMARY KEY,
        name text NOT NULL,
        from_name text NOT NULL,
        from_email text,
        marketing_from_email text,
        reply_to text,
        postal_address text,
        storefront_url text,
        brand jsonb NOT NULL DEFAULT '{}',
        locale text NOT NULL DEFAULT 'en',
        sales_channel_ids text[] NOT NULL DEFAULT '{}',
        is_default boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        archived_at timestamptz
      )`)
    await db.query(`CREATE UNIQUE INDEX sender_one_default ON mailroom.sender (is_default) WHERE is_default`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["sender", "periodic_task", "heartbeat", "live_shop", "user_right", "keyring", "setting"])
      await db.query(`DROP TABLE mailroom.${table}`)
    await db.query(`DROP FUNCTION mailroom.uuidv7(timestamptz)`)
    await db.query(`DROP FUNCTION mailroom.now()`)
  }
}
