import type { MigrationInterface, QueryRunner } from "typeorm"

/** Graphs with named exits, drafts, effects that leave the database, and what a million waiting entrants need. */
export class AutomationGraphs1760000002400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // draft: what somebody is working on ({ trigger, nodes }); null: nothing but what is live. draft_revision guards two tabs.
    await db.query(`
      ALTER TABLE mailroom.automation
        ADD COLUMN draft jsonb,
        ADD COLUMN draft_revision integer NOT NULL DEFAULT 1,
        ADD COLUMN recipe_key text`)
    // trigger_events: names under which the trigger comes into the inbox; empty where a clock computes it.
    await db.query(`ALTER TABLE mailroom.automation_version ADD COLUMN trigger_events text[] NOT NULL DEFAULT '{}'`)
    await db.query(`
      UPDATE mailroom.automation_version v SET
        trigger_events = ARRAY[v.trigger->>'event'],
        trigger = jsonb_build_object('kind', v.trigger->>'event', 'settings', '{}'::jsonb, 'filters', '[]'::jsonb,
          'reentry', jsonb_build_object('rule', 'per_occurrence')),
        nodes = (SELECT jsonb_agg((n - 'next' - 'otherwise') || jsonb_build_object(
            'exits', CASE n->>'kind'
              WHEN 'filter' THEN jsonb_build_object('yes', n->'next', 'no', n->'otherwise')
              WHEN 'send_email' THEN jsonb_build_object('sent', n->'next', 'not_sent', null)
              ELSE jsonb_build_object('next', n->'next') END,
            'settings', CASE n->>'kind'
              WHEN 'wait' THEN jsonb_build_object('amount', n #> '{settings,minutes}', 'unit', 'minutes')
              ELSE n->'settings' END) ORDER BY place)
          FROM jsonb_array_elements(v.nodes) WITH ORDINALITY AS one(n, place))`)

    // rested: how often an entrant looked in vain on its node. refused: it came, and did not get in (filter, re-entry, control).
    await db.query(`
      ALTER TABLE mailroom.enrolment
        ADD COLUMN rested smallint NOT NULL DEFAULT 0,
        DROP CONSTRAINT enrolment_state_check,
        ADD CONSTRAINT enrolment_state_check
          CHECK (state IN ('due', 'waiting', 'done', 'stopped', 'failed', 'moved', 'refused'))`)
    // By automation: those of a paused one lie there by the hundred thousand, and nobody's claim may wade through them.
    await db.query(`DROP INDEX mailroom.enrolment_due`)
    await db.query(`
      CREATE INDEX enrolment_due ON mailroom.enrolment (automation_id, due_at) WHERE state IN ('due', 'waiting')`)
    // "Was she inside before?", and everything of one person.
    await db.query(`DROP INDEX mailroom.enrolment_contact`)
    await db.query(`CREATE INDEX enrolment_contact ON mailroom.enrolment (contact_id, automation_id)`)
    // The entrants of an automation, newest first.
    await db.query(`CREATE INDEX enrolment_entrants ON mailroom.enrolment (automation_id, id)`)

    // How many left a node by an exit. Slots: several processes count at once without waiting for each other.
    await db.query(`
      CREATE TABLE mailroom.automation_passage (
        version_id uuid NOT NULL REFERENCES mailroom.automation_version (id) ON DELETE CASCADE,
        node text NOT NULL,
        exit text NOT NULL,
        slot smallint NOT NULL,
        n bigint NOT NULL,
        PRIMARY KEY (version_id, node, exit, slot)
      ) WITH (fillfactor = 70)`)

    // "Only the first 500": who came to a limit, and as the how manieth.
    await db.query(`
      CREATE TABLE mailroom.limit_place (
        automation_id text NOT NULL REFERENCES mailroom.automation (id) ON DELETE CASCADE,
        node text NOT NULL,
        enrolment_id uuid NOT NULL,
        place integer NOT NULL,
        PRIMARY KEY (automation_id, node, enrolment_id)
      )`)

    // What leaves the database: written with the position, carried out from here, each key once.
    await db.query(`
      CREATE TABLE mailroom.effect (
        id uuid PRIMARY KEY DEFAULT mailroom.uuidv7(),
        idempotency_key text NOT NULL UNIQUE,
        automation_id text NOT NULL,
        enrolment_id uuid,
        node text NOT NULL,
        visit smallint NOT NULL,
        kind text NOT NULL,
        settings jsonb NOT NULL,
        contact_id uuid,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'failed', 'in_doubt', 'skipped')),
        due_at timestamptz NOT NULL DEFAULT mailroom.now(),
        attempts smallint NOT NULL DEFAULT 0,
        lease_token uuid,
        lease_expires_at timestamptz,
        answer jsonb,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT mailroom.now(),
        settled_at timestamptz
      ) WITH (fillfactor = 80)`)
    await db.query(`CREATE INDEX effect_due ON mailroom.effect (due_at) WHERE state = 'pending'`)
    await db.query(`CREATE INDEX effect_enrolment ON mailroom.effect (enrolment_id)`)
    await db.query(`CREATE INDEX effect_contact ON mailroom.effect (contact_id)`)
    // What became of the mail of a node: read in batches while the entrants rest on it.
    await db.query(`CREATE INDEX message_enrolment ON mailroom.message (enrolment_id) WHERE enrolment_id IS NOT NULL`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX mailroom.message_enrolment`)
    for (const table of ["effect", "limit_place", "automation_passage"]) await db.query(`DROP TABLE mailroom.${table}`)
    await db.query(`DROP INDEX mailroom.enrolment_entrants`)
    await db.query(`DROP INDEX mailroom.enrolment_contact`)
    await db.query(`CREATE INDEX enrolment_contact ON mailroom.enrolment (contact_id)`)
    await db.query(`DROP INDEX mailroom.enrolment_due`)
    await db.query(`CREATE INDEX enrolment_due ON mailroom.enrolment (due_at) WHERE state IN ('due', 'waiting')`)
    // The older model knows neither; both are ends.
    await db.query(`UPDATE mailroom.enrolment SET state = 'stopped' WHERE state IN ('moved', 'refused')`)
    await db.query(`
      ALTER TABLE mailroom.enrolment
        DROP COLUMN rested,
        DROP CONSTRAINT enrolment_state_check,
        ADD CONSTRAINT enrolment_state_check CHECK (state IN ('due', 'waiting', 'done', 'stopped', 'failed'))`)
    await db.query(`
      UPDATE mailroom.automation_version v SET
        trigger = jsonb_build_object('event', v.trigger->>'kind'),
        nodes = (SELECT jsonb_agg(CASE n->>'kind'
            WHEN 'filter' THEN (n - 'exits') || jsonb_build_object('next', n #> '{exits,yes}', 'otherwise', n #> '{exits,no}')
            WHEN 'send_email' THEN (n - 'exits') || jsonb_build_object('next', n #> '{exits,sent}')
            WHEN 'wait' THEN (n - 'exits') || jsonb_build_object('next', n #> '{exits,next}', 'settings',
              jsonb_build_object('minutes', (n #>> '{settings,amount}')::int * CASE n #>> '{settings,unit}'
                WHEN 'days' THEN 1440 WHEN 'hours' THEN 60 ELSE 1 END))
            ELSE (n - 'exits') || jsonb_build_object('next', n #> '{exits,next}') END ORDER BY place)
          FROM jsonb_array_elements(v.nodes) WITH ORDINALITY AS one(n, place))`)
    await db.query(`ALTER TABLE mailroom.automation_version DROP COLUMN trigger_events`)
    await db.query(`
      ALTER TABLE mailroom.automation DROP COLUMN recipe_key, DROP COLUMN draft_revision, DROP COLUMN draft`)
  }
}
