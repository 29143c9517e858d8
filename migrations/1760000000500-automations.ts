import type { MigrationInterface, QueryRunner } from "typeorm"

/** Automations (store e-mails, custom actions and reminders are automations) and mailings. */
export class Automations1760000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mailroom.automation (
        id text PRIMARY KEY,
        builtin_key text UNIQUE,
        kind text NOT NULL CHECK (kind IN ('store_email', 'custom_action', 'autoresponder', 'automation')),
        name text NOT NULL,
        state text NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'live', 'paused', 'draining')),
        settings jsonb NOT NULL DEFAULT '{}',
        live_version_id uuid,
        switched_on_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        archived_at timestamptz
      )`)
    await db.query(`
      CREATE TABLE mailroom.automation_version (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        automation_id text NOT NULL REFERENCES mailroom.automation (id),
        number integer NOT NULL,
        trigger jsonb NOT NULL,
        nodes jsonb NOT NULL,
        published_at timestamptz NOT NULL DEFAULT mailroom.now(),
        published_by text,
        UNIQUE (automation_id, number)
      )`)

    // The occurrence keys the enrolment (order -> order id, refund -> refund id …): the same event five times is one.
    await db.query(`
      CREATE TABLE mailroom.enrolment (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        automation_id text NOT NULL REFERENCES mailroom.automation (id),
        version_id uuid NOT NULL REFERENCES mailroom.automation_version (id),
        occurrence_key text NOT NULL,
        contact_id uuid,
        facts jsonb NOT NULL DEFAULT '{}',
        node text,
        visit smallint NOT NULL DEFAULT 0,
        state text NOT NULL CHECK (state IN ('due', 'waiting', 'done', 'stopped', 'failed')),
        due_at timestamptz,
        attempts smallint NOT NULL DEFAULT 0,
        lease_token uuid,
        lease_expires_at timestamptz,
        outcome text,
        last_error text,
        entered_at timestamptz NOT NULL DEFAULT mailroom.now(),
        ended_at timestamptz,
        UNIQUE (automation_id, occurrence_key)
      ) WITH (fillfactor = 80)`)
    await db.query(`CREATE INDEX enrolment_due ON mailroom.enrolment (due_at) WHERE state IN ('due', 'waiting')`)
    // "What became of order_01…?", and the notices that a cancellation must correct.
    await db.query(`CREATE INDEX enrolment_occurrence ON mailroom.enrolment (occurrence_key)`)
    await db.query(`CREATE INDEX enrolment_contact ON mailroom.enrolment (contact_id)`)

    await db.query(`
      CREATE TABLE mailroom.mailing (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('newsletter', 'targeted', 'serial', 'mailout')),
        name text,
        subject text NOT NULL DEFAULT '',
        preheader text NOT NULL DEFAULT '',
        document jsonb NOT NULL DEFAULT '{}',
        topic_id text REFERENCES mailroom.topic (id),
        audience jsonb NOT NULL DEFAULT '{}',
        sender_id text REFERENCES mailroom.sender (id),
        template_version_id uuid REFERENCES mailroom.template_version (id),
        is_tracked boolean NOT NULL DEFAULT true,
        is_copy_kept boolean NOT NULL DEFAULT true,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN
          ('draft', 'scheduled', 'planning', 'sending', 'paused', 'sent', 'stopped', 'failed')),
        problem text,
        scheduled_at timestamptz,
        started_at timestamptz,
        finished_at timestamptz,
        lane_id integer REFERENCES mailroom.lane (id),
        planned_rows bigint NOT NULL DEFAULT 0,
        audience_rows bigint,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        archived_at timestamptz
      )`)
    await db.query(`CREATE INDEX mailing_created ON mailroom.mailing (created_at)`)

    // The audience, frozen by one INSERT … SELECT, then planned by row number, resumable.
    await db.query(`
      CREATE TABLE mailroom.mailing_member (
        mailing_id text NOT NULL,
        row_number bigint NOT NULL,
        contact_id uuid NOT NULL,
        address_id uuid NOT NULL,
        PRIMARY KEY (mailing_id, row_number)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["mailing_member", "mailing", "enrolment", "automation_version", "automation"])
      await db.query(`DROP TABLE mailroom.${table}`)
  }
}
