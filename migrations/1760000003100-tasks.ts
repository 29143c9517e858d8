import type { MigrationInterface, QueryRunner } from "typeorm"

/** What automations and people give colleagues to do, and which automations report to whom. */
export class Tasks1760000003100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // key: of the effect that made it, or "hand:" and an id. assignee_id: a user of the admin. assigned_at: since when it
    // is that one's; part of the key of the mail about it.
    await db.query(`
      CREATE TABLE mailroom.task (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        key text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('task', 'call')),
        title text NOT NULL,
        note text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dismissed')),
        assignee_id text,
        assigned_at timestamptz NOT NULL DEFAULT mailroom.now(),
        due_at timestamptz NOT NULL,
        contact_id uuid,
        phone text,
        order_id text,
        automation_id text,
        node text,
        visit smallint,
        enrolment_id uuid,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        created_by text,
        settled_at timestamptz,
        settled_by text
      )`)
    await db.query(`CREATE INDEX task_due ON mailroom.task (due_at, id) WHERE state = 'open'`)
    await db.query(`CREATE INDEX task_mine ON mailroom.task (assignee_id, due_at, id) WHERE state = 'open'`)
    await db.query(`CREATE INDEX task_contact ON mailroom.task (contact_id, id)`)
    await db.query(`CREATE INDEX task_enrolment ON mailroom.task (enrolment_id) WHERE enrolment_id IS NOT NULL`)

    // How many tasks a step has given out: whose turn is next.
    await db.query(`
      CREATE TABLE mailroom.task_turn (
        automation_id text NOT NULL,
        node text NOT NULL,
        turn bigint NOT NULL,
        PRIMARY KEY (automation_id, node)
      )`)

    // rhythm: { every: "day" | "week" | "month", time, weekday, monthday } by the shop's clock. next_at null: off.
    await db.query(`
      CREATE TABLE mailroom.automation_report (
        automation_id text PRIMARY KEY REFERENCES mailroom.automation (id) ON DELETE CASCADE,
        rhythm jsonb NOT NULL,
        emails text[] NOT NULL DEFAULT '{}',
        user_ids text[] NOT NULL DEFAULT '{}',
        locale text,
        next_at timestamptz,
        last_sent_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT mailroom.now(),
        updated_by text
      )`)
    await db.query(
      `CREATE INDEX automation_report_due ON mailroom.automation_report (next_at) WHERE next_at IS NOT NULL`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ["automation_report", "task_turn", "task"]) await db.query(`DROP TABLE mailroom.${table}`)
  }
}
