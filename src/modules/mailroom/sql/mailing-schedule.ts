import type { SendingWindow } from "../../../core/mailings/sending-window"
import type { Statement } from "../database"

export type Timing = { window: SendingWindow | null; notLaterThan: Date | null }

/**
 * Also while it goes out: what waits for the old hours comes up again at once and is judged by the new ones; what a server
 * put off, and what waits for a time on its reader's clock, stays where it is.
 */
export function setTiming(id: string, { window, notLaterThan }: Timing): Statement {
  return {
    text: `
      WITH changed AS (
        UPDATE mailroom.mailing SET sending_window = $2::jsonb, not_later_than = $3, updated_at = mailroom.now()
        WHERE id = $1 AND archived_at IS NULL AND state IN ('draft', 'scheduled', 'planning', 'sending', 'paused')
        RETURNING id, lane_id, local_wall
      ),
      woken AS (
        UPDATE mailroom.delivery d SET due_at = mailroom.now() FROM mailroom.mailing old, changed
        WHERE old.id = changed.id AND old.sending_window IS DISTINCT FROM $2::jsonb AND changed.local_wall IS NULL
          AND d.lane_id = changed.lane_id AND d.stage = 'queued' AND d.due_at > mailroom.now() AND d.attempts = 0
      )
      SELECT id FROM changed`,
    values: [id, window && JSON.stringify(window), notLaterThan],
  }
}

/** Back to a draft, as long as nothing of it exists: no audience, no message. */
export function undoSend(id: string): Statement {
  return {
    text: `
      UPDATE mailroom.mailing SET state = 'draft', started_at = NULL, undo_until = NULL, scheduled_at = NULL, local_wall = NULL,
        problem = NULL, updated_at = mailroom.now()
      WHERE id = $1 AND state IN ('planning', 'paused') AND audience_rows IS NULL AND undo_until > mailroom.now()
      RETURNING id`,
    values: [id],
  }
}

/** Holds a mailing that is about to be planned: somebody may take it back, pause or stop it in this moment. */
export function lockPlanning(id: string): Statement {
  return {
    text: `SELECT id FROM mailroom.mailing WHERE id = $1 AND state = 'planning' AND audience_rows IS NULL FOR UPDATE`,
    values: [id],
  }
}

/** What has not left by the end that was set for it; who is handed over in this moment has got it. */
export function expireLane(laneId: number, limit: number): Statement {
  return {
    text: `
      WITH waiting AS (
        SELECT message_id FROM mailroom.delivery WHERE lane_id = $1 AND handed_at IS NULL LIMIT $2 FOR UPDATE SKIP LOCKED
      ),
      gone AS (DELETE FROM mailroom.delivery d USING waiting w WHERE d.message_id = w.message_id RETURNING d.message_id),
      expired AS (
        UPDATE mailroom.message m SET status = 'expired', reason = 'too_late', settled_at = mailroom.now()
        FROM gone WHERE m.id = gone.message_id RETURNING m.id, m.source_id, m.variant, m.is_test
      ),
      counted AS (
        INSERT INTO mailroom.counter AS n (source_id, variant, hour, kind, n)
        SELECT source_id, variant, date_trunc('hour', mailroom.now(), 'UTC'), 'expired', count(*)
        FROM expired WHERE NOT is_test GROUP BY source_id, variant ORDER BY source_id, variant
        ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = n.n + excluded.n
      )
      SELECT id FROM expired`,
    values: [laneId, limit],
  }
}

/** When the next mail of the lane may go, null when none waits; index delivery_due. */
export function selectNextDue(laneId: number): Statement {
  return {
    text: `SELECT due_at FROM mailroom.delivery WHERE lane_id = $1 AND stage = 'queued' ORDER BY due_at LIMIT 1`,
    values: [laneId],
  }
}
