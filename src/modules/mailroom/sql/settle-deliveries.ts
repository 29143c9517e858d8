import type { Statement } from "../database"
import type { Fenced } from "./mark-handed"

/** How a message ended. */
export type Final = Fenced & {
  status: "sent" | "in_doubt" | "failed" | "dropped" | "expired" | "cancelled"
  reason: string | null
  countsAttempt: boolean
  code: number | null
  enhanced: string | null
  /** Masked. */
  reply: string | null
  command: string | null
  queueId: string | null
  subject: string | null
  pixel: "none" | "aggregate" | "personal" | null
  digest: Buffer | null
  bounce: "hard" | "soft" | "block" | null
  /** Its sealed context is wiped now. */
  isSecret: boolean
}

export type SettledRow = { id: string; source_id: string | null; class: string; status: string; kind: string }

/**
 * Ledger, events, counters and the end of the delivery row, for many messages in one call (migrations/…001700-settle).
 * Answers those that were settled.
 */
export function settleDeliveries(finals: Final[]): Statement {
  const column = <K extends keyof Final>(key: K) => finals.map((final) => final[key])
  return {
    text: `
      SELECT id, source_id, class, status, kind FROM mailroom.settle($1::uuid[], $2::uuid[], $3::text[], $4::text[],
        $5::boolean[], $6::int[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[],
        $13::bytea[], $14::text[])`,
    values: [
      column("id"),
      column("token"),
      column("status"),
      column("reason"),
      column("countsAttempt"),
      column("code"),
      column("enhanced"),
      column("reply"),
      column("command"),
      column("queueId"),
      column("subject"),
      column("pixel"),
      column("digest"),
      column("bounce"),
    ],
  }
}

/** What is secret lives no longer than its mail: of settled messages, in the transaction that settled them. */
export function wipeSealed(ids: string[]): Statement {
  return {
    text: `
      UPDATE mailroom.message_content c SET sealed_context = NULL FROM mailroom.message m
      WHERE m.id = ANY ($1::uuid[]) AND c.message_id = m.id AND c.planned_at = m.planned_at AND c.sealed_context IS NOT NULL`,
    values: [ids],
  }
}
