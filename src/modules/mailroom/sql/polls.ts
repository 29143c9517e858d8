import type { PollChoice, PollTranslation } from "../../../core/polls/poll"
import type { Statement } from "../database"

export type PollRow = {
  id: string
  name: string
  locale: string | null
  question: string
  answers: PollChoice[]
  last_number: number
  most_choices: number
  thanks: string
  translations: Record<string, PollTranslation>
  is_result_shown: boolean
  closes_at: Date | null
  revision: number
  created_at: Date
  updated_at: Date
  /** It takes no answers any more. */
  is_closed: boolean
  /** Who answered, ever. */
  people: number
}

const POLL = `
  SELECT p.id, p.name, p.locale, p.question, p.answers, p.last_number, p.most_choices, p.thanks, p.translations,
    p.is_result_shown, p.closes_at, coalesce(p.closes_at <= mailroom.now(), false) AS is_closed, p.revision, p.created_at, p.updated_at,
    coalesce((SELECT sum(k.people) FROM mailroom.poll_count k WHERE k.poll_id = p.id AND k.answer = 0), 0)::int AS people
  FROM mailroom.poll p`

/** Newest first; `q` looks into names and questions. */
export function selectPolls({ q, limit }: { q: string | null; limit: number }): Statement {
  return {
    text: `${POLL} WHERE $1::text IS NULL OR strpos(lower(p.name || ' ' || p.question), lower($1)) > 0
           ORDER BY p.created_at DESC, p.id DESC LIMIT $2`,
    values: [q, limit],
  }
}

export function selectPollsById(ids: string[]): Statement {
  return { text: `${POLL} WHERE p.id = ANY($1::text[])`, values: [ids] }
}

/** Who answers and who changes the poll come one after the other: no answer is taken out while somebody gives it. */
export function lockPoll(id: string): Statement {
  return { text: `${POLL} WHERE p.id = $1 FOR NO KEY UPDATE OF p`, values: [id] }
}

export type PollFields = Omit<
  PollRow,
  "id" | "revision" | "created_at" | "updated_at" | "is_closed" | "people" | "closes_at"
> & {
  closes_at: string | null
}

const valuesOf = (poll: PollFields): unknown[] => [
  poll.name,
  poll.locale,
  poll.question,
  JSON.stringify(poll.answers),
  poll.last_number,
  poll.most_choices,
  poll.thanks,
  JSON.stringify(poll.translations),
  poll.is_result_shown,
  poll.closes_at,
]

/** No row when the name is taken. */
export function insertPoll(id: string, poll: PollFields, by: string | null): Statement {
  return {
    text: `INSERT INTO mailroom.poll (id, name, locale, question, answers, last_number, most_choices, thanks, translations,
             is_result_shown, closes_at, created_by)
           VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9::jsonb, $10, $11, $12)
           ON CONFLICT (lower(name)) DO NOTHING RETURNING id`,
    values: [id, ...valuesOf(poll), by],
  }
}

/** No row when another poll has the name. */
export function updatePoll(id: string, poll: PollFields): Statement {
  return {
    text: `UPDATE mailroom.poll SET name = $2, locale = $3, question = $4, answers = $5::jsonb, last_number = $6,
             most_choices = $7, thanks = $8, translations = $9::jsonb, is_result_shown = $10, closes_at = $11,
             revision = revision + 1, updated_at = mailroom.now()
           WHERE id = $1 AND NOT EXISTS (SELECT FROM mailroom.poll o WHERE lower(o.name) = lower($2) AND o.id <> $1)
           RETURNING id`,
    values: [id, ...valuesOf(poll)],
  }
}

/** Its answers and counters go with it. */
export function deletePoll(id: string): Statement {
  return { text: `DELETE FROM mailroom.poll WHERE id = $1 RETURNING id`, values: [id] }
}

export type PollUse = {
  kind: "mailing" | "template" | "automation" | "segment"
  id: string
  name: string | null
  /** Of a mailing: it has gone out. Its links say afterwards that the poll is gone. */
  is_past: boolean
}

/** What names the poll: texts of mails, graphs and rules, looked through as they stand. A few thousand rows. */
export function selectPollUses(id: string): Statement {
  return {
    text: `
      SELECT 'mailing' AS kind, m.id, coalesce(m.name, nullif(m.subject, '')) AS name, m.state IN ('sent', 'stopped', 'failed') AS is_past
      FROM mailroom.mailing m
      WHERE m.archived_at IS NULL AND (strpos(m.document::text, $1) > 0 OR strpos(coalesce(m.ab::text, ''), $1) > 0)
      UNION ALL
      SELECT 'template', coalesce(t.builtin_key, t.id), t.name, false FROM mailroom.template t
      LEFT JOIN mailroom.template_version v ON v.id = t.live_version_id
      WHERE t.archived_at IS NULL AND (strpos(coalesce(t.draft::text, ''), $1) > 0 OR strpos(coalesce(v.document::text, ''), $1) > 0)
      UNION ALL
      SELECT 'automation', a.id, a.name, false FROM mailroom.automation a
      LEFT JOIN mailroom.automation_version v ON v.id = a.live_version_id
      WHERE a.archived_at IS NULL AND (strpos(coalesce(a.draft::text, ''), $1) > 0
        OR strpos(coalesce(v.trigger::text, '') || coalesce(v.nodes::text, ''), $1) > 0)
      UNION ALL
      SELECT 'segment', s.id, s.name, false FROM mailroom.segment s WHERE strpos(coalesce(s.rule::text, ''), $1) > 0
      ORDER BY 4, 1, 3, 2`,
    values: [id],
  }
}

/** `source_name`: of the mailing or automation. */
export type PollCountRow = {
  poll_id: string
  source_id: string
  source_name: string | null
  answer: number
  people: number
}

const COUNTS = `
  SELECT k.poll_id, k.source_id, coalesce(m.name, nullif(m.subject, ''), a.name) AS source_name, k.answer, k.people
  FROM mailroom.poll_count k
  LEFT JOIN mailroom.mailing m ON m.id = k.source_id
  LEFT JOIN mailroom.automation a ON a.id = k.source_id`

/** A handful of rows per mailing, however many people answered. */
export function selectPollCounts(ids: string[]): Statement {
  return {
    text: `${COUNTS} WHERE k.poll_id = ANY($1::text[]) AND k.people > 0`,
    values: [ids],
  }
}

/** What a mailing or automation has brought in, of every poll. Index poll_count_source. */
export function selectCountsOfSource(sourceId: string): Statement {
  return { text: `${COUNTS} WHERE k.source_id = $1 AND k.people > 0`, values: [sourceId] }
}

/** In the order given, which is the same for everybody: two answers never wait for each other. */
export function moveCounts(pollId: string, changes: { source: string; answer: number; by: number }[]): Statement {
  return {
    text: `
      INSERT INTO mailroom.poll_count AS k (poll_id, source_id, answer, people)
      SELECT $1, c.source, c.answer, c.by FROM unnest($2::text[], $3::smallint[], $4::int[]) AS c (source, answer, by)
      ON CONFLICT (poll_id, source_id, answer) DO UPDATE SET people = k.people + excluded.people`,
    values: [
      pollId,
      changes.map(({ source }) => source),
      changes.map(({ answer }) => answer),
      changes.map(({ by }) => by),
    ],
  }
}
