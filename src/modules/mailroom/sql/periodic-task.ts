import type { Statement } from "../database"

/**
 * Takes the task's lease when it is due and nobody holds it; no row when there is nothing to do. A last run or a lease of
 * tomorrow is from a clock that has been set back since: it must not hold the task up for a day.
 */
export function claimPeriodicTask({
  name,
  owner,
  leaseSeconds,
  ignoreSchedule,
}: {
  name: string
  owner: string
  leaseSeconds: number
  ignoreSchedule: boolean
}): Statement {
  return {
    text: `
      INSERT INTO mailroom.periodic_task AS t (name, lease_owner, lease_token, lease_expires_at)
      VALUES ($1, $2, gen_random_uuid(), mailroom.now() + make_interval(secs => $3))
      ON CONFLICT (name) DO UPDATE SET
        lease_owner = excluded.lease_owner, lease_token = excluded.lease_token, lease_expires_at = excluded.lease_expires_at
      WHERE (t.next_run_at <= mailroom.now() OR t.last_run_at > mailroom.now() + interval '1 minute' OR $4)
        AND (t.lease_expires_at IS NULL OR t.lease_expires_at <= mailroom.now()
          OR t.lease_expires_at > mailroom.now() + make_interval(secs => $3) + interval '1 hour')
      RETURNING t.lease_token AS token, t.state`,
    values: [name, owner, leaseSeconds, ignoreSchedule],
  }
}

/** Gives the lease back, keeps the watermarks, says when the next run is. No row: the lease was lost meanwhile. */
export function finishPeriodicTask(done: {
  name: string
  token: string
  state: unknown
  nextInMs: number
  error: string | null
}): Statement {
  return {
    text: `
      UPDATE mailroom.periodic_task
      SET lease_owner = NULL, lease_token = NULL, lease_expires_at = NULL, state = $3::jsonb,
          next_run_at = mailroom.now() + make_interval(secs => $4::double precision / 1000),
          last_run_at = mailroom.now(), last_error = $5
      WHERE name = $1 AND lease_token = $2
      RETURNING name`,
    values: [done.name, done.token, JSON.stringify(done.state), done.nextInMs, done.error],
  }
}

/** Writes the watermarks down in the middle of a run and holds the lease for longer. No row: the lease was lost. */
export function renewPeriodicTask(held: {
  name: string
  token: string
  state: unknown
  leaseSeconds: number
}): Statement {
  return {
    text: `
      UPDATE mailroom.periodic_task
      SET state = $3::jsonb, lease_expires_at = mailroom.now() + make_interval(secs => $4)
      WHERE name = $1 AND lease_token = $2
      RETURNING name`,
    values: [held.name, held.token, JSON.stringify(held.state), held.leaseSeconds],
  }
}
