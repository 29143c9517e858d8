import type { Statement } from "../database"

/** A live automation whose trigger is computed by a clock. */
export type ClockAutomationRow = {
  id: string
  version_id: string
  kind: string
  trigger: unknown
  switched_on_at: Date
}

export function selectClockAutomations(kinds: string[]): Statement {
  return {
    text: `SELECT a.id, v.id AS version_id, v.trigger->>'kind' AS kind, v.trigger, a.switched_on_at
             FROM mailroom.automation a JOIN mailroom.automation_version v ON v.id = a.live_version_id
            WHERE a.archived_at IS NULL AND a.state = 'live' AND a.switched_on_at IS NOT NULL
              AND v.trigger->>'kind' = ANY($1::text[])
            ORDER BY a.created_at, a.id`,
    values: [kinds],
  }
}

type Into = { automationId: string; versionId: string; event: string }

/** Who enters by a clock: its facts are those of the kind, its payload what the statement found. Puts its own values. */
function enrolmentInto({ automationId, versionId, event }: Into, put: (value: unknown) => string) {
  const automation = `${put(automationId)}::text`
  return {
    automation,
    enrolment: `
      INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, contact_id, facts, state, due_at)
      SELECT ${automation}, ${put(versionId)}::uuid, k.occurrence_key, k.contact_id, jsonb_build_object('triggerId', '0', 'event', ${put(event)}::text,
        'payload', k.payload || CASE WHEN k.contact_id IS NULL THEN '{}' ELSE jsonb_build_object('contact_id', k.contact_id) END,
        'source', 'clock', 'occurredAt', k.at, 'isCorrection', false), 'due', mailroom.now()`,
  }
}

/**
 * Puts into an automation whom a statement found: `SELECT occurrence_key, contact_id, payload, at`. What entered before
 * is left out first, so that a limited turn always gets further; the unique key has the last word. Answers how many.
 */
export function enter(candidates: Statement, into: Into & { limit: number }): Statement {
  const values = [...candidates.values]
  const put = (value: unknown) => `$${values.push(value)}`
  const { automation, enrolment } = enrolmentInto(into, put)
  return {
    text: `
      WITH candidate AS MATERIALIZED (${candidates.text}),
      entered AS (${enrolment}
      FROM (SELECT DISTINCT ON (occurrence_key) * FROM candidate ORDER BY occurrence_key, at) k
      WHERE NOT EXISTS (SELECT FROM mailroom.enrolment e
        WHERE e.automation_id = ${automation} AND e.occurrence_key = k.occurrence_key)
      LIMIT ${put(into.limit)}::int
      ON CONFLICT (automation_id, occurrence_key) DO NOTHING RETURNING 1)
      SELECT count(*)::int AS n FROM entered`,
    values,
  }
}

/**
 * Compares who is in a group now with who was at the last look, keeps the difference, and lets in who is new. Whoever
 * leaves and comes back has entered again.
 */
export function enterNewMembers(members: Statement, into: Into & { group: string }): Statement {
  const values = [...members.values]
  const put = (value: unknown) => `$${values.push(value)}`
  const { automation, enrolment } = enrolmentInto(into, put)
  return {
    text: `
      WITH member AS MATERIALIZED (SELECT id FROM (${members.text}) found),
      gone AS (
        DELETE FROM mailroom.segment_entrant s WHERE s.automation_id = ${automation}
          AND NOT EXISTS (SELECT FROM member m WHERE m.id = s.contact_id)
      ),
      came AS (
        INSERT INTO mailroom.segment_entrant (automation_id, contact_id)
        SELECT ${automation}, m.id FROM member m WHERE NOT EXISTS (SELECT FROM mailroom.segment_entrant s
          WHERE s.automation_id = ${automation} AND s.contact_id = m.id)
        ON CONFLICT DO NOTHING RETURNING contact_id
      ),
      entered AS (${enrolment}
      FROM (SELECT concat_ws(':', ${put(into.group)}::text, contact_id, extract(epoch FROM mailroom.now())::bigint) AS occurrence_key,
          contact_id, '{}'::jsonb AS payload, mailroom.now() AS at FROM came) k
      ON CONFLICT (automation_id, occurrence_key) DO NOTHING RETURNING 1)
      SELECT count(*)::int AS n FROM entered`,
    values,
  }
}

/** Who is in the group when the automation is switched on has not entered it: they are only remembered. */
export function rememberMembers(members: Statement, automationId: string): Statement {
  const values = [...members.values, automationId]
  const automation = `$${values.length}::text`
  return {
    text: `
      WITH member AS MATERIALIZED (SELECT id FROM (${members.text}) found),
      gone AS (
        DELETE FROM mailroom.segment_entrant s WHERE s.automation_id = ${automation}
          AND NOT EXISTS (SELECT FROM member m WHERE m.id = s.contact_id)
      )
      INSERT INTO mailroom.segment_entrant (automation_id, contact_id) SELECT ${automation}, id FROM member
      ON CONFLICT DO NOTHING`,
    values,
  }
}

/** Of automations that are not live any more; they begin anew when they are switched on. */
export function forgetMembers(liveIds: string[]): Statement {
  return {
    text: `DELETE FROM mailroom.segment_entrant WHERE automation_id <> ALL($1::text[])`,
    values: [liveIds],
  }
}

/** The members of cells of recency and frequency, written 54 for recency 5, frequency 4. */
export function selectMembersOfCells(cells: number[]): Statement {
  return {
    text: `SELECT r.contact_id AS id FROM mailroom.contact_rfm r WHERE r.recency * 10 + r.frequency = ANY($1::int[])`,
    values: [cells],
  }
}
