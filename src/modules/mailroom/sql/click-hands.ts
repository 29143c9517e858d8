import type { Statement } from "../database"

/** A click, and by whose hand: a keyed hash of the address and browser that it came from. */
export type HandClick = { hand: Buffer; messageId: string; eventId: string; at: Date }

export function insertHandClicks(clicks: HandClick[]): Statement {
  return {
    text: `INSERT INTO mailroom.click_hand (hand, at, event_id, message_id)
           SELECT * FROM unnest($1::bytea[], $2::timestamptz[], $3::uuid[], $4::uuid[])`,
    values: [
      clicks.map(({ hand }) => hand),
      clicks.map(({ at }) => at),
      clicks.map(({ eventId }) => eventId),
      clicks.map(({ messageId }) => messageId),
    ],
  }
}

export type MachineClickRow = { event_id: string; message_id: string; at: Date }

/**
 * The clicks of those of these hands that clicked for too many recipients of late, each told once. Locked in one order:
 * two processes may judge the same hand. Index click_hand_recent.
 */
export function judgeHands(
  hands: Buffer[],
  { recipients, seconds }: { recipients: number; seconds: number },
): Statement {
  return {
    text: `
      WITH machine AS MATERIALIZED (
        SELECT hand FROM mailroom.click_hand
        WHERE hand = ANY($1::bytea[]) AND at > mailroom.now() - make_interval(secs => $3)
        GROUP BY hand HAVING count(DISTINCT message_id) >= $2
      ),
      news AS MATERIALIZED (
        SELECT event_id FROM mailroom.click_hand
        WHERE hand = ANY(ARRAY(SELECT hand FROM machine)) AND at > mailroom.now() - make_interval(secs => $3)
          AND NOT is_machine
        ORDER BY event_id FOR UPDATE
      )
      UPDATE mailroom.click_hand SET is_machine = true
      WHERE hand = ANY(ARRAY(SELECT hand FROM machine)) AND event_id IN (SELECT event_id FROM news) AND NOT is_machine
      RETURNING event_id, message_id, at`,
    values: [hands, recipients, seconds],
  }
}

/** What is older says nothing any more, and nobody is to be known by it. */
export function forgetHands({ seconds }: { seconds: number }): Statement {
  return {
    text: `DELETE FROM mailroom.click_hand WHERE at <= mailroom.now() - make_interval(secs => $1)`,
    values: [seconds],
  }
}
