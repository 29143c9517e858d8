import type { Statement } from "../database"

export type LaneHealthRow = {
  id: number
  name: string
  state: "open" | "paused" | "closed"
  mailing_id: string | null
  queued: number
  due: number
  in_flight: number
  oldest_due_seconds: number | null
}

/** The hot table holds only what is still to be sent. A lane of nothing is shown only while it is one of the fixed four. */
export function selectLaneHealth(): Statement {
  return {
    text: `
      SELECT l.id, l.name, l.state, l.mailing_id, coalesce(d.queued, 0)::int AS queued, coalesce(d.due, 0)::int AS due,
        coalesce(d.in_flight, 0)::int AS in_flight, extract(epoch FROM mailroom.now() - d.oldest)::float8 AS oldest_due_seconds
      FROM mailroom.lane l
      LEFT JOIN (
        SELECT lane_id, count(*) FILTER (WHERE stage = 'queued') AS queued,
          count(*) FILTER (WHERE stage = 'queued' AND due_at <= mailroom.now()) AS due,
          count(*) FILTER (WHERE stage <> 'queued') AS in_flight,
          min(due_at) FILTER (WHERE stage = 'queued' AND due_at <= mailroom.now()) AS oldest
        FROM mailroom.delivery GROUP BY lane_id
      ) d ON d.lane_id = l.id
      WHERE l.mailing_id IS NULL OR d.lane_id IS NOT NULL
      ORDER BY l.weight DESC, l.id`,
    values: [],
  }
}

export type LedgerHealthRow = { held: number; in_doubt: number; failed_24h: number; sent_24h: number }

/**
 * Messages of the last 31 days by their state (primary key range: ids begin with the time of planning). A newsletter
 * settles within a day or two, so older rows do not change any more. Reads every message of those days (1.3 s for half a
 * million on a busy machine; an index by state would cost each settlement more), so the caller keeps the answer a while.
 * The sub-select makes the volatile function be called once, not per row.
 */
export function selectLedgerHealth(): Statement {
  return {
    text: `
      SELECT count(*) FILTER (WHERE status = 'held')::int AS held,
        count(*) FILTER (WHERE status = 'in_doubt')::int AS in_doubt,
        count(*) FILTER (WHERE status = 'failed' AND settled_at > mailroom.now() - interval '24 hours')::int AS failed_24h,
        count(*) FILTER (WHERE status = 'sent' AND settled_at > mailroom.now() - interval '24 hours')::int AS sent_24h
      FROM mailroom.message
      WHERE id >= (SELECT mailroom.uuidv7(mailroom.now() - interval '31 days'))
        AND status IN ('held', 'in_doubt', 'failed', 'sent')`,
    values: [],
  }
}

export type HeartbeatRow = { name: string; role: string; process_id: string; age_seconds: number }

/** Of each loop the process that beat last: a short-lived one (a script, a deploy) leaves rows that say nothing. */
export function selectHeartbeats(): Statement {
  return {
    text: `SELECT DISTINCT ON (loop) loop AS name, role, process_id,
             extract(epoch FROM mailroom.now() - beat_at)::float8 AS age_seconds
           FROM mailroom.heartbeat ORDER BY loop, beat_at DESC`,
    values: [],
  }
}

/** Opens and clicks that were answered but could not be stored. */
export function selectUnrecorded(): Statement {
  return {
    text: `SELECT coalesce(sum(n), 0)::int AS n FROM mailroom.counter
           WHERE source_id = 'mailroom' AND kind = 'unrecorded' AND hour > mailroom.now() - interval '25 hours'`,
    values: [],
  }
}
