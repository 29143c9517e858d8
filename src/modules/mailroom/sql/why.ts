import type { Statement } from "../database"

/** A person with one address as the gate looks at it, and what it would be about. */
export type WhyPersonRow = {
  contact_id: string
  is_erased: boolean
  paused_until: Date | null
  last_sign_of_life_at: Date | null
  address_id: string | null
  email: string | null
  email_hash: Buffer | null
  domain: string | null
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed" | null
  marketing_since: Date | null
  marketing_basis: string | null
  marketing_expires_at: Date | null
  topic_id: string | null
  topic_name: string | null
  topic_state: "pending" | "subscribed" | "unsubscribed" | null
  topic_since: Date | null
}

/** By the primary address; `topicId` null = about no topic. */
export function selectWhyPerson(contactId: string, topicId: string | null): Statement {
  return {
    text: `
      SELECT c.id AS contact_id, c.erased_at IS NOT NULL AS is_erased, c.paused_until,
        greatest(c.last_transaction_at, c.last_interaction_at, a.marketing_since) AS last_sign_of_life_at,
        a.id AS address_id, a.email, a.email_hash, a.domain, a.marketing, a.marketing_since, a.marketing_basis,
        a.marketing_expires_at, t.id AS topic_id, t.name AS topic_name, s.state AS topic_state, s.since AS topic_since
      FROM mailroom.contact c
      LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      LEFT JOIN mailroom.topic t ON t.id = $2
      LEFT JOIN mailroom.subscription s ON s.address_id = a.id AND s.topic_id = t.id
      WHERE c.id = $1`,
    values: [contactId, topicId],
  }
}

export type StopRow = {
  n: number
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  reason: "hard_bounce" | "soft_bounces" | "complaint" | "manual" | "unsubscribed" | "erasure"
  domain: string | null
  created_at: Date
  expires_at: Date | null
  code: string | null
  note: string | null
  mail: string | null
}

export type StopQuestion = { emailHash: Buffer | null; domain: string | null; at: Date | null }

/**
 * What held for these addresses, each at its own moment (null = now), with the mail behind it. `n` is the question's place.
 * By indexes suppression_history and suppression_domain_history, which hold the lifted ones, too.
 */
export function selectStops(questions: StopQuestion[]): Statement {
  return {
    text: `
      SELECT q.n::int, p.scope, p.topic_id, p.reason, p.domain, p.created_at, p.expires_at, p.evidence ->> 'code' AS code,
        p.evidence ->> 'note' AS note, coalesce(g.name, nullif(g.subject, ''), u.name, m.subject) AS mail
      FROM unnest($1::text[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS q(hash, domain, at, n)
      JOIN mailroom.suppression p ON (p.email_hash = decode(q.hash, 'hex') OR p.domain = q.domain)
        AND p.created_at <= coalesce(q.at, mailroom.now())
        AND (p.lifted_at IS NULL OR p.lifted_at > coalesce(q.at, mailroom.now()))
        AND (p.expires_at IS NULL OR p.expires_at > coalesce(q.at, mailroom.now()))
      LEFT JOIN mailroom.message m ON m.id = CASE WHEN p.evidence ->> 'messageId' ~ '^[0-9a-f-]{36}$'
        THEN (p.evidence ->> 'messageId')::uuid END
      LEFT JOIN mailroom.mailing g ON g.id = m.source_id
      LEFT JOIN mailroom.automation u ON u.id = m.source_id
      ORDER BY q.n, p.created_at`,
    values: [
      questions.map(({ emailHash }) => emailHash?.toString("hex") ?? null),
      questions.map(({ domain }) => domain),
      questions.map(({ at }) => at),
    ],
  }
}

export type LeavingRow = { n: number; purpose: "marketing" | "topic"; at: Date; actor: string; mail: string | null }

/** The last "no" of each address to all marketing or to the topic, up to a moment (null = now). By unique (contact_id, seq). */
export function selectLeavings(
  questions: { contactId: string; emailHash: Buffer | null; topicId: string | null; at: Date | null }[],
): Statement {
  return {
    text: `
      SELECT q.n::int, l.purpose, l.at, l.actor, coalesce(g.name, nullif(g.subject, ''), u.name, m.subject) AS mail
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) WITH ORDINALITY AS q(contact_id, hash, topic_id, at, n)
      CROSS JOIN LATERAL (
        SELECT l.purpose, l.at, l.actor, l.message_id FROM mailroom.consent_log l
        WHERE l.contact_id = q.contact_id AND l.email_hash = decode(q.hash, 'hex') AND l.action = 'withdraw'
          AND (l.purpose = 'marketing' OR (l.purpose = 'topic' AND l.topic_id = q.topic_id))
          AND l.at <= coalesce(q.at, mailroom.now())
        ORDER BY l.at DESC, l.seq DESC LIMIT 1
      ) l
      LEFT JOIN mailroom.message m ON m.id = l.message_id
      LEFT JOIN mailroom.mailing g ON g.id = m.source_id
      LEFT JOIN mailroom.automation u ON u.id = m.source_id`,
    values: [
      questions.map(({ contactId }) => contactId),
      questions.map(({ emailHash }) => emailHash?.toString("hex") ?? null),
      questions.map(({ topicId }) => topicId),
      questions.map(({ at }) => at),
    ],
  }
}

/**
 * How many marketing mails each person had in the days before (F33); `at` null = as the gate counts them now
 * (recent_mail), else by the ledger, index message_contact. In the order of the questions.
 */
export function selectRecentMails(questions: { contactId: string; at: Date | null }[], days: number): Statement {
  return {
    text: `
      SELECT CASE WHEN q.at IS NULL THEN (
          SELECT count(*)::int FROM mailroom.recent_mail r, unnest(r.sent_at) AS e(sent)
          WHERE r.contact_id = q.contact_id AND e.sent > mailroom.now() - make_interval(days => $3))
        ELSE (
          SELECT count(*)::int FROM mailroom.message m
          WHERE m.contact_id = q.contact_id AND m.class = 'marketing' AND m.origin <> 'direct' AND NOT m.is_test
            AND m.status IN ('sent', 'in_doubt') AND m.settled_at > q.at - make_interval(days => $3) AND m.settled_at <= q.at)
        END AS count
      FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS q(contact_id, at, n) ORDER BY q.n`,
    values: [questions.map(({ contactId }) => contactId), questions.map(({ at }) => at), days],
  }
}

export type WhyMessageRow = {
  id: string
  class: "tx" | "marketing" | "system"
  status: string
  reason: string | null
  is_test: boolean
  settled_at: Date | null
  contact_id: string | null
  email_hash: Buffer | null
  domain: string | null
  topic_id: string | null
  topic_name: string | null
  paused_until: Date | null
  last_sign_of_life_at: Date | null
  marketing_since: Date | null
  marketing_basis: string | null
  marketing_expires_at: Date | null
}

/** By primary key; those of a person in one mailing by index message_contact. */
export function selectWhyMessages(which: { ids: string[] } | { contactId: string; sourceId: string }): Statement {
  const isList = "ids" in which
  return {
    text: `
      SELECT m.id, m.class, m.status, m.reason, m.is_test, m.settled_at, m.contact_id, m.email_hash,
        coalesce(a.domain, nullif(split_part(m.to_email, '@', 2), '')) AS domain, m.topic_id, t.name AS topic_name,
        c.paused_until, greatest(c.last_transaction_at, c.last_interaction_at, a.marketing_since) AS last_sign_of_life_at,
        a.marketing_since, a.marketing_basis, a.marketing_expires_at
      FROM mailroom.message m
      LEFT JOIN mailroom.contact c ON c.id = m.contact_id
      LEFT JOIN mailroom.contact_address a ON a.id = m.address_id
      LEFT JOIN mailroom.topic t ON t.id = m.topic_id
      WHERE ${isList ? "m.id = ANY($1::uuid[])" : "m.contact_id = $1::uuid AND m.source_id = $2 AND NOT m.is_test"}
      ORDER BY m.id DESC LIMIT 200`,
    values: isList ? [which.ids] : [which.contactId, which.sourceId],
  }
}

export type WaitRow = { id: string; reason: string; saw: { count?: number; days?: number; until?: string } | null }

/**
 * Why mails of automations have not gone yet: the last word of the dispatcher, unless its moment is over. Of a paused
 * automation that is the pause. Index: decision_contact.
 */
export function selectWaits(messageIds: string[]): Statement {
  return {
    text: `
      SELECT m.id, CASE WHEN a.state = 'paused' THEN 'automation_paused' ELSE d.reason END AS reason, d.saw
        FROM mailroom.message m JOIN mailroom.automation a ON a.id = m.source_id
        LEFT JOIN LATERAL (
          SELECT d.reason, d.detail -> 'saw' AS saw FROM mailroom.decision d
           WHERE d.contact_id = m.contact_id AND d.at >= m.planned_at AND d.enrolment_id = m.enrolment_id AND d.node = m.node
             AND d.verdict = 'deferred' AND d.reason <> 'automation_paused'
           ORDER BY d.at DESC, d.id DESC LIMIT 1) d ON true
       WHERE m.id = ANY($1::uuid[]) AND m.status = 'queued' AND (a.state = 'paused' OR (d.reason IS NOT NULL
         AND coalesce((d.saw ->> 'until')::timestamptz > mailroom.now(), true)))`,
    values: [messageIds],
  }
}
