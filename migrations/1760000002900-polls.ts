import type { MigrationInterface, QueryRunner } from "typeorm"

/** Polls (F56): questions, what people answered, and the counters that are kept while they do. */
export class Polls1760000002900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // answers: [{ number, text }]. last_number: the highest number that an answer ever had; links in mails carry them.
    await db.query(`
      CREATE TABLE mailroom.poll (
        id text PRIMARY KEY,
        name text NOT NULL,
        locale text,
        question text NOT NULL,
        answers jsonb NOT NULL,
        last_number smallint NOT NULL,
        most_choices smallint NOT NULL,
        thanks text NOT NULL,
        translations jsonb NOT NULL DEFAULT '{}',
        is_result_shown boolean NOT NULL,
        closes_at timestamptz,
        revision integer NOT NULL DEFAULT 1,
        created_by text,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_at timestamptz NOT NULL DEFAULT mailroom.now()
      )`)
    await db.query(`CREATE UNIQUE INDEX poll_name ON mailroom.poll (lower(name))`)

    // One row per person: the last answer counts. turns: how often it was given. source_id: the mailing or automation
    // whose mail it was given by, "" for a direct mail.
    await db.query(`
      CREATE TABLE mailroom.poll_answer (
        poll_id text NOT NULL REFERENCES mailroom.poll (id) ON DELETE CASCADE,
        contact_id uuid NOT NULL,
        answers smallint[] NOT NULL,
        source_id text NOT NULL,
        message_id uuid NOT NULL,
        turns integer NOT NULL DEFAULT 1,
        first_answered_at timestamptz NOT NULL,
        answered_at timestamptz NOT NULL,
        PRIMARY KEY (poll_id, contact_id)
      )`)
    await db.query(`CREATE INDEX poll_answer_newest ON mailroom.poll_answer (poll_id, answered_at, contact_id)`)
    await db.query(`CREATE INDEX poll_answer_contact ON mailroom.poll_answer (contact_id, answered_at)`)

    // answer 0: everybody who answered. Moved in the transaction of the answer, so that a page adds up few rows.
    await db.query(`
      CREATE TABLE mailroom.poll_count (
        poll_id text NOT NULL REFERENCES mailroom.poll (id) ON DELETE CASCADE,
        source_id text NOT NULL,
        answer smallint NOT NULL,
        people integer NOT NULL,
        PRIMARY KEY (poll_id, source_id, answer)
      ) WITH (fillfactor = 50)`)
    await db.query(`CREATE INDEX poll_count_source ON mailroom.poll_count (source_id)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mailroom.poll_count`)
    await db.query(`DROP TABLE mailroom.poll_answer`)
    await db.query(`DROP TABLE mailroom.poll`)
  }
}
