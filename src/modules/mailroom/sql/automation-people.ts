import type { Statement } from "../database"

export type InsideRow = { node: string | null; n: number }

/** Who is inside, by the node on which they stand (null: not begun). Index: enrolment_due. */
export function selectInside(automationId: string): Statement {
  return {
    text: `SELECT node, count(*)::int AS n FROM mailroom.enrolment
            WHERE automation_id = $1 AND state IN ('due', 'waiting') GROUP BY node ORDER BY node NULLS FIRST`,
    values: [automationId],
  }
}

/**
 * Everybody inside goes on in the new version where it has their node, and ends where it does not. The lease is taken
 * away: whoever is just walking one of them by the old version loses it and walks it again.
 */
export function moveInside(row: { automationId: string; versionId: string; nodes: string[] }): Statement {
  return {
    text: `
      WITH moved AS (
        UPDATE mailroom.enrolment e
           SET version_id = CASE WHEN stays THEN $2::uuid ELSE e.version_id END,
               state = CASE WHEN stays THEN e.state ELSE 'moved' END,
               outcome = CASE WHEN stays THEN e.outcome ELSE 'moved_away' END,
               ended_at = CASE WHEN stays THEN NULL ELSE mailroom.now() END,
               due_at = CASE WHEN stays THEN e.due_at END,
               lease_token = NULL, lease_expires_at = NULL
          FROM (SELECT id, node IS NULL OR node = ANY($3::text[]) AS stays FROM mailroom.enrolment
                 WHERE automation_id = $1 AND state IN ('due', 'waiting') AND version_id <> $2::uuid) inside
         WHERE e.id = inside.id
        RETURNING e.id, e.contact_id, e.occurrence_key, e.node, stays
      ),
      told AS (
        INSERT INTO mailroom.decision (source_id, enrolment_id, contact_id, occurrence_key, node, verdict, reason)
        SELECT $1, id, contact_id, occurrence_key, node, 'left', 'moved_away' FROM moved WHERE NOT stays
      )
      SELECT count(*) FILTER (WHERE stays)::int AS moved, count(*) FILTER (WHERE NOT stays)::int AS left FROM moved`,
    values: [row.automationId, row.versionId, row.nodes],
  }
}

/**
 * Ends so many of those inside an automation that is off, or of the one entrant named, with the reason on record. What
 * is secret about their occurrences is forgotten with it.
 */
export function stopInside(row: {
  automationId: string
  limit: number
  enrolmentId?: string
  reason: string
}): Statement {
  return {
    text: `
      WITH ended AS (
        UPDATE mailroom.enrolment e
           SET state = 'stopped', outcome = $4, ended_at = mailroom.now(), due_at = NULL,
               lease_token = NULL, lease_expires_at = NULL
         WHERE e.id IN (SELECT id FROM mailroom.enrolment
                         WHERE automation_id = $1 AND state IN ('due', 'waiting') AND ($3::uuid IS NULL OR id = $3::uuid)
                         LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING e.id, e.contact_id, e.occurrence_key, e.node, e.facts
      ),
      wiped AS (
        UPDATE mailroom.trigger_event t SET sealed_payload = NULL FROM ended
         WHERE t.id = (ended.facts->>'triggerId')::bigint AND t.sealed_payload IS NOT NULL
      )
      INSERT INTO mailroom.decision (source_id, enrolment_id, contact_id, occurrence_key, node, verdict, reason)
      SELECT $1, id, contact_id, occurrence_key, node, 'left', $4 FROM ended RETURNING enrolment_id`,
    values: [row.automationId, row.limit, row.enrolmentId ?? null, row.reason],
  }
}

/**
 * Takes back so many of the mails of an automation that have not left; what a server already has is left to its answer. What
 * was kept secret for them is forgotten. Index: message_source.
 */
export function takeBackMails({ automationId, limit }: { automationId: string; limit: number }): Statement {
  return {
    text: `
      WITH waiting AS (
        SELECT m.id, m.status FROM mailroom.message m LEFT JOIN mailroom.delivery d ON d.message_id = m.id
         WHERE m.source_id = $1 AND m.origin = 'automation' AND m.status IN ('queued', 'held') AND NOT m.is_test
           AND d.handed_at IS NULL LIMIT $2
      ),
      free AS (
        SELECT d.message_id FROM mailroom.delivery d JOIN waiting w ON w.id = d.message_id
         WHERE d.handed_at IS NULL FOR UPDATE OF d SKIP LOCKED
      ),
      gone AS (DELETE FROM mailroom.delivery d USING free WHERE d.message_id = free.message_id RETURNING d.message_id),
      back AS (
        UPDATE mailroom.message m SET status = 'cancelled', reason = 'automation_off', settled_at = mailroom.now()
          FROM waiting w WHERE m.id = w.id AND (w.status = 'held' OR m.id IN (SELECT message_id FROM gone))
        RETURNING m.id, m.planned_at
      ),
      wiped AS (
        UPDATE mailroom.message_content c SET sealed_context = NULL FROM back
         WHERE c.message_id = back.id AND c.planned_at = back.planned_at AND c.sealed_context IS NOT NULL
      )
      SELECT id FROM back`,
    values: [automationId, limit],
  }
}

/** Mails of an automation that have not left yet. Index: message_source. */
export function countQueuedMails(automationId: string): Statement {
  return {
    text: `SELECT count(*)::int AS n FROM mailroom.message
            WHERE source_id = $1 AND origin = 'automation' AND status IN ('queued', 'held') AND NOT is_test`,
    values: [automationId],
  }
}

/** Automations that are off and still have somebody inside: switched off, and not tidied up yet. */
export function selectOffWithPeople(): Statement {
  return {
    text: `SELECT a.id FROM mailroom.automation a
            WHERE a.state = 'off' AND EXISTS (
              SELECT 1 FROM mailroom.enrolment e WHERE e.automation_id = a.id AND e.state IN ('due', 'waiting'))`,
    values: [],
  }
}

/** A drained automation is off when the last one has left. */
export function endDrained(): Statement {
  return {
    text: `UPDATE mailroom.automation a SET state = 'off', updated_at = mailroom.now()
            WHERE a.state = 'draining' AND NOT EXISTS (
              SELECT 1 FROM mailroom.enrolment e WHERE e.automation_id = a.id AND e.state IN ('due', 'waiting'))
           RETURNING a.id`,
    values: [],
  }
}

/** `live` again from a pause is a switch-on too: what happened meanwhile is not made up for. */
export function setAutomationState({ id, state }: { id: string; state: string }): Statement {
  return {
    text: `UPDATE mailroom.automation
              SET switched_on_at = CASE WHEN $2 = 'live' AND state <> 'live' THEN mailroom.now() ELSE switched_on_at END,
                  state = $2, updated_at = mailroom.now()
            WHERE id = $1 AND archived_at IS NULL RETURNING id`,
    values: [id, state],
  }
}
