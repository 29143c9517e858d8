import type { RecordableBasis } from "../../../core/contacts/record-basis"
import type { Statement } from "../database"

export type AudienceCountRow = {
  country: string | null
  subscribed: number
  pending: number
  unsubscribed: number
  never_asked_buyers: number
  never_asked_others: number
}

/** Everybody with an address, by country and by whether one may write to them. One pass over people and addresses. */
export function countAudience(): Statement {
  return {
    text: `
      SELECT c.country, count(*) FILTER (WHERE a.marketing = 'subscribed')::int AS subscribed,
        count(*) FILTER (WHERE a.marketing = 'pending')::int AS pending,
        count(*) FILTER (WHERE a.marketing = 'unsubscribed')::int AS unsubscribed,
        count(*) FILTER (WHERE a.marketing = 'never_asked' AND c.last_transaction_at IS NOT NULL)::int AS never_asked_buyers,
        count(*) FILTER (WHERE a.marketing = 'never_asked' AND c.last_transaction_at IS NULL)::int AS never_asked_others
      FROM mailroom.contact c JOIN mailroom.contact_address a ON a.contact_id = c.id AND a.is_primary
      WHERE c.erased_at IS NULL AND a.email IS NOT NULL
      GROUP BY c.country ORDER BY count(*) DESC, c.country NULLS LAST`,
    values: [],
  }
}

export type Group = {
  people: "buyers" | "others" | "all"
  /** ISO codes; an empty text stands for "no country known"; null = all. */
  countries: string[] | null
}

const IN_GROUP = `
  a.is_primary AND a.marketing = 'never_asked' AND a.email IS NOT NULL AND c.erased_at IS NULL
  AND ($1 = 'all' OR ($1 = 'buyers') = (c.last_transaction_at IS NOT NULL))
  AND ($2::text[] IS NULL OR coalesce(c.country, '') = ANY($2::text[]))`

/** By country and day of the last order: enough to foretell what a basis would do, without reading each person. */
export function selectGroupShape(group: Group): Statement {
  return {
    text: `
      SELECT c.country, date_trunc('day', c.last_transaction_at) AS last_order_at, count(*)::int AS n
      FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id
      WHERE ${IN_GROUP} GROUP BY 1, 2`,
    values: [group.people, group.countries],
  }
}

export type GroupShapeRow = { country: string | null; last_order_at: Date | null; n: number }

export type GroupMember = {
  address_id: string
  country: string | null
  last_order_at: Date | null
  is_suppressed: boolean
}

/** The next people of a group, by the primary key of their addresses; a "no" of the past keeps somebody out. */
export function selectGroup(group: Group, after: string | null, limit: number): Statement {
  return {
    text: `
      SELECT a.id AS address_id, c.country, c.last_transaction_at AS last_order_at,
        EXISTS (
          SELECT FROM mailroom.suppression s WHERE s.email_hash = a.email_hash AND s.lifted_at IS NULL
            AND (s.expires_at IS NULL OR s.expires_at > mailroom.now())) AS is_suppressed
      FROM mailroom.contact_address a JOIN mailroom.contact c ON c.id = a.contact_id
      WHERE ${IN_GROUP} AND ($3::uuid IS NULL OR a.id > $3)
      ORDER BY a.id LIMIT $4`,
    values: [group.people, group.countries, after, limit],
  }
}

export type BasisRecordRow = Group & {
  id: string
  topic_ids: string[]
  basis: RecordableBasis
  agreed_on: string
  reason: string
  wording: string
  wording_id: string
  state: "running" | "done" | "stopped"
  total: number
  seen: number
  recorded: number
  refused: Record<string, number>
  after_address: string | null
  created_at: Date
  created_by: string | null
  finished_at: Date | null
}

const RECORD = `
  SELECT r.id, r.people, r.countries, r.topic_ids, r.basis, to_char(r.agreed_on, 'YYYY-MM-DD') AS agreed_on, r.reason,
    r.wording_id, w.wording, r.state, r.total, r.seen, r.recorded, r.refused, r.after_address, r.created_at, r.created_by,
    r.finished_at
  FROM mailroom.basis_record r JOIN mailroom.consent_wording w ON w.id = r.wording_id`

export function selectBasisRecords(): Statement {
  return { text: `${RECORD} ORDER BY r.created_at DESC, r.id LIMIT 50`, values: [] }
}

export function selectBasisRecord(id: string): Statement {
  return { text: `${RECORD} WHERE r.id = $1`, values: [id] }
}

export function selectRunningBasis(): Statement {
  return { text: `${RECORD} WHERE r.state = 'running' ORDER BY r.created_at, r.id LIMIT 1`, values: [] }
}

export type NewBasisRecord = Group & {
  id: string
  topicIds: string[]
  basis: string
  agreedOn: string
  reason: string
  wordingId: string
  total: number
  by: string | null
}

export function insertBasisRecord(record: NewBasisRecord): Statement {
  return {
    text: `
      INSERT INTO mailroom.basis_record (id, people, countries, topic_ids, basis, agreed_on, reason, wording_id, total, created_by)
      VALUES ($1, $2, $3, $4, $5, $6::date, $7, $8, $9, $10)`,
    values: [
      record.id,
      record.people,
      record.countries,
      record.topicIds,
      record.basis,
      record.agreedOn,
      record.reason,
      record.wordingId,
      record.total,
      record.by,
    ],
  }
}

/** Moves the mark with the batch it belongs to. No row: it was stopped, or another process has done this batch. */
export function advanceBasisRecord(step: {
  id: string
  from: string | null
  to: string | null
  seen: number
  recorded: number
  refused: Record<string, number>
  isLast: boolean
}): Statement {
  return {
    text: `
      UPDATE mailroom.basis_record SET after_address = coalesce($3::uuid, after_address), seen = seen + $4,
        recorded = recorded + $5,
        refused = (SELECT coalesce(jsonb_object_agg(key, n), '{}') FROM (
          SELECT key, sum(value::int) AS n FROM (
            SELECT * FROM jsonb_each_text(refused) UNION ALL SELECT * FROM jsonb_each_text($6::jsonb)) counts GROUP BY key) sums),
        state = CASE WHEN $7 THEN 'done' ELSE state END, finished_at = CASE WHEN $7 THEN mailroom.now() END
      WHERE id = $1 AND state = 'running' AND after_address IS NOT DISTINCT FROM $2::uuid
      RETURNING id`,
    values: [step.id, step.from, step.to, step.seen, step.recorded, JSON.stringify(step.refused), step.isLast],
  }
}

export function stopBasisRecord(id: string): Statement {
  return {
    text: `UPDATE mailroom.basis_record SET state = 'stopped', finished_at = mailroom.now()
           WHERE id = $1 AND state = 'running' RETURNING id`,
    values: [id],
  }
}
