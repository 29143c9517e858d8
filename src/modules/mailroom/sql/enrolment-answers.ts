import type { MessageStatus, Reason } from "../../../core/messages/states"
import type { Statement } from "../database"

export type PersonRow = {
  id: string
  address_id: string | null
  locale: string | null
  chosen_locale: string | null
  time_zone: string | null
  country: string | null
  group_ids: string[]
}

/** People by their ids, with the address that mails go to and the language that they chose themselves. */
export function selectPeople(contactIds: string[]): Statement {
  return {
    text: `SELECT c.id, a.id AS address_id, c.locale,
                  CASE WHEN 'locale' = ANY(c.own_choices) THEN c.locale END AS chosen_locale, c.time_zone, c.country,
                  ARRAY(SELECT unnest(k.group_ids) FROM mailroom.contact_customer k WHERE k.contact_id = c.id) AS group_ids
             FROM mailroom.contact c LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
            WHERE c.id = ANY($1::uuid[]) AND c.erased_at IS NULL`,
    values: [contactIds],
  }
}

export type MailStateRow = {
  n: number
  status: MessageStatus
  reason: Reason | null
  is_delivered: boolean
  is_opened: boolean
  is_clicked: boolean
  sent_at: Date | null
}

/**
 * The shopper's mail of a node, for each of many entrants: of one visit (`digest`, the reason in its key) or (null) of the
 * latest. Index: message_enrolment.
 */
export function selectMailStates(asked: { enrolmentId: string; node: string; digest: Buffer | null }[]): Statement {
  return {
    text: `
      SELECT q.n::int, m.status, m.reason, f.delivered_at IS NOT NULL AS is_delivered,
             f.first_open_human_at IS NOT NULL AS is_opened, f.first_click_human_at IS NOT NULL AS is_clicked,
             CASE WHEN m.status IN ('sent', 'in_doubt') THEN m.settled_at END AS sent_at
        FROM unnest($1::uuid[], $2::text[], $3::bytea[]) WITH ORDINALITY AS q(enrolment_id, node, digest, n)
        CROSS JOIN LATERAL (
          SELECT * FROM mailroom.message m
           WHERE m.enrolment_id = q.enrolment_id AND m.node = q.node AND m.kind <> 'owner_copy' AND m.resend_of IS NULL
             AND (q.digest IS NULL OR substring(m.idempotency_key FROM 7) = q.digest)
           ORDER BY m.id DESC LIMIT 1) m
        LEFT JOIN mailroom.message_fold f ON f.message_id = m.id`,
    values: [
      asked.map(({ enrolmentId }) => enrolmentId),
      asked.map(({ node }) => node),
      asked.map(({ digest }) => digest),
    ],
  }
}

export type EffectStateRow = {
  n: number
  state: "pending" | "done" | "failed" | "in_doubt" | "skipped"
  answer: unknown
  last_error: string | null
}

/** What a node wanted outside, of one visit or (null) of its latest, of any kind or (`what`) one. Index: effect_enrolment. */
export function selectEffectStates(
  asked: { enrolmentId: string; node: string; visit: number | null; what: string | null }[],
): Statement {
  return {
    text: `
      SELECT q.n::int, e.state, e.answer, e.last_error
        FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[]) WITH ORDINALITY AS q(enrolment_id, node, visit, what, n)
        CROSS JOIN LATERAL (
          SELECT state, answer, last_error FROM mailroom.effect e
           WHERE e.enrolment_id = q.enrolment_id AND e.node = q.node AND (q.visit IS NULL OR e.visit = q.visit)
             AND (q.what IS NULL OR e.kind = q.what)
           ORDER BY e.visit DESC, e.id DESC LIMIT 1) e`,
    values: [
      asked.map(({ enrolmentId }) => enrolmentId),
      asked.map(({ node }) => node),
      asked.map(({ visit }) => visit),
      asked.map(({ what }) => what),
    ],
  }
}

/** One limit at a time: the places of two processes must not be the same. Held until the transaction ends. */
export function lockPlaces({ automationId, node }: { automationId: string; node: string }): Statement {
  return { text: `SELECT pg_advisory_xact_lock(hashtextextended($1, 240))`, values: [`${automationId}/${node}`] }
}

/** Gives each entrant the next free place at a node; who has one already keeps it. */
export function takePlaces(row: { automationId: string; node: string; enrolmentIds: string[] }): Statement {
  return {
    text: `
      WITH taken AS (
        INSERT INTO mailroom.limit_place (automation_id, node, enrolment_id, place)
        SELECT $1, $2, came.id, coalesce((SELECT max(place) FROM mailroom.limit_place WHERE automation_id = $1 AND node = $2), 0)
               + row_number() OVER (ORDER BY came.n)
          FROM unnest($3::uuid[]) WITH ORDINALITY AS came(id, n)
         WHERE NOT EXISTS (SELECT FROM mailroom.limit_place p
                            WHERE p.automation_id = $1 AND p.node = $2 AND p.enrolment_id = came.id)
        RETURNING enrolment_id, place
      )
      SELECT enrolment_id, place FROM taken
      UNION ALL SELECT enrolment_id, place FROM mailroom.limit_place
       WHERE automation_id = $1 AND node = $2 AND enrolment_id = ANY($3::uuid[])`,
    values: [row.automationId, row.node, row.enrolmentIds],
  }
}

export type EarlierRow = { n: number; count: number; last: Date | null; is_inside: boolean; is_undecided: boolean }

/**
 * Other entries of the same people into the same automation: those that are decided, whichever came first, and whether an
 * earlier one is still to be decided (a later one waits for this one, so that the two never wait for each other). Index:
 * enrolment_contact.
 */
export function selectEarlierEntries(
  asked: { enrolmentId: string; automationId: string; contactId: string }[],
): Statement {
  return {
    text: `
      SELECT q.n::int, count(e.id) FILTER (WHERE NOT undecided)::int AS count,
             max(e.entered_at) FILTER (WHERE NOT undecided) AS last,
             coalesce(bool_or(e.state IN ('due', 'waiting') AND NOT undecided), false) AS is_inside,
             coalesce(bool_or(undecided), false) AS is_undecided
        FROM unnest($1::uuid[], $2::text[], $3::uuid[]) WITH ORDINALITY AS q(id, automation_id, contact_id, n)
        LEFT JOIN LATERAL (
          SELECT e.*, e.node IS NULL AND e.state IN ('due', 'waiting') AS undecided FROM mailroom.enrolment e
           WHERE e.contact_id = q.contact_id AND e.automation_id = q.automation_id AND e.state <> 'refused'
             AND e.id <> q.id) e ON e.id < q.id OR NOT e.undecided
       GROUP BY q.n`,
    values: [
      asked.map(({ enrolmentId }) => enrolmentId),
      asked.map(({ automationId }) => automationId),
      asked.map(({ contactId }) => contactId),
    ],
  }
}

const ENTRY_LOCK = 24_100
const ENTRY_BUCKETS = 128

/**
 * Who enters where a person may not enter twice does so one after the other, however many processes there are. A bucket of
 * people each, so that a batch holds few locks; in their order, so that two batches never wait for each other.
 */
export function lockEntries(entries: { automationId: string; contactId: string }[]): Statement {
  return {
    text: `
      SELECT pg_advisory_xact_lock(${ENTRY_LOCK}, bucket) FROM (
        SELECT DISTINCT (hashtextextended(who, 241) & ${ENTRY_BUCKETS - 1})::int AS bucket FROM unnest($1::text[]) who ORDER BY 1) b`,
    values: [entries.map(({ automationId, contactId }) => `${automationId}/${contactId}`)],
  }
}

/** So that a person's earlier entries are found by those that come while this one is being decided. */
export function nameEntrants(named: { id: string; token: string; contactId: string }[]): Statement {
  return {
    text: `
      UPDATE mailroom.enrolment e SET contact_id = m."contactId"
        FROM json_to_recordset($1::json) AS m(id uuid, token uuid, "contactId" uuid)
       WHERE e.id = m.id AND e.lease_token = m.token AND e.contact_id IS NULL`,
    values: [JSON.stringify(named)],
  }
}
