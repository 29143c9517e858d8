import type { Statement } from "../database"

export type ClaimedRow = {
  id: string
  lane_id: number
  domain: string
  attempts: number
  doubts: number
  first_attempt_at: Date
  taken_by: string[] | null
  is_expired: boolean
}

/**
 * Takes the oldest due messages of each lane (index delivery_due), past those that another worker has locked. A lane
 * paused meanwhile gives nothing. One token fences the whole batch: a later claim of the same row has another. The rows
 * are found again by their place (they are locked): joined by id, the planner reads the whole table for every claim.
 */
export function claimDeliveries({
  lanes,
  owner,
  token,
  leaseSeconds,
}: {
  lanes: { laneId: number; limit: number }[]
  owner: string
  token: string
  leaseSeconds: number
}): Statement {
  return {
    text: `
      WITH clock AS MATERIALIZED (SELECT mailroom.now() AS at)
      UPDATE mailroom.delivery d
      SET stage = 'claimed', lease_owner = $3, lease_token = $4, handed_at = NULL,
          lease_expires_at = clock.at + make_interval(secs => $5),
          first_attempt_at = coalesce(d.first_attempt_at, date_trunc('second', clock.at))
      FROM clock
      WHERE d.ctid = ANY (ARRAY(
        SELECT q.tid
        FROM unnest($1::int[], $2::int[]) AS offer(lane_id, n)
        JOIN mailroom.lane l ON l.id = offer.lane_id AND l.state = 'open'
        CROSS JOIN LATERAL (
          SELECT w.ctid AS tid FROM mailroom.delivery w
          WHERE w.lane_id = offer.lane_id AND w.stage = 'queued' AND w.due_at <= (SELECT at FROM clock)
          ORDER BY w.due_at, w.message_id LIMIT offer.n
          FOR UPDATE SKIP LOCKED
        ) q
      ))
      RETURNING d.message_id AS id, d.lane_id, d.domain, d.attempts, d.doubts, d.first_attempt_at,
        d.taken_by, d.expires_at <= clock.at AS is_expired`,
    values: [lanes.map(({ laneId }) => laneId), lanes.map(({ limit }) => limit), owner, token, leaseSeconds],
  }
}

/**
 * Holds what this worker is still working on for longer. Missing ids were lost to the sweeper or taken back, or are being
 * written to right now, which need no more time; to wait for them while holding others would be a deadlock.
 */
export function renewLeases(held: { ids: string[]; owner: string; leaseSeconds: number }): Statement {
  return {
    text: `
      UPDATE mailroom.delivery d SET lease_expires_at = mailroom.now() + make_interval(secs => $3)
      WHERE d.ctid = ANY (ARRAY(
        SELECT h.ctid FROM mailroom.delivery h
        WHERE h.message_id = ANY ($1::uuid[]) AND h.lease_owner = $2 AND h.stage = 'claimed'
          AND h.lease_expires_at > mailroom.now()
        FOR UPDATE SKIP LOCKED
      ))
      RETURNING d.message_id AS id`,
    values: [held.ids, held.owner, held.leaseSeconds],
  }
}
