import type { Statement } from "../database"
import type { Window } from "./site-triggers"

/** Consent entries are looked at by their number; of so many before the last one some may have been written later. */
const LATE_ENTRIES = 20_000
/** Of a past month all are looked at, as far as a look may cost. */
const PAST_ENTRIES = 2_000_000

/**
 * What people said about topics. Imported words are the merchant's, not the person's: nobody is greeted for having stood in a
 * file. Who leaves all mails leaves every topic.
 */
export function selectTopicWords(
  said: "subscribed" | "confirmed" | "left",
  topicIds: string[],
  { after, until, isPast = false }: Window & { isPast?: boolean },
): Statement {
  const actions = { subscribed: ["grant", "confirm"], confirmed: ["confirm"], left: ["withdraw"] }[said]
  return {
    text: `
      SELECT concat_ws(':', l.contact_id, coalesce(l.topic_id, 'all'), (extract(epoch FROM l.at) * 1000)::bigint) AS occurrence_key,
        l.contact_id, jsonb_build_object('topic_id', l.topic_id) AS payload, l.at
      FROM mailroom.consent_log l
      WHERE l.id > (SELECT coalesce(max(id), 0) FROM mailroom.consent_log) - ${isPast ? PAST_ENTRIES : LATE_ENTRIES}
        AND l.at > $3 AND l.at <= $4 AND l.action = ANY($1::text[]) AND l.source NOT LIKE 'import%'
        AND ((l.purpose = 'topic' AND (cardinality($2::text[]) = 0 OR l.topic_id = ANY($2)))
          OR (l.purpose = 'marketing' AND l.action = 'withdraw'))`,
    values: [actions, topicIds, after, until],
  }
}

/**
 * Clicks of people, one occurrence per mail. A minute old at least: until then a click may turn out to be a scanner's.
 * Index message_event_recorded.
 */
export function selectClicks(asked: { sourceIds: string[]; link: string } & Window): Statement {
  return {
    text: `
      SELECT m.id::text AS occurrence_key, m.contact_id, jsonb_build_object('message_id', m.id, 'source_id', m.source_id, 'link', to_.link) AS payload,
        e.at
      FROM mailroom.message_event e JOIN mailroom.message m ON m.id = e.message_id
      LEFT JOIN LATERAL (
        SELECT k.links FROM mailroom.compiled_template k WHERE k.version_id = m.template_version_id
        ORDER BY k.locale = m.locale DESC, k.locale = split_part(m.locale, '-', 1) DESC, k.locale = 'en' DESC LIMIT 1
      ) fixed ON true
      LEFT JOIN mailroom.message_content own ON own.message_id = m.id AND own.planned_at = m.planned_at
      CROSS JOIN LATERAL (SELECT coalesce(fixed.links->>e.link_index,
        own.links->>(e.link_index - coalesce(jsonb_array_length(fixed.links), 0))) AS link) to_
      WHERE e.kind = 'click' AND e.classification = 'human' AND e.recorded_at > $3 AND e.recorded_at <= $4::timestamptz - interval '60 seconds'
        AND m.contact_id IS NOT NULL AND NOT m.is_test
        AND (cardinality($1::text[]) = 0 OR m.source_id = ANY($1))
        AND ($2 = '' OR strpos(lower(to_.link), lower($2)) > 0)`,
    values: [asked.sourceIds, asked.link, asked.after, asked.until],
  }
}

/** Addresses that were stopped since, because their mail came back or was called spam. A short table. */
export function selectStopped(reasons: string[], { after, until }: Window): Statement {
  return {
    text: `
      SELECT s.id::text AS occurrence_key, a.contact_id, jsonb_build_object('reason', s.reason) AS payload, s.created_at AS at
      FROM mailroom.suppression s JOIN mailroom.contact_address a ON a.email_hash = s.email_hash
      WHERE s.reason = ANY($1::text[]) AND s.created_at > $2 AND s.created_at <= $3`,
    values: [reasons, after, until],
  }
}

/** Mailings that are through; nobody enters, people come by "select customers". */
export function selectFinishedMailings(mailingId: string | null, { after, until }: Window): Statement {
  return {
    text: `
      SELECT m.id AS occurrence_key, NULL::uuid AS contact_id, jsonb_build_object('mailing_id', m.id) AS payload, m.finished_at AS at
      FROM mailroom.mailing m
      WHERE m.state = 'sent' AND m.finished_at > $2 AND m.finished_at <= $3 AND ($1::text IS NULL OR m.id = $1)`,
    values: [mailingId, after, until],
  }
}

/** Receipts that a server has accepted. Ids of messages are ordered by time; index message_source. */
export function selectIssuedReceipts(receiptId: string, { after, until }: Window): Statement {
  return {
    text: `
      SELECT m.subject_id AS occurrence_key, m.contact_id, jsonb_build_object('order_id', m.subject_id) AS payload, m.settled_at AS at
      FROM mailroom.message m
      WHERE m.source_id = $1 AND m.id >= mailroom.uuidv7($2::timestamptz - interval '3 days') AND m.status = 'sent'
        AND m.kind = 'store_email' AND m.subject_kind = 'order' AND NOT m.is_test AND m.settled_at > $2 AND m.settled_at <= $3`,
    values: [receiptId, after, until],
  }
}
