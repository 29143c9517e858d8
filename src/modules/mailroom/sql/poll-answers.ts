import type { Statement } from "../database"
import type { Window } from "./site-triggers"

export type AnswererRow = {
  contact_id: string | null
  source_id: string
  /** The person's language, else the mail's. */
  locale: string | null
  sender_id: string | null
  /** To which the mail went. */
  email: string | null
  /** A mail that went to its reader: no test, no copy for somebody else. */
  is_real: boolean
}

/** Whose answer a link in this mail gives. No row once the mail is forgotten; no contact for somebody erased. */
export function selectAnswerer(messageId: string): Statement {
  return {
    text: `
      SELECT c.id AS contact_id, coalesce(m.source_id, '') AS source_id, coalesce(c.locale, m.locale) AS locale, m.sender_id, m.to_email AS email,
        NOT m.is_test AND m.kind NOT IN ('test', 'copy') AS is_real
      FROM mailroom.message m LEFT JOIN mailroom.contact c ON c.id = m.contact_id AND c.erased_at IS NULL
      WHERE m.id = $1::uuid`,
    values: [messageId],
  }
}

export type GivenAnswer = {
  answers: number[]
  source_id: string
  turns: number
  answered_at: Date
}

export function selectGivenAnswer(pollId: string, contactId: string): Statement {
  return {
    text: `SELECT answers, source_id, turns, answered_at FROM mailroom.poll_answer WHERE poll_id = $1 AND contact_id = $2::uuid`,
    values: [pollId, contactId],
  }
}

/** Who is being erased answers nothing any more: whoever comes second waits, and finds the person gone. */
export function lockLivingContact(contactId: string): Statement {
  return {
    text: `SELECT id FROM mailroom.contact WHERE id = $1::uuid AND erased_at IS NULL FOR KEY SHARE`,
    values: [contactId],
  }
}

/** Times in milliseconds, as cursors carry them. */
export function putAnswer(answer: {
  pollId: string
  contactId: string
  answers: number[]
  sourceId: string
  messageId: string
}): Statement {
  return {
    text: `
      INSERT INTO mailroom.poll_answer AS a (poll_id, contact_id, answers, source_id, message_id, first_answered_at, answered_at)
      VALUES ($1, $2::uuid, $3::smallint[], $4, $5::uuid, date_trunc('milliseconds', mailroom.now()), date_trunc('milliseconds', mailroom.now()))
      ON CONFLICT (poll_id, contact_id) DO UPDATE SET answers = excluded.answers, source_id = excluded.source_id,
        message_id = excluded.message_id, answered_at = excluded.answered_at, turns = a.turns + 1`,
    values: [answer.pollId, answer.contactId, answer.answers, answer.sourceId, answer.messageId],
  }
}

/** Erasing a person takes the answers away, and the counters keep to what is left. Polls are locked as answers lock them. */
export const FORGET_ANSWERS = `
  WITH polls AS MATERIALIZED (
    SELECT id FROM mailroom.poll WHERE id IN (SELECT poll_id FROM mailroom.poll_answer WHERE contact_id = $1)
    ORDER BY id FOR NO KEY UPDATE
  ),
  gone AS (
    DELETE FROM mailroom.poll_answer a USING polls p WHERE a.poll_id = p.id AND a.contact_id = $1
    RETURNING a.poll_id, a.source_id, a.answers
  ),
  less AS (
    SELECT poll_id, source_id, answer, count(*)::int AS people
    FROM gone CROSS JOIN LATERAL unnest(0::smallint || answers) AS answer GROUP BY poll_id, source_id, answer
  ),
  counted AS (
    UPDATE mailroom.poll_count k SET people = k.people - l.people FROM less l
    WHERE k.poll_id = l.poll_id AND k.source_id = l.source_id AND k.answer = l.answer
  )
  SELECT 1 FROM gone`

export type PollPersonRow = {
  contact_id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  answers: number[]
  answered_at: Date
  turns: number
  message_id: string
}

/** Who answered, the latest first; `after` is [answered at, contact]. Index poll_answer_newest. */
export function selectPollPeople(asked: {
  pollId: string
  answer: number | null
  after: string[] | null
  limit: number
}): Statement {
  return {
    text: `
      SELECT a.contact_id, e.email, c.first_name, c.last_name, a.answers, a.answered_at, a.turns, a.message_id
      FROM mailroom.poll_answer a JOIN mailroom.contact c ON c.id = a.contact_id
      LEFT JOIN mailroom.contact_address e ON e.contact_id = a.contact_id AND e.is_primary
      WHERE a.poll_id = $1 AND ($2::smallint IS NULL OR $2 = ANY(a.answers))
        AND ($3::timestamptz IS NULL OR (a.answered_at, a.contact_id) < ($3, $4::uuid))
      ORDER BY a.answered_at DESC, a.contact_id DESC LIMIT $5`,
    values: [asked.pollId, asked.answer, asked.after?.[0] ?? null, asked.after?.[1] ?? null, asked.limit],
  }
}

/**
 * Answers of the trigger's poll since the last look, one occurrence for each that was given: whoever changes the answer
 * gives another. Index poll_answer_newest.
 */
export function selectPollAnswers(asked: { pollId: string; answers: number[] } & Window): Statement {
  return {
    text: `
      SELECT concat_ws(':', a.poll_id, a.contact_id, a.turns) AS occurrence_key, a.contact_id,
        jsonb_build_object('poll_id', a.poll_id, 'answers', a.answers, 'data', jsonb_build_object('question', p.question,
          'answer', (SELECT string_agg(o->>'text', ', ' ORDER BY n) FROM jsonb_array_elements(p.answers) WITH ORDINALITY AS t (o, n)
                     WHERE (o->>'number')::smallint = ANY(a.answers)))) AS payload,
        a.answered_at AS at
      FROM mailroom.poll_answer a JOIN mailroom.poll p ON p.id = a.poll_id
      WHERE a.poll_id = $1 AND a.answered_at > $3 AND a.answered_at <= $4
        AND (cardinality($2::smallint[]) = 0 OR a.answers && $2)`,
    values: [asked.pollId, asked.answers, asked.after, asked.until],
  }
}
