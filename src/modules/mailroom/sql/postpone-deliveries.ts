import { storableJson } from "../../../core/messages/storable-json"
import type { Statement } from "../database"
import type { Fenced } from "./mark-handed"

/** A mail of an automation that may not go yet, and why. */
export type Wait = Fenced & {
  delayMs: number
  /** After its new turn it may be so much later; null: its end stays. */
  livesMs: number | null
  reason: "quiet_hours" | "frequency_cap" | "gave_way" | "automation_paused"
  /** The values that decided it. */
  saw: Record<string, unknown>
}

/**
 * Back into the queue with a new turn, and the reason into the decisions: the same one with the same values stands there
 * once, however often the mail is looked at. Index: decision_contact.
 */
export function postponeDeliveries(waits: Wait[]): Statement {
  return {
    text: `
      WITH clock AS (SELECT mailroom.now() AS at),
      wait AS MATERIALIZED (
        SELECT * FROM json_to_recordset($1::json) AS w(id uuid, token uuid, "delayMs" float8, "livesMs" float8, reason text, saw jsonb)
      ),
      back AS (
        UPDATE mailroom.delivery d SET stage = 'queued', lease_owner = NULL, lease_token = NULL, lease_expires_at = NULL,
          handed_at = NULL, due_at = clock.at + make_interval(secs => w."delayMs" / 1000),
          expires_at = greatest(d.expires_at, clock.at + make_interval(secs => (w."delayMs" + w."livesMs") / 1000))
        FROM wait w, clock WHERE d.message_id = ANY ($2::uuid[]) AND d.message_id = w.id AND d.lease_token = w.token
        RETURNING d.message_id AS id, w.reason, w.saw
      )
      INSERT INTO mailroom.decision (source_id, enrolment_id, contact_id, node, verdict, reason, detail)
      SELECT m.source_id, m.enrolment_id, m.contact_id, m.node, 'deferred', back.reason, jsonb_build_object('saw', back.saw)
        FROM back JOIN mailroom.message m ON m.id = back.id
       WHERE NOT EXISTS (SELECT FROM mailroom.decision d
         WHERE d.contact_id = m.contact_id AND d.at >= m.planned_at AND d.enrolment_id = m.enrolment_id AND d.node = m.node
           AND d.verdict = 'deferred' AND d.reason = back.reason AND d.detail -> 'saw' = back.saw)`,
    values: [storableJson(waits), waits.map(({ id }) => id)],
  }
}
