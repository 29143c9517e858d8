import type { Statement } from "../database"

export type PersonRow = {
  id: string
  first_name: string | null
  last_name: string | null
  locale: string | null
  last_interaction_at: Date | null
  last_transaction_at: Date | null
  created_at: Date
  erased_at: Date | null
  is_faded: boolean
  address_id: string | null
  email: string | null
  email_hash: Buffer | null
  domain: string | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed" | null
  marketing_since: Date | null
  marketing_basis: string | null
  marketing_expires_at: Date | null
  tracking: "unknown" | "granted" | "denied" | null
  customer_ids: string[]
  suppressions: {
    id: string
    scope: "all" | "marketing" | "topic"
    topic_id: string | null
    reason: string
    source: string
    created_at: string
    expires_at: string | null
  }[]
}

const PERSON = `
  SELECT c.id, c.first_name, c.last_name, c.locale, c.last_interaction_at, c.last_transaction_at, c.created_at, c.erased_at,
    coalesce(c.fades_at <= mailroom.now(), false) AS is_faded,
    a.id AS address_id, a.email, a.email_hash, a.domain, a.marketing, a.marketing_since, a.marketing_basis,
    a.marketing_expires_at, a.tracking,
    ARRAY(SELECT customer_id FROM mailroom.contact_customer k WHERE k.contact_id = c.id ORDER BY customer_id) AS customer_ids,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'scope', s.scope, 'topic_id', s.topic_id, 'reason', s.reason,
        'source', s.source, 'created_at', s.created_at, 'expires_at', s.expires_at) ORDER BY s.created_at), '[]')
     FROM mailroom.suppression s
     WHERE (s.email_hash = a.email_hash OR s.domain = a.domain) AND s.lifted_at IS NULL
       AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())) AS suppressions
  FROM mailroom.contact c
  LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary`

/** By index contact_address_hash; the hash outlives the address. */
export function selectContactByHash(emailHash: Buffer): Statement {
  return {
    text: `SELECT contact_id FROM mailroom.contact_address WHERE email_hash = $1 ORDER BY email IS NULL, created_at DESC LIMIT 1`,
    values: [emailHash],
  }
}

export function selectPerson(id: string): Statement {
  return { text: `${PERSON} WHERE c.id = $1::uuid`, values: [id] }
}

/** Whose address it is or was. */
export function selectContactOfAddress(emailNorm: string): Statement {
  return { text: `SELECT contact_id FROM mailroom.contact_address WHERE email_norm = $1`, values: [emailNorm] }
}

export function selectTopicStates(addressId: string | null): Statement {
  return {
    text: `
      SELECT t.id, t.name, coalesce(s.state, 'none') AS state, s.since
      FROM mailroom.topic t LEFT JOIN mailroom.subscription s ON s.topic_id = t.id AND s.address_id = $1::uuid
      WHERE t.archived_at IS NULL ORDER BY t.position, t.name`,
    values: [addressId],
  }
}

/** What was sent to a person and what came back, newest first. By message_contact, then message_event_message. */
export function selectActivities(contactId: string, limit: number): Statement {
  return {
    text: `
      SELECT e.kind, e.at, e.message_id, m.subject
      FROM (SELECT id, subject FROM mailroom.message WHERE contact_id = $1::uuid ORDER BY id DESC LIMIT 200) m
      JOIN mailroom.message_event e ON e.message_id = m.id
      WHERE e.kind IN ('sent', 'open', 'click', 'unsubscribed', 'bounce', 'spam')
        AND (e.classification IS NULL OR e.classification = 'human')
      UNION ALL
      SELECT 'poll', a.answered_at, a.message_id, p.name || ': ' || (SELECT string_agg(o->>'text', ', ' ORDER BY n)
        FROM jsonb_array_elements(p.answers) WITH ORDINALITY AS t (o, n) WHERE (o->>'number')::smallint = ANY(a.answers))
      FROM mailroom.poll_answer a JOIN mailroom.poll p ON p.id = a.poll_id WHERE a.contact_id = $1::uuid
      ORDER BY 2 DESC LIMIT $2`,
    values: [contactId, limit],
  }
}

/** SMS and push that went to a person, newest first. Index: effect_contact. */
export function selectSaid(contactId: string, limit: number): Statement {
  return {
    text: `
      SELECT kind, settled_at AS at, coalesce(nullif(answer->>'title', '') || ': ', '') || (answer->>'text') AS text
        FROM mailroom.effect
       WHERE contact_id = $1::uuid AND kind IN ('send_sms', 'send_push') AND state IN ('done', 'in_doubt')
         AND answer ? 'text'
       ORDER BY settled_at DESC LIMIT $2`,
    values: [contactId, limit],
  }
}

/** Orders of an address (or of the person behind it), or one order by its id or the number that the shopper sees. */
export function selectOrdersOf(filter: {
  emailNorm: string | null
  orderId: string | null
  displayId: number | null
}): Statement {
  return {
    text: `
      SELECT order_id AS id, display_id, placed_at, email_norm AS email, contact_id FROM mailroom.purchase_order
      WHERE ($1::text IS NOT NULL AND (email_norm = $1 OR contact_id IN
          (SELECT contact_id FROM mailroom.contact_address WHERE email_norm = $1)))
        OR order_id = $2 OR display_id = $3
      ORDER BY placed_at DESC LIMIT 20`,
    values: [filter.emailNorm, filter.orderId, filter.displayId],
  }
}

export type DecisionRow = {
  at: Date
  source_id: string
  source_name: string | null
  verdict: string
  reason: string | null
}

/** Decisions about a person that did not become a message; by index decision_contact. */
export function selectDecisions(contactId: string): Statement {
  return {
    text: `
      SELECT d.at, d.source_id, coalesce(a.name, g.name, g.subject) AS source_name, d.verdict, d.reason
      FROM mailroom.decision d
      LEFT JOIN mailroom.automation a ON a.id = d.source_id LEFT JOIN mailroom.mailing g ON g.id = d.source_id
      WHERE d.contact_id = $1::uuid ORDER BY d.at DESC LIMIT 50`,
    values: [contactId],
  }
}

export type EnrolmentRow = {
  automation_id: string
  name: string
  state: string
  outcome: string | null
  last_error: string | null
  entered_at: Date
}

/** Automations that something about this order or person set off, whatever became of it. */
export function selectEnrolments(filter: { contactId: string | null; orderIds: string[] }): Statement {
  return {
    text: `
      SELECT e.automation_id, a.name, e.state, e.outcome, e.last_error, e.entered_at
      FROM mailroom.enrolment e JOIN mailroom.automation a ON a.id = e.automation_id
      WHERE e.contact_id = $1::uuid OR e.occurrence_key = ANY($2::text[])
      ORDER BY e.entered_at DESC LIMIT 50`,
    values: [filter.contactId, filter.orderIds],
  }
}
