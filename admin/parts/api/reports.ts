import type { CreditRule } from "../../../src/core/reports/credit-rule"
import type { ControlGroup } from "../../../src/modules/mailroom/services/report-figures"
import type { Breakdown } from "../../../src/modules/mailroom/services/reports"
import type { MessageStatus, ShownStatus, StarFacts } from "./outbox"

export type UnknownReason = "nobody_tracked" | "nothing_sent" | "no_feedback"

export type ReportLine = {
  source_id: string
  kind: string
  is_running: boolean
  name: string
  created_at: string | null
  state: string
  planned: number
  sent: number
  tracked: number
  open: number | null
  open_rate: number | null
  open_rate_tracked: number | null
  click: number | null
  unsubscribed: number
  blocked: number
  spam: number | null
  blocked_spam: number | null
  unknown: Record<string, UnknownReason>
}

export type { Breakdown, ControlGroup }

export type Report = ReportLine & {
  anonymous_opens: number
  hours: { hour: string; sent: number; open: number; click: number }[]
  advice: string | null
  revenue: { rule: CreditRule; amounts: { currency: string; orders: number; net: string }[] }
  /** Null: it is being counted for the first time. */
  breakdown: Breakdown | null
}

/** `domain` empty: all the smaller ones together. */
export type DomainFigures = Breakdown["domains"][number]

/** The mail that brought an order. */
export type OrderCredit = {
  source_id: string
  name: string | null
  subject: string | null
  message_id: string
  clicked_at: string | null
}

export type ReportRecipient = {
  message_id: string
  contact_id: string | null
  email: string | null
  name: string | null
  status: MessageStatus
  shown_status: ShownStatus
  reason: string | null
  reason_text: string | null
  status_changed_at: string
  customer_changed_at: string | null
  star: StarFacts
}
