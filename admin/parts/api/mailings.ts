import type { AgainOf } from "../../../src/core/mailings/again"
import type { Copies } from "../../../src/core/mailings/copies"
import type { MailFormat } from "../../../src/core/mailings/mail-format"
import type { Utm } from "../../../src/core/mailings/utm"
import type { SendingWindow } from "../../../src/core/mailings/sending-window"
import type { CreditRule } from "../../../src/core/reports/credit-rule"
import type { AbTest } from "../../../src/core/mailings/ab-test"
import type { AbResult } from "../../../src/core/mailings/ab-result"
import type { MailContent } from "./content"

export type MailingState = "draft" | "scheduled" | "planning" | "sending" | "paused" | "sent" | "stopped" | "failed"

export type ComposedKind = "newsletter" | "targeted" | "serial" | "direct"

export type Audience = { everybody: boolean; include: string[]; exclude: string[]; people: string[] }

/** `members` and `recipients` null: counting took too long. */
export type AudienceCount = {
  members: number | null
  recipients: number | null
  left_out: { reason: string; n: number; people: { contact_id: string; email: string | null; name: string | null }[] }[]
  takes_too_long: boolean
}

export type MailingInput = {
  kind: ComposedKind
  name: string | null
  subject: string
  preheader: string
  document: MailContent["document"]
  topic_id: string | null
  audience: Audience
  credit: CreditRule
  sender_id: string | null
  is_tracked: boolean
  is_copy_kept: boolean
  ab: AbTest | null
  control_share: number
  format: MailFormat
  utm: Utm | null
  copies: Copies
}

export type Mailing = MailingInput & {
  id: string
  shown_name: string
  topic_name: string | null
  state: MailingState
  problem: string | null
  scheduled_at: string | null
  /** "2026-11-30T10:00": on each reader's clock; null = one moment for all. */
  local_wall: string | null
  started_at: string | null
  finished_at: string | null
  /** Until then one click makes it a draft again, and nothing has left. */
  undo_until: string | null
  /** Null = as in the settings. */
  sending_window: SendingWindow | null
  not_later_than: string | null
  again_of: AgainOf | null
  /** Set while what waits gets a corrected text. */
  correcting_after: string | null
  in_archive: boolean
  archived_at: string | null
  ab_result: AbResult | null
  /** Of a direct mail that was sent. */
  sent_message_id: string | null
  revision: number
  created_at: string
  updated_at: string
  created_by: string | null
}

export type Progress = {
  state: MailingState
  audience: number | null
  planned: number
  queued: number
  sent: number
  dropped: number
  failed: number
  in_doubt: number
  cancelled: number
  expired: number
  held: number
  share: number | null
  per_minute: number | null
  eta_seconds: number | null
  eta_text: string
  /** All that is left waits until then; null = something may go now. */
  opens_at: string | null
  problem: string | null
}

export type Checklist = {
  revision: number
  can_send: boolean
  recipients: number | null
  items: {
    key: string
    ok: boolean | null
    severity: "blocks" | "warning" | "info"
    sentence: string
    way_out: string | null
  }[]
}
