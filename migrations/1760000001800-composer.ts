import type { MigrationInterface, QueryRunner } from "typeorm"

/** What a mailing is besides its words: format, attachments, copies, campaign parameters, what it is about; and direct mails. */
export class Composer1760000001800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // format: what is wanted; a tracked mail goes out as HTML all the same (core/mailings/mail-format).
    // utm: null = the defaults of the settings. copies: seed addresses and observer groups (core/mailings/copies).
    // copied_at: set with the messages of the copies, so that they are planned once.
    // sent_message_id: of a direct mail, the message that it became.
    await db.query(`
      ALTER TABLE mailroom.mailing
        ADD COLUMN format text NOT NULL DEFAULT 'html' CHECK (format IN ('html', 'text')),
        ADD COLUMN utm jsonb,
        ADD COLUMN copies jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN copied_at timestamptz,
        ADD COLUMN sent_message_id uuid`)
    await db.query(`ALTER TABLE mailroom.mailing DROP CONSTRAINT mailing_kind_check`)
    await db.query(`
      ALTER TABLE mailroom.mailing ADD CONSTRAINT mailing_kind_check
        CHECK (kind IN ('newsletter', 'targeted', 'serial', 'direct', 'mailout'))`)

    await db.query(`
      CREATE INDEX mailing_direct_draft ON mailroom.mailing ((audience -> 'people' ->> 0))
      WHERE kind = 'direct' AND state = 'draft'`)

    // envelope: reply-to, attachments and format of this version (core/templates/envelope): read with the template, so
    // that a mail without any of it costs nothing more.
    await db.query(`ALTER TABLE mailroom.compiled_template ADD COLUMN envelope jsonb`)

    // The file lies where the shop keeps its own, not public. digest: sha256 of its bytes.
    await db.query(`
      CREATE TABLE mailroom.mailing_attachment (
        id text PRIMARY KEY,
        mailing_id text NOT NULL REFERENCES mailroom.mailing (id) ON DELETE CASCADE,
        file_id text NOT NULL,
        name text NOT NULL,
        mime text NOT NULL,
        bytes integer NOT NULL,
        digest bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text
      )`)
    await db.query(`CREATE INDEX mailing_attachment_mailing ON mailroom.mailing_attachment (mailing_id)`)

    await db.query(`
      CREATE TABLE mailroom.observer_group (
        id text PRIMARY KEY,
        name text NOT NULL,
        emails text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`CREATE UNIQUE INDEX observer_group_name ON mailroom.observer_group (lower(name))`)

    // is_by_hand: chosen by somebody; else it stands in a product block, and goes with it.
    await db.query(`
      CREATE TABLE mailroom.mailing_link (
        mailing_id text NOT NULL REFERENCES mailroom.mailing (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('product', 'order')),
        ref_id text NOT NULL,
        is_by_hand boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        PRIMARY KEY (mailing_id, kind, ref_id)
      )`)
    await db.query(`CREATE INDEX mailing_link_ref ON mailroom.mailing_link (kind, ref_id)`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["mailing_link", "observer_group", "mailing_attachment"])
      await db.query(`DROP TABLE mailroom.${table}`)
    await db.query(`ALTER TABLE mailroom.compiled_template DROP COLUMN envelope`)
    await db.query(`DROP INDEX mailroom.mailing_direct_draft`)
    // Direct mails have no place in the older form.
    await db.query(`DELETE FROM mailroom.mailing WHERE kind = 'direct'`)
    await db.query(`ALTER TABLE mailroom.mailing DROP CONSTRAINT mailing_kind_check`)
    await db.query(`
      ALTER TABLE mailroom.mailing ADD CONSTRAINT mailing_kind_check
        CHECK (kind IN ('newsletter', 'targeted', 'serial', 'mailout'))`)
    await db.query(`
      ALTER TABLE mailroom.mailing DROP COLUMN sent_message_id, DROP COLUMN copied_at, DROP COLUMN copies,
        DROP COLUMN utm, DROP COLUMN format`)
  }
}
