import type { Statement } from "../database"

export type EntrantRow = {
  id: string
  contact_id: string | null
  email: string | null
  name: string | null
  occurrence_key: string
  event: string
  version_number: number
  node: string | null
  /** A wait before `node` is not over yet. */
  is_ahead: boolean
  visit: number
  state: string
  outcome: string | null
  last_error: string | null
  due_at: Date | null
  entered_at: Date
  ended_at: Date | null
}

const COLUMNS = `e.id, e.contact_id, a.email, nullif(concat_ws(' ', c.first_name, c.last_name), '') AS name,
  e.occurrence_key, e.facts->>'event' AS event, v.number AS version_number, e.node, e.visit, e.state, e.outcome,
  e.state = 'waiting' AND e.rested = 0 AS is_ahead, e.last_error, e.due_at, e.entered_at, e.ended_at`
const FROM = `FROM mailroom.enrolment e JOIN mailroom.automation_version v ON v.id = e.version_id
  LEFT JOIN mailroom.contact c ON c.id = e.contact_id
  LEFT JOIN mailroom.contact_address a ON a.contact_id = e.contact_id AND a.is_primary`

/** Newest first, from `after` on. `q`: the beginning of an address, or an occurrence key. Index: enrolment_entrants. */
export function selectEntrants(asked: {
  automationId: string
  states: string[] | null
  node: string | null
  q: string | null
  after: string | null
  limit: number
}): Statement {
  return {
    text: `SELECT ${COLUMNS} ${FROM}
            WHERE e.automation_id = $1 AND ($2::text[] IS NULL OR e.state = ANY($2)) AND ($3::text IS NULL OR e.node = $3)
              AND ($4::text IS NULL OR e.occurrence_key = $4 OR e.contact_id IN (
                SELECT contact_id FROM mailroom.contact_address WHERE email_norm LIKE replace(replace(lower($4), '%', ''), '_', '\\_') || '%'))
              AND ($5::uuid IS NULL OR e.id < $5)
            ORDER BY e.id DESC LIMIT $6`,
    values: [asked.automationId, asked.states, asked.node, asked.q, asked.after, asked.limit],
  }
}

/** With the version that it walks. */
export function selectEntrant({ automationId, id }: { automationId: string; id: string }): Statement {
  return {
    text: `SELECT ${COLUMNS}, v.trigger, v.nodes ${FROM} WHERE e.automation_id = $1 AND e.id = $2`,
    values: [automationId, id],
  }
}

/** Everything of one person in all automations, newest first. Index: enrolment_contact. */
export function selectEntrantsOf(contactId: string, automationId: string | null): Statement {
  return {
    text: `SELECT ${COLUMNS}, e.automation_id, u.name AS automation_name, u.kind AS automation_kind ${FROM}
             JOIN mailroom.automation u ON u.id = e.automation_id
            WHERE e.contact_id = $1 AND ($2::text IS NULL OR e.automation_id = $2) ORDER BY e.id DESC LIMIT 100`,
    values: [contactId, automationId],
  }
}

export type PathDecisionRow = {
  enrolment_id: string | null
  at: Date
  node: string | null
  verdict: string
  reason: string | null
  detail: Record<string, unknown> | null
}

/** Of these entrants, oldest first. Indexes: decision_contact, decision_source. */
export function selectPathDecisions(asked: { automationId: string; enrolmentIds: string[]; since: Date }): Statement {
  return {
    text: `SELECT enrolment_id, at, node, verdict, reason, detail FROM mailroom.decision
            WHERE source_id = $1 AND at >= $3 AND enrolment_id = ANY($2::uuid[]) ORDER BY at, id`,
    values: [asked.automationId, asked.enrolmentIds, asked.since],
  }
}

export type PathMessageRow = {
  enrolment_id: string
  id: string
  node: string | null
  kind: string
  to_email: string | null
  subject: string | null
  status: string
  reason: string | null
  planned_at: Date
  settled_at: Date | null
  clicked_at: Date | null
}

/** Index: message_enrolment. */
export function selectPathMessages(enrolmentIds: string[]): Statement {
  return {
    text: `SELECT m.enrolment_id, m.id, m.node, m.kind, m.to_email, m.subject, m.status, m.reason, m.planned_at, m.settled_at,
                  f.first_click_human_at AS clicked_at
             FROM mailroom.message m LEFT JOIN mailroom.message_fold f ON f.message_id = m.id
            WHERE m.enrolment_id = ANY($1::uuid[]) ORDER BY m.planned_at, m.id`,
    values: [enrolmentIds],
  }
}

export type PathEffectRow = {
  enrolment_id: string
  id: string
  node: string
  kind: string
  state: string
  answer: unknown
  last_error: string | null
  created_at: Date
  settled_at: Date | null
}

/** Index: effect_enrolment. */
export function selectPathEffects(enrolmentIds: string[]): Statement {
  return {
    text: `SELECT enrolment_id, id, node, kind, state, answer, last_error, created_at, settled_at
             FROM mailroom.effect WHERE enrolment_id = ANY($1::uuid[]) ORDER BY created_at, id`,
    values: [enrolmentIds],
  }
}

/** Decisions about a person that never became an entrant: before the switch-on, refused by the trigger. */
export function selectContactDecisions({
  automationId,
  contactId,
}: {
  automationId: string
  contactId: string
}): Statement {
  return {
    text: `SELECT enrolment_id, at, node, verdict, reason, detail FROM mailroom.decision
            WHERE contact_id = $2 AND source_id = $1 AND enrolment_id IS NULL ORDER BY at DESC LIMIT 20`,
    values: [automationId, contactId],
  }
}
