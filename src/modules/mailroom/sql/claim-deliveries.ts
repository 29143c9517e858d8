import type { Statement } from "../database"

export type ClaimedRow = {
  id: string
  lane_id: number
  domain: string
  attempts: number
  doubts: number
  first_attempt_at: Date
  is_expired: boolean
}

/**
 * Takes the oldest due messages of each lane (index delivery_due), past those that another worker has locked. A lane
 * paused meanwhile gives nothing. One token fences the whole batch: a later claim of the same row has another.
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
      WITH due AS MATERIALIZED (
        SELECT q.message_id
        FROM unnest($1::int[], $2::int[]) AS offer(lane_id, n)
        JOIN mailroom.lane l ON l.id = offer.lane_id AND l.state = 'open'
        CROSS JOIN LATERAL (
          SELECT d.message_id FROM mailroom.delivery d
          WHERE d.lane_id = offer.lane_id AND d.stage = 'queued' AND d.due_at <= mailroom.now()
          ORDER BY d.due_at, d.message_id LIMIT offer.n
          FOR UPDATE SKIP LOCKED
        ) q
      )
      UPDATE mailroom.delivery d
      SET stage = 'claimed', lease_owner = $3, lease_token = $4, handed_at = NULL,
          lease_expires_at = mailroom.now() + make_interval(secs => $5),
          first_attempt_at = coalesce(d.first_attempt_at, date_trunc('second', mailroom.now()))
      FROM due WHERE d.message_id = due.message_id
      RETURNING d.message_id AS id, d.lane_id, d.domain, d.attempts, d.doubts, d.first_attempt_at,
        d.expires_at <= mailroom.now() AS is_expired`,
    values: [lanes.map(({ laneId }) => laneId), lanes.map(({ limit }) => limit), owner, token, leaseSeconds],
  }
}

/** Holds what this worker is still working on for longer. Missing ids were lost to the sweeper or taken back. */
export function renewLeases(held: { ids: string[]; owner: string; leaseSeconds: number }): Statement {
  return {
    text: `
      UPDATE mailroom.delivery SET lease_expires_at = mailroom.now() + make_interval(secs => $3)
      WHERE message_id = ANY($1::uuid[]) AND lease_owner = $2 AND stage = 'claimed' AND lease_expires_at > mailroom.now()
      RETURNING message_id AS id`,
    values: [held.ids, held.owner, held.leaseSeconds],
  }
}
