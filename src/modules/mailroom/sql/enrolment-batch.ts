import { storableJson } from "../../../core/messages/storable-json"
import type { Statement } from "../database"

export type Move = {
  id: string
  token: string
  state: "waiting" | "done" | "stopped" | "failed" | "refused"
  node: string | null
  visit: number
  rested: number
  dueAt: Date | null
  outcome: string | null
  contactId: string | null
}

/** Answers the ids that were moved; one is missing where the lease was lost: then the caller must roll back. */
export function moveEnrolments(moves: Move[]): Statement {
  return {
    text: `
      UPDATE mailroom.enrolment e
         SET state = m.state, node = m.node, visit = m.visit, rested = m.rested, due_at = m."dueAt", outcome = m.outcome,
             contact_id = coalesce(m."contactId", e.contact_id), attempts = 0, lease_token = NULL, lease_expires_at = NULL,
             last_error = NULL, ended_at = CASE WHEN m.state = 'waiting' THEN NULL ELSE mailroom.now() END
        FROM json_to_recordset($1::json) AS m(id uuid, token uuid, state text, node text, visit smallint, rested smallint,
               "dueAt" timestamptz, outcome text, "contactId" uuid)
       WHERE e.id = m.id AND e.lease_token = m.token RETURNING e.id`,
    values: [JSON.stringify(moves)],
  }
}

export type NewEffect = {
  key: string
  automationId: string
  enrolmentId: string
  node: string
  visit: number
  kind: string
  settings: Record<string, unknown>
  contactId: string | null
  dueAt: Date | null
}

/** The same key twice is one effect: a step that is walked again after a crash wants nothing new. */
export function insertEffects(effects: NewEffect[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.effect (idempotency_key, automation_id, enrolment_id, node, visit, kind, settings, contact_id, due_at)
      SELECT e.key, e."automationId", e."enrolmentId", e.node, e.visit, e.kind, e.settings, e."contactId",
             coalesce(e."dueAt", mailroom.now())
        FROM json_to_recordset($1::json) AS e(key text, "automationId" text, "enrolmentId" uuid, node text, visit smallint,
               kind text, settings jsonb, "contactId" uuid, "dueAt" timestamptz)
      ON CONFLICT (idempotency_key) DO NOTHING`,
    values: [storableJson(effects)],
  }
}

export type PassageCount = { versionId: string; node: string; exit: string; n: number }

/** In the order of the key, so that two processes never wait for each other in a circle. */
export function countPassages(counts: PassageCount[], slot: number): Statement {
  return {
    text: `
      INSERT INTO mailroom.automation_passage AS p (version_id, node, exit, slot, n)
      SELECT c."versionId", c.node, c.exit, $2, c.n
        FROM json_to_recordset($1::json) AS c("versionId" uuid, node text, exit text, n bigint) ORDER BY 1, 2, 3
      ON CONFLICT (version_id, node, exit, slot) DO UPDATE SET n = p.n + excluded.n`,
    values: [JSON.stringify(counts), slot],
  }
}

/** What was secret about occurrences that are done with has become messages, which have their own seal. */
export function wipeSealedOf(triggerIds: string[]): Statement {
  return {
    text: `UPDATE mailroom.trigger_event SET sealed_payload = NULL WHERE id = ANY($1::bigint[]) AND sealed_payload IS NOT NULL`,
    values: [triggerIds],
  }
}

/** Adds to or takes from the tags of people, one row each; who has none of it to change is left alone. */
export function changeTags(changes: { contactId: string; add: string[]; remove: string[] }[]): Statement {
  return {
    text: `
      WITH wanted AS (
        SELECT r."contactId" AS id, r.add, r.remove
          FROM json_to_recordset($1::json) AS r("contactId" uuid, add text[], remove text[])
      ),
      one AS (
        SELECT c.id FROM mailroom.contact c JOIN wanted w USING (id)
         WHERE c.erased_at IS NULL AND (NOT c.tags @> w.add OR c.tags && w.remove) ORDER BY c.id FOR UPDATE OF c
      )
      UPDATE mailroom.contact c
         SET tags = ARRAY(SELECT DISTINCT t FROM unnest(c.tags || w.add) t WHERE NOT t = ANY(w.remove) ORDER BY t),
             updated_at = mailroom.now()
        FROM one JOIN wanted w USING (id) WHERE c.id = one.id`,
    values: [JSON.stringify(changes)],
  }
}

/**
 * `members` is what core/segments/compile made. One entrant each, standing at `node`; running it again adds nobody. So many
 * of a hundred are held out, drawn as core/automations/lot.ts draws: the same people by whichever way they come.
 */
export function fanOut(
  members: Statement,
  into: { enrolmentId: string; node: string; visit: number; controlPercent: number },
): Statement {
  const values = [...members.values]
  const put = (value: unknown) => `$${values.push(value)}`
  const run = put(into.enrolmentId)
  const percent = put(into.controlPercent)
  return {
    text: `
      WITH now AS MATERIALIZED (SELECT mailroom.now() AS at),
      drawn AS (
        SELECT now.at, e.id AS run_id, e.automation_id, e.version_id, e.facts, member.id AS contact_id,
          ${percent}::int > 0 AND ${lotOf("e.automation_id || ':' || member.id")} < ${percent}::int AS is_held
          FROM mailroom.enrolment e CROSS JOIN (${members.text}) member CROSS JOIN now
          WHERE e.id = ${run}::uuid
      ),
      entered AS (
        INSERT INTO mailroom.enrolment
          (automation_id, version_id, occurrence_key, contact_id, facts, node, visit, state, due_at, outcome, entered_at, ended_at)
        SELECT automation_id, version_id, 'run:' || run_id || ':' || contact_id, contact_id,
               jsonb_set(facts, '{payload,contact_id}', to_jsonb(contact_id::text)),
               CASE WHEN NOT is_held THEN ${put(into.node)} END, ${put(into.visit)}::int,
               CASE WHEN is_held THEN 'refused' ELSE 'due' END, CASE WHEN NOT is_held THEN at END,
               CASE WHEN is_held THEN 'held_out' END, at, CASE WHEN is_held THEN at END
          FROM drawn
        ON CONFLICT (automation_id, occurrence_key) DO NOTHING
        RETURNING id, automation_id, contact_id, occurrence_key, state
      )
      INSERT INTO mailroom.decision (source_id, enrolment_id, contact_id, occurrence_key, verdict, reason, detail)
      SELECT automation_id, id, contact_id, occurrence_key, 'control', 'held_out',
             jsonb_build_object('saw', jsonb_build_object('controlPercent', ${percent}::int))
        FROM entered WHERE state = 'refused'`,
    values,
  }
}

/** 0 to 99.99…, as `lot` of core/automations/lot.ts: the first four bytes of the hash. */
const lotOf = (words: string) =>
  `('x' || encode(substr(sha256(convert_to(${words}, 'UTF8')), 1, 4), 'hex'))::bit(32)::bigint / 4294967296.0 * 100`

/** Before a step that takes longer than a lease: only who still has it may go on. */
export function prolongLease({ id, token, seconds }: { id: string; token: string; seconds: number }): Statement {
  return {
    text: `UPDATE mailroom.enrolment SET lease_expires_at = mailroom.now() + make_interval(secs => $3)
            WHERE id = $1 AND lease_token = $2 RETURNING id`,
    values: [id, token, seconds],
  }
}
