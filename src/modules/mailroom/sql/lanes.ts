import type { Statement } from "../database"

export type LaneRow = { id: number; transport: "tx" | "marketing"; weight: number }

/** A handful of rows: the four standing lanes and one per mailing that goes out. */
export function selectOpenLanes(): Statement {
  return { text: `SELECT id, transport, weight FROM mailroom.lane WHERE state = 'open'`, values: [] }
}

/** Pausing is a state of the lane: nothing of it is claimed or handed over from here on. */
export function setLaneState({ id, state }: { id: number; state: "open" | "paused" | "closed" }): Statement {
  return { text: `UPDATE mailroom.lane SET state = $2 WHERE id = $1 RETURNING id`, values: [id, state] }
}
