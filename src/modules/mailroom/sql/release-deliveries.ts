import type { Statement } from "../database"
import type { Fenced } from "./mark-handed"

/** Back into the queue. */
export type Release = Fenced & {
  /** Milliseconds from now; null leaves the place in the queue as it was. */
  delayMs: number | null
  countsAttempt: boolean
  /** In doubt: shown as such until the second try is settled. */
  isDoubt: boolean
  code: number | null
  enhanced: string | null
  reply: string | null
  command: string | null
  /** Copies that the server took with this try. */
  takenBy: string[] | null
}

/** Nothing was tried, nothing is to be told. */
export function untried(release: Fenced & { delayMs: number | null }): Release {
  const nothing = { code: null, enhanced: null, reply: null, command: null, takenBy: null }
  return { ...release, countsAttempt: false, isDoubt: false, ...nothing }
}

/** Gives leases back; a reply worth telling goes to the ledger and, when the server deferred, to the events. */
export function releaseDeliveries(releases: Release[]): Statement {
  const column = <K extends keyof Release>(key: K) => releases.map((release) => release[key])
  return {
    text: `
      WITH clock AS (SELECT mailroom.now() AS at),
      back AS MATERIALIZED (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::boolean[], $5::boolean[], $6::int[], $7::text[],
          $8::text[], $9::text[], $10::jsonb[])
        AS back(id, token, delay_ms, counts, is_doubt, code, enhanced, reply, command, taken_by)
      ),
      released AS (
        UPDATE mailroom.delivery d SET stage = 'queued', lease_owner = NULL, lease_token = NULL, lease_expires_at = NULL,
          handed_at = NULL, taken_by = coalesce(d.taken_by || back.taken_by, back.taken_by, d.taken_by),
          attempts = d.attempts + back.counts::int, doubts = d.doubts + back.is_doubt::int,
          due_at = CASE WHEN back.delay_ms IS NULL THEN d.due_at
            ELSE clock.at + make_interval(secs => back.delay_ms / 1000) END,
          expires_at = CASE WHEN back.is_doubt THEN greatest(d.expires_at, clock.at + interval '1 hour') ELSE d.expires_at END
        FROM back, clock WHERE d.message_id = ANY ($1::uuid[]) AND d.message_id = back.id AND d.lease_token = back.token
        RETURNING d.message_id, back.counts, back.is_doubt, back.code, back.enhanced, back.reply, back.command
      ),
      told AS (
        UPDATE mailroom.message m SET attempts = m.attempts + r.counts::int, last_code = r.code,
          last_enhanced = r.enhanced, last_response = r.reply, last_command = r.command,
          status = CASE WHEN r.is_doubt THEN 'in_doubt' ELSE m.status END,
          reason = CASE WHEN r.is_doubt THEN 'no_answer_after_hand_over' ELSE m.reason END
        FROM released r WHERE m.id = r.message_id AND (r.reply IS NOT NULL OR r.is_doubt)
      ),
      events AS (
        INSERT INTO mailroom.message_event (message_id, kind, at, recorded_at, detail)
        SELECT r.message_id, CASE WHEN r.is_doubt THEN 'in_doubt' ELSE 'deferred' END, clock.at, clock.at,
          jsonb_strip_nulls(jsonb_build_object('code', r.code, 'enhanced', r.enhanced, 'reply', r.reply))
        FROM released r, clock WHERE r.is_doubt OR (r.counts AND r.code IS NOT NULL)
      )
      SELECT message_id AS id FROM released`,
    values: [
      column("id"),
      column("token"),
      column("delayMs"),
      column("countsAttempt"),
      column("isDoubt"),
      column("code"),
      column("enhanced"),
      column("reply"),
      column("command"),
      releases.map(({ takenBy }) => (takenBy?.length ? JSON.stringify(takenBy) : null)),
    ],
  }
}
