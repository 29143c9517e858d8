import { MOST_DAYS_TO_CHOOSE, type AbTest } from "../../../core/mailings/ab-test"
import type { AbResult } from "../../../core/mailings/ab-result"
import type { Audience, ComposedKind } from "../../../core/mailings/audience"
import type { Copies } from "../../../core/mailings/copies"
import type { MailFormat } from "../../../core/mailings/mail-format"
import type { AgainOf } from "../../../core/mailings/again"
import type { SendingWindow } from "../../../core/mailings/sending-window"
import type { MailingState } from "../../../core/mailings/mailing"
import type { Utm } from "../../../core/mailings/utm"
import type { CreditRule } from "../../../core/reports/credit-rule"
import type { Statement } from "../database"

export type MailingRow = {
  id: string
  kind: ComposedKind | "mailout"
  name: string | null
  subject: string
  preheader: string
  document: Record<string, unknown>
  topic_id: string | null
  topic_name: string | null
  audience: Partial<Audience>
  credit: CreditRule
  sender_id: string | null
  template_version_id: string | null
  is_tracked: boolean
  is_copy_kept: boolean
  state: MailingState
  problem: string | null
  scheduled_at: Date | null
  /** "2026-11-30T10:00": on each reader's clock; null = one moment for all. */
  local_wall: string | null
  started_at: Date | null
  finished_at: Date | null
  lane_id: number | null
  planned_rows: string
  audience_rows: string | null
  ab: AbTest | null
  control_share: number
  /** Last rows of the control group and of the test; null = no test. */
  control_rows: string
  test_rows: string | null
  test_sent_at: Date | null
  ab_result: AbResult | null
  format: MailFormat
  utm: Utm | null
  copies: Partial<Copies>
  /** When its copies were planned. */
  copied_at: Date | null
  /** Of a direct mail that was sent. */
  sent_message_id: string | null
  /** Until then one click makes it a draft again, and nothing has left. */
  undo_until: Date | null
  /** Null = as in the settings. */
  sending_window: SendingWindow | null
  not_later_than: Date | null
  is_too_late: boolean
  /** What waits after this message still has the old text; null = all has the same. */
  correcting_after: string | null
  again_of: AgainOf | null
  in_archive: boolean
  archived_at: Date | null
  revision: number
  created_at: Date
  created_by: string | null
  updated_at: Date
}

/** After its own end, or after the time in which a variant had to be chosen by hand. */
const IS_TOO_LATE = `(coalesce(m.not_later_than <= mailroom.now(), false) OR coalesce(m.ab ->> 'decide' = 'manual' AND m.ab_result IS NULL
    AND m.test_sent_at + make_interval(hours => (m.ab ->> 'wait_hours')::int, days => ${MOST_DAYS_TO_CHOOSE}) <= mailroom.now(), false))`

const MAILING = `
  SELECT m.id, m.kind, m.name, m.subject, m.preheader, m.document, m.topic_id, t.name AS topic_name, m.audience, m.credit, m.sender_id,
    m.template_version_id, m.is_tracked, m.is_copy_kept, m.state, m.problem, m.scheduled_at, m.local_wall, m.started_at, m.finished_at,
    m.lane_id, m.planned_rows, m.audience_rows, m.ab, m.control_share, m.control_rows, m.test_rows, m.test_sent_at, m.ab_result,
    m.format, m.utm, m.copies, m.copied_at, m.sent_message_id, m.undo_until, m.sending_window, m.not_later_than, ${IS_TOO_LATE} AS is_too_late, m.correcting_after, m.again_of, m.in_archive, m.archived_at, m.revision, m.created_at, m.created_by, m.updated_at
  FROM mailroom.mailing m LEFT JOIN mailroom.topic t ON t.id = m.topic_id`

/** One that is over can be read in the archive, too; a draft that was deleted cannot. */
export function selectMailing(id: string): Statement {
  return {
    text: `${MAILING} WHERE m.id = $1 AND (m.archived_at IS NULL OR m.state IN ('sent', 'stopped', 'failed'))`,
    values: [id],
  }
}

/** Newest first, without direct mails, by index mailing_created; the cursor is the id of the last row of the page before. */
export function selectMailings(query: {
  after: string | null
  limit: number
  state: string | null
  isArchived: boolean
  q: string | null
}): Statement {
  return {
    text: `${MAILING}
      WHERE CASE WHEN $5::boolean THEN m.archived_at IS NOT NULL AND m.state IN ('sent', 'stopped', 'failed') ELSE m.archived_at IS NULL END
        AND m.kind <> 'direct' AND ($1::text IS NULL OR (m.created_at, m.id) < (SELECT created_at, id FROM mailroom.mailing WHERE id = $1))
        AND ($2::text IS NULL OR m.state = $2)
        AND ($3::text IS NULL OR strpos(lower(coalesce(m.name, '') || ' ' || m.subject), lower($3)) > 0)
      ORDER BY m.created_at DESC, m.id DESC LIMIT $4`,
    values: [query.after, query.state, query.q, query.limit, query.isArchived],
  }
}

export type MailingFields = {
  kind: ComposedKind
  name: string | null
  subject: string
  preheader: string
  document: Record<string, unknown>
  topic_id: string | null
  audience: Audience
  credit: CreditRule
  sender_id: string | null
  is_tracked: boolean
  is_copy_kept: boolean
  ab: AbTest | null
  control_share: number
  format: MailFormat
  utm: Utm | null
  copies: Copies
}

/** Each stands in the table under the same name. */
const FIELDS = [
  ...["kind", "name", "subject", "preheader", "document", "topic_id", "sender_id", "is_tracked", "is_copy_kept"],
  ...["audience", "credit", "ab", "control_share", "format", "utm", "copies"],
].join(", ")

/** The record as one JSON value; null stays null, also in a column that holds JSON. */
const GIVEN = `SELECT ${FIELDS} FROM jsonb_populate_record(NULL::mailroom.mailing, $2::jsonb)`

export function insertMailing(id: string, fields: MailingFields, by: string | null): Statement {
  return {
    text: `INSERT INTO mailroom.mailing (id, created_by, ${FIELDS}) SELECT $1, $3, given.* FROM (${GIVEN}) given`,
    values: [id, JSON.stringify(fields), by],
  }
}

/** Nothing is returned when somebody saved another revision, or it is no draft any more. */
export function updateMailing(id: string, fields: MailingFields, revision: number): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET (${FIELDS}) = (${GIVEN}), revision = revision + 1, updated_at = mailroom.now(), edited_at = mailroom.now()
      WHERE id = $1 AND revision = $3 AND state IN ('draft', 'scheduled') AND archived_at IS NULL
      RETURNING id`,
    values: [id, JSON.stringify(fields), revision],
  }
}

export function archiveDraft(id: string): Statement {
  return {
    text: `UPDATE mailroom.mailing SET archived_at = mailroom.now() WHERE id = $1 AND state = 'draft' AND archived_at IS NULL
           RETURNING id`,
    values: [id],
  }
}

/** From one state to another, if it still is in the first; the row lock decides between two clicks. */
export function moveMailing(
  id: string,
  move: {
    from: MailingState[]
    to: MailingState
    problem?: string | null
    revision?: number
    isForAllNow?: boolean
    /** Nothing of it leaves for so long. */
    undoSeconds?: number
  },
): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET state = $3, problem = $4, updated_at = mailroom.now(),
        started_at = CASE WHEN $3 = 'planning' THEN coalesce(started_at, date_trunc('milliseconds', mailroom.now())) ELSE started_at END,
        scheduled_at = CASE WHEN $3 = 'draft' THEN NULL ELSE scheduled_at END,
        local_wall = CASE WHEN $3 = 'draft' OR $6::boolean THEN NULL ELSE local_wall END,
        undo_until = CASE WHEN $3 = 'planning' AND $7::int > 0 THEN mailroom.now() + make_interval(secs => $7::int)
          WHEN $3 IN ('planning', 'draft') THEN NULL ELSE undo_until END,
        finished_at = CASE WHEN $3 IN ('sent', 'failed') THEN mailroom.now() ELSE finished_at END
      WHERE id = $1 AND state = ANY($2::text[]) AND archived_at IS NULL AND ($5::int IS NULL OR revision = $5)
      RETURNING id`,
    values: [
      id,
      move.from,
      move.to,
      move.problem ?? null,
      move.revision ?? null,
      move.isForAllNow ?? false,
      move.undoSeconds ?? 0,
    ],
  }
}

/** `beginsAt`: when it is planned; before `at` where some readers have that time first. */
export function scheduleMailing(id: string, time: { at: Date; beginsAt: Date; wall: string | null }): Statement {
  return {
    text: `UPDATE mailroom.mailing SET state = 'scheduled', scheduled_at = $2, begins_at = $3, local_wall = $4, problem = NULL, updated_at = mailroom.now()
           WHERE id = $1 AND state IN ('draft', 'scheduled') AND archived_at IS NULL RETURNING id`,
    values: [id, time.at, time.beginsAt, time.wall],
  }
}

export function setProblem(id: string, problem: string): Statement {
  return {
    text: `UPDATE mailroom.mailing SET problem = $2 WHERE id = $1 AND problem IS DISTINCT FROM $2`,
    values: [id, problem],
  }
}

/** Not one that was said meanwhile. */
export function clearProblem(id: string, problem: string): Statement {
  return {
    text: `UPDATE mailroom.mailing SET problem = NULL WHERE id = $1 AND problem = $2`,
    values: [id, problem],
  }
}

/** Pausing acts on the lane, so it takes effect with the next claim. */
export function setLaneState(mailingId: string, state: "open" | "paused" | "closed"): Statement {
  return { text: `UPDATE mailroom.lane SET state = $2 WHERE mailing_id = $1`, values: [mailingId, state] }
}

/** One lane per mailing; made again after a crash it is the same. */
export function ensureLane(mailingId: string): Statement {
  return {
    text: `
      WITH made AS (
        INSERT INTO mailroom.lane (name, transport, weight, mailing_id) VALUES ('mailing:' || $1, 'marketing', 10, $1)
        ON CONFLICT (name) DO UPDATE SET mailing_id = EXCLUDED.mailing_id RETURNING id
      )
      UPDATE mailroom.mailing SET lane_id = made.id FROM made WHERE mailing.id = $1 RETURNING made.id`,
    values: [mailingId],
  }
}

export function setContent(id: string, versionId: string): Statement {
  return { text: `UPDATE mailroom.mailing SET template_version_id = $2 WHERE id = $1`, values: [id, versionId] }
}

/** What a planner has to do something about. */
export function selectMailingsInMotion(): Statement {
  return {
    text: `${MAILING}
      WHERE m.archived_at IS NULL AND (m.state = 'sending' OR (m.state = 'planning' AND (m.undo_until IS NULL OR m.undo_until <= mailroom.now()))
        OR (m.state = 'paused' AND (m.not_later_than <= mailroom.now() OR m.correcting_after IS NOT NULL))
        OR (m.state = 'scheduled' AND m.begins_at <= mailroom.now())
        OR (m.state = 'stopped' AND m.finished_at IS NULL))
      ORDER BY m.started_at NULLS FIRST`,
    values: [],
  }
}

export function selectWaitingInLane(laneId: number): Statement {
  return { text: `SELECT EXISTS (SELECT FROM mailroom.delivery WHERE lane_id = $1) AS waits`, values: [laneId] }
}

/** Takes back what a stopped mailing has still waiting; what the server already has is left to its answer. */
export function cancelLane(laneId: number, limit: number): Statement {
  return {
    text: `
      WITH waiting AS (
        SELECT message_id FROM mailroom.delivery WHERE lane_id = $1 AND handed_at IS NULL LIMIT $2 FOR UPDATE SKIP LOCKED
      ),
      gone AS (DELETE FROM mailroom.delivery d USING waiting w WHERE d.message_id = w.message_id RETURNING d.message_id)
      UPDATE mailroom.message m SET status = 'cancelled', reason = 'mailing_stopped', settled_at = mailroom.now()
      FROM gone WHERE m.id = gone.message_id RETURNING m.id`,
    values: [laneId, limit],
  }
}

export function finishStopped(id: string): Statement {
  return {
    text: `UPDATE mailroom.mailing SET finished_at = mailroom.now() WHERE id = $1 AND state = 'stopped' AND finished_at IS NULL`,
    values: [id],
  }
}

export type ProgressRow = { status: string; n: number; recent: number; window_seconds: number }

/** Counted from the ledger, so that it is the truth at every moment; by index message_source. */
export function selectProgress(mailingId: string): Statement {
  return {
    text: `
      SELECT status, count(*)::int AS n,
        count(*) FILTER (WHERE settled_at > mailroom.now() - interval '2 minutes' AND status NOT IN ('dropped', 'cancelled'))::int AS recent,
        least(120, extract(epoch FROM mailroom.now() - (SELECT started_at FROM mailroom.mailing WHERE id = $1)))::float8 AS window_seconds
      FROM mailroom.message WHERE source_id = $1 AND NOT is_test GROUP BY status`,
    values: [mailingId],
  }
}
