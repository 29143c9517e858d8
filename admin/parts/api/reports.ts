import type { UnknownReason } from "../../../src/core/reports/report-line"
import type { ControlGroup } from "../../../src/modules/mailroom/services/report-figures"
import type {
  Breakdown,
  Recipient as ReportRecipient,
  Report,
  ReportLine,
} from "../../../src/modules/mailroom/services/reports"

export type { Breakdown, ControlGroup, Report, ReportLine, ReportRecipient, UnknownReason }

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
