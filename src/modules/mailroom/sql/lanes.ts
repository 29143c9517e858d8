import type { Statement } from "../database"

export type LaneRow = { id: number; transport: "tx" | "marketing"; weight: number }

/** A handful of rows: the four standing lanes and one per mailing that goes out. */
export function selectOpenLanes(): Statement {
  return { text: `SELECT id, transport, weight FROM mailroom.lane WHERE state = 'open'`, values: [] }
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
