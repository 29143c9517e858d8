import type { BounceClass } from "../messages/smtp-verdict"
import type { MessageClass, MessageKind, MessageStatus } from "../messages/states"
import { shownWord, type ShownWord } from "./shown"
import { starOf, type Star } from "./star"
import { whyText } from "./why"

/** One line of the Outbox, as the API answers it. */
export type OutboxRow = {
  id: string
  type: MessageKind
  class: MessageClass
  to: string | null
  to_name: string | null
  contact_id: string | null
  subject: string | null
  status: MessageStatus
  shown_status: ShownWord
  reason: string | null
  reason_text: string | null
  star: Star
  source_id: string | null
  source_name: string | null
  about: { kind: string; id: string } | null
  is_test: boolean
  planned_at: string
  settled_at: string | null
}

/** What the database has of it (`sql/outbox.ts`). */
export type StoredMessage = {
  id: string
  kind: string
  class: string
  to_email: string | null
  to_name: string | null
  contact_id: string | null
  subject: string | null
  status: string
  reason: string | null
  source_id: string | null
  source_name: string | null
  subject_kind: string | null
  subject_id: string | null
  is_test: boolean
  planned_at: Date
  settled_at: Date | null
  is_tracked: boolean
  is_copy_kept: boolean
  pixel: "none" | "aggregate" | "personal"
  bounce_class: string | null
  delivered_at: Date | null
  bounced_at: Date | null
  complained_at: Date | null
  unsubscribed_at: Date | null
  first_open_human_at: Date | null
  last_open_human_at: Date | null
  first_open_machine_at: Date | null
  first_click_human_at: Date | null
}

export function outboxRow(row: StoredMessage): OutboxRow {
  const status = row.status as MessageStatus
  return {
    id: row.id,
    type: row.kind as MessageKind,
    class: row.class as MessageClass,
    to: row.to_email,
    to_name: row.to_name,
    contact_id: row.contact_id,
    subject: row.subject,
    status,
    shown_status: shownWord({
      status,
      complainedAt: row.complained_at,
      unsubscribedAt: row.unsubscribed_at,
      bouncedAt: row.bounced_at,
      bounceClass: row.bounce_class as BounceClass | null,
      firstClickHumanAt: row.first_click_human_at,
      firstOpenHumanAt: row.first_open_human_at,
      deliveredAt: row.delivered_at,
    }),
    reason: row.reason,
    reason_text: whyText(row.reason),
    star: starOf({
      status,
      isTracked: row.is_tracked,
      isCopyKept: row.is_copy_kept,
      pixel: row.pixel,
      firstOpenHumanAt: isoOrNull(row.first_open_human_at),
      lastOpenHumanAt: isoOrNull(row.last_open_human_at),
      firstOpenMachineAt: isoOrNull(row.first_open_machine_at),
    }),
    source_id: row.source_id,
    source_name: row.source_name,
    about: row.subject_kind && row.subject_id ? { kind: row.subject_kind, id: row.subject_id } : null,
    is_test: row.is_test,
    planned_at: row.planned_at.toISOString(),
    settled_at: isoOrNull(row.settled_at),
  }
}

export function isoOrNull(at: Date | string | null | undefined): string | null {
  return at ? new Date(at).toISOString() : null
}
