import type { SendingWindow } from "../../../core/mailings/sending-window"
import type { Statement } from "../database"

export type LaneRow = {
  id: number
  transport: "tx" | "marketing"
  weight: number
  /** The mailing's own; null = as in the settings. */
  sending_window: SendingWindow | null
  not_later_than: Date | null
}

/** A handful of rows: the four standing lanes and one per mailing that goes out. */
export function selectOpenLanes(): Statement {
  return {
    text: `SELECT l.id, l.transport, l.weight, m.sending_window, m.not_later_than
           FROM mailroom.lane l LEFT JOIN mailroom.mailing m ON m.id = l.mailing_id WHERE l.state = 'open'`,
    values: [],
  }
}

/** Stops a mailing that mail servers refuse, lane and mailing together; the standing lanes are never paused this way. */
export function pauseRefusedMailing(refused: { mailingId: string; problem: string }): Statement {
  return {
    text: `
      WITH lane AS (
        UPDATE mailroom.lane SET state = 'paused' WHERE mailing_id = $1 AND state = 'open' RETURNING id
      )
      UPDATE mailroom.mailing SET state = 'paused', problem = $2, updated_at = mailroom.now()
      WHERE id = $1 AND state IN ('planning', 'sending')
      RETURNING id`,
    values: [refused.mailingId, refused.problem],
  }
}
