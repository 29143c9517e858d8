import type { ComposedKind } from "../../../core/mailings/audience"
import type { Statement } from "../database"
import { gateReason, SUPPRESSION_HOLDS, SUPPRESSION_REASON } from "./mailing-gate"
import { placed } from "./placed"

/** Whom a mailing is for, with its segments as statements `SELECT … id` (SegmentMemberService.statementOf). */
export type AudienceParts = {
  kind: ComposedKind
  topicId: string | null
  everybody: boolean
  people: string[]
  include: Statement[]
  exclude: Statement[]
}

/**
 * Each person once: `SELECT contact_id, address_id`. A newsletter goes to addresses that subscribed to the topic (index
 * subscription_topic); the others to the person's best address, so that somebody with a subscribed second address is not
 * refused for the first one.
 */
function audienceMembers(parts: AudienceParts, values: unknown[]): string {
  const members =
    parts.kind === "newsletter"
      ? subscribersOf(parts.topicId, values)
      : bestAddresses(membersOf(parts, values), parts.topicId, values)
  if (parts.exclude.length === 0) return members
  return `SELECT contact_id, address_id FROM (${members}) chosen
      WHERE NOT EXISTS (SELECT FROM (${union(parts.exclude, values)}) x WHERE x.id = chosen.contact_id)`
}

function subscribersOf(topicId: string | null, values: unknown[]): string {
  return `SELECT DISTINCT ON (a.contact_id) a.contact_id, a.id AS address_id
      FROM mailroom.subscription s
      JOIN mailroom.contact_address a ON a.id = s.address_id
      WHERE s.topic_id = $${values.push(topicId)}::text AND s.state = 'subscribed' AND a.marketing = 'subscribed' AND a.email IS NOT NULL
      ORDER BY a.contact_id, a.is_primary DESC, a.created_at, a.id`
}

function membersOf({ kind, everybody, people, include }: AudienceParts, values: unknown[]): string {
  if (kind === "serial" || kind === "direct")
    return `SELECT DISTINCT id FROM unnest($${values.push(people)}::uuid[]) AS picked (id)`
  if (everybody) return `SELECT id FROM mailroom.contact WHERE erased_at IS NULL`
  return union(include, values)
}

function bestAddresses(members: string, topicId: string | null, values: unknown[]): string {
  return `SELECT DISTINCT ON (a.contact_id) a.contact_id, a.id AS address_id
      FROM (${members}) member
      JOIN mailroom.contact_address a ON a.contact_id = member.id
      LEFT JOIN mailroom.subscription s ON s.address_id = a.id AND s.topic_id = $${values.push(topicId)}::text
      ORDER BY a.contact_id, (a.email IS NOT NULL) DESC, (a.marketing = 'subscribed') DESC,
        (s.state IS NOT DISTINCT FROM 'subscribed') DESC, a.is_primary DESC, a.created_at, a.id`
}

/** UNION takes each person once, in however many of the segments they are. */
const union = (segments: Statement[], values: unknown[]) =>
  segments.length === 0
    ? `SELECT NULL::uuid AS id WHERE false`
    : segments.map((one) => `SELECT id FROM (${placed(one, values)}) segment`).join(" UNION ")

/**
 * Everybody whom the mailing is for, by row number; once: a second call finds `audience_rows` set and writes nothing. With
 * `shuffleKey` in the order of a keyed hash of person and mailing, which nobody's name, age or place in the list decides.
 */
export function freezeAudience(mailingId: string, parts: AudienceParts, shuffleKey: string | null): Statement {
  const values: unknown[] = [mailingId]
  const members = audienceMembers(parts, values)
  const order = shuffleKey === null ? "contact_id" : `${hashOf(values.push(shuffleKey))}, contact_id`
  return {
    text: `
      WITH person AS (${members}),
      member AS (
        INSERT INTO mailroom.mailing_member (mailing_id, row_number, contact_id, address_id)
        SELECT $1, row_number() OVER (ORDER BY ${order}), contact_id, address_id FROM person
        RETURNING 1
      )
      UPDATE mailroom.mailing SET audience_rows = (SELECT count(*) FROM member), planned_rows = 0
      WHERE id = $1 AND audience_rows IS NULL
      RETURNING audience_rows`,
    values,
  }
}

const hashOf = (key: number) => `sha256(convert_to($${key}::text || ':' || $1 || ':' || contact_id, 'UTF8'))`

export type AudienceCountRow = {
  /** Null: these get it. */
  reason: string | null
  n: number
  /** Those of them who agreed to tracking. */
  seen: number
  people: { contact_id: string; email: string | null; name: string | null }[]
}

/** What decides besides the people themselves. */
export type PeopleGate = {
  senderId: string | null
  inactiveMonths: number | null
  frequency: { most: number | null; days: number }
}

/**
 * CTEs of which the last is `decided` (contact_id, address_id, email, name, reason): what would become of everybody. The
 * suppressions are read once and hashed: looked up one person by one, as the planner does for its chunk, a million of them
 * take longer than anybody waits.
 */
export function decidedAudience(parts: AudienceParts, gate: PeopleGate, values: unknown[]): string {
  const members = audienceMembers(parts, values)
  const place = (value: unknown) => `$${values.push(value)}`
  return `m AS MATERIALIZED (
        SELECT mailroom.now() AS at, ${place(parts.topicId)}::text AS topic_id, coalesce(s.postal_address, d.postal_address) AS postal_address
        FROM (SELECT) one LEFT JOIN mailroom.sender s ON s.id = ${place(gate.senderId)}::text LEFT JOIN mailroom.sender d ON d.is_default
      ),
      held_address AS (
        SELECT DISTINCT ON (s.email_hash) s.email_hash, ${SUPPRESSION_REASON} AS reason
        FROM mailroom.suppression s, m WHERE ${SUPPRESSION_HOLDS} AND s.email_hash IS NOT NULL ORDER BY s.email_hash, s.created_at
      ),
      held_domain AS (
        SELECT DISTINCT s.domain FROM mailroom.suppression s, m WHERE ${SUPPRESSION_HOLDS} AND s.domain IS NOT NULL
      ),
      decided AS MATERIALIZED (
        SELECT a.contact_id, a.id AS address_id, a.email, a.tracking = 'granted' AS is_seen, concat_ws(' ', c.first_name, c.last_name) AS name,
          ${gateReason({ refusal: place(null), inactiveMonths: place(gate.inactiveMonths), full: fullOf(gate.frequency, values) })} AS reason
        FROM (${members}) p
        CROSS JOIN m
        JOIN mailroom.contact c ON c.id = p.contact_id
        JOIN mailroom.contact_address a ON a.id = p.address_id
        LEFT JOIN mailroom.subscription t ON t.address_id = a.id AND t.topic_id = m.topic_id
        LEFT JOIN mailroom.recent_mail recent ON recent.contact_id = p.contact_id
        LEFT JOIN held_address ha ON ha.email_hash = a.email_hash
        LEFT JOIN held_domain hd ON hd.domain = a.domain
        CROSS JOIN LATERAL (
          SELECT coalesce(ha.reason, CASE WHEN hd.domain IS NOT NULL THEN 'suppressed_domain' END) AS reason
        ) held
      )`
}

/** What would become of everybody, by reason, with some of the people behind each. */
export function countAudience(parts: AudienceParts, gate: PeopleGate & { people: number }): Statement {
  const values: unknown[] = [gate.people]
  return {
    text: `
      WITH ${decidedAudience(parts, gate, values)},
      counted AS (SELECT reason, count(*)::int AS n, count(*) FILTER (WHERE is_seen)::int AS seen FROM decided GROUP BY reason)
      SELECT k.reason, k.n, k.seen, coalesce(known.people, '[]') AS people
      FROM counted k
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('contact_id', d.contact_id, 'email', d.email, 'name', nullif(d.name, ''))) AS people
        FROM (SELECT * FROM decided WHERE reason IS NOT DISTINCT FROM k.reason LIMIT $1::int) d
      ) known
      ORDER BY k.n DESC, k.reason`,
    values,
  }
}

/** Whether a person has had the most marketing mails in so many days; hardly anybody has as many at all. */
function fullOf({ most, days }: { most: number | null; days: number }, values: unknown[]): string {
  if (most === null) return "false"
  const place = `$${values.push(most)}::int`
  return `(cardinality(recent.sent_at) >= ${place} AND (
      SELECT count(*) FROM unnest(recent.sent_at) AS e(sent) WHERE e.sent > m.at - make_interval(days => $${values.push(days)}::int)
    ) >= ${place})`
}

/** Those of the people picked by hand who are there still, in the order of the alphabet. */
export function selectPicked(ids: string[]): Statement {
  return {
    text: `
      SELECT c.id, nullif(concat_ws(' ', c.first_name, c.last_name), '') AS name, a.email
      FROM mailroom.contact c LEFT JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      WHERE c.id = ANY($1::uuid[]) AND c.erased_at IS NULL ORDER BY lower(a.email), c.id`,
    values: [ids],
  }
}
