import type { AgainOf } from "../../../core/mailings/again"
import type { Statement } from "../database"

/** A mailing that is over goes out of the list, or comes back; nothing of it is lost. */
export function setArchived(id: string, isArchived: boolean): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET archived_at = CASE WHEN $2::boolean THEN coalesce(archived_at, mailroom.now()) END
      WHERE id = $1 AND state IN ('sent', 'stopped', 'failed') AND finished_at IS NOT NULL RETURNING id`,
    values: [id, isArchived],
  }
}

export function setAgainOf(id: string, again: AgainOf): Statement {
  return {
    text: `UPDATE mailroom.mailing SET again_of = $2::jsonb, ab = NULL, control_share = 0 WHERE id = $1 AND state = 'draft'`,
    values: [id, JSON.stringify(again)],
  }
}

export function setInArchive(id: string, isShown: boolean): Statement {
  return {
    text: `UPDATE mailroom.mailing SET in_archive = $2 WHERE id = $1 AND kind = 'newsletter' RETURNING id`,
    values: [id, isShown],
  }
}

/**
 * The people whom a mailing did not reach, as `SELECT … id`: each once, and nobody whom it, or another one that repeats
 * it, has reached or is reaching. Who is in doubt counts as reached, unless those in doubt are asked for. `$1` the
 * mailing, `$2` the outcomes. Index message_source, message_contact.
 */
export function missedPeople({ mailing_id: mailingId, outcomes }: AgainOf): Statement {
  return {
    text: `
      SELECT DISTINCT m.contact_id AS id FROM mailroom.message m
      WHERE m.source_id = $1 AND m.status = ANY($2::text[]) AND NOT m.is_test AND m.contact_id IS NOT NULL
        AND NOT EXISTS (
          SELECT FROM mailroom.message o
          WHERE o.contact_id = m.contact_id AND NOT o.is_test AND (o.status IN ('sent', 'queued', 'held')
            OR o.status = 'in_doubt' AND (o.source_id <> $1 OR NOT 'in_doubt' = ANY($2::text[])))
            AND o.source_id IN (SELECT $1 UNION ALL SELECT g.id FROM mailroom.mailing g WHERE g.again_of ->> 'mailing_id' = $1))`,
    values: [mailingId, outcomes],
  }
}

/** How many, by how they were missed; `outcome` is of missedPeople's list and the only one that is asked for. */
export function countMissed(again: AgainOf): Statement {
  const { text, values } = missedPeople(again)
  return { text: `SELECT count(*)::int AS n FROM (${text}) missed`, values }
}

export type CalendarRow = {
  id: string
  kind: string
  name: string | null
  subject: string
  state: string
  topic_name: string | null
  at: Date
  is_planned: boolean
  audience_rows: string | null
}

/** What was sent and what is planned between two moments; index mailing_started. */
export function selectCalendar(from: Date, to: Date): Statement {
  return {
    text: `
      SELECT m.id, m.kind, m.name, m.subject, m.state, t.name AS topic_name, m.state = 'scheduled' AS is_planned, m.audience_rows,
        coalesce(m.started_at, m.scheduled_at) AS at
      FROM mailroom.mailing m LEFT JOIN mailroom.topic t ON t.id = m.topic_id
      WHERE (m.started_at >= $1 AND m.started_at < $2) OR (m.state = 'scheduled' AND m.scheduled_at >= $1 AND m.scheduled_at < $2)
      ORDER BY at, m.id`,
    values: [from, to],
  }
}
