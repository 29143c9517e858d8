import type { Statement } from "../database"

export type Beat = { loop: string; detail: Record<string, unknown> }

/** All loops of one process in one statement. */
export function beatHeartbeats({
  processId,
  role,
  beats,
}: {
  processId: string
  role: string
  beats: Beat[]
}): Statement {
  return {
    text: `
      INSERT INTO mailroom.heartbeat (process_id, loop, role, beat_at, detail)
      SELECT $1, b.loop, $2, mailroom.now(), b.detail::jsonb FROM unnest($3::text[], $4::text[]) AS b(loop, detail)
      ON CONFLICT (process_id, loop) DO UPDATE SET beat_at = excluded.beat_at, detail = excluded.detail`,
    values: [processId, role, beats.map(({ loop }) => loop), beats.map(({ detail }) => JSON.stringify(detail))],
  }
}

/** A process that ended in good order leaves no row behind that would turn red. */
export function forgetHeartbeats({ processId }: { processId: string }): Statement {
  return { text: `DELETE FROM mailroom.heartbeat WHERE process_id = $1`, values: [processId] }
}

/** Rows of processes that died a day ago: red long enough. */
export function forgetOldHeartbeats(): Statement {
  return { text: `DELETE FROM mailroom.heartbeat WHERE beat_at < mailroom.now() - interval '1 day'`, values: [] }
}

/** How many processes send: those whose dispatcher showed itself within half a minute, and this one, which may be too young. */
export function countSenders({ processId }: { processId: string }): Statement {
  return {
    text: `SELECT count(DISTINCT process_id) FILTER (WHERE process_id <> $1)::int + 1 AS n FROM mailroom.heartbeat
           WHERE loop = 'dispatcher' AND beat_at > mailroom.now() - interval '30 seconds'`,
    values: [processId],
  }
}
