import type { Finding } from "../../../src/core/settings/findings"
import type { ReadinessState as Readiness } from "../../../src/modules/mailroom/services/readiness"
import type { ReportLine } from "./reports"

export type { Finding, Readiness }

/** Shapes of docs/api.md; null in a figure means unknown, never zero. */
export type GoLive = {
  has_past_orders: boolean
  shop_mails: { total: number | null; templates: { template: string; count: number; last_at: string }[] }
  mode: "live" | "to_me_only"
  to_me_address: string | null
  templates: {
    id: string
    key: string
    name: string
    is_on: boolean
    switched_on_at: string | null
    shop_already_mails: boolean | null
    verdict: "mails" | "listens" | "other_mails" | "nothing" | "unknown"
    /** Mails or listeners that the verdict is about, and their names. */
    count: number
    names: string
    sentence: string
  }[]
}

export type Overview = {
  readiness: { ready: boolean; marketing_ready: boolean; findings: Finding[] }
  outbox: {
    queued: number
    due: number
    oldest_due_seconds: number | null
    in_flight: number
    held: number
    in_doubt: number
    failed_24h: number
    sent_24h: number
    lanes: {
      id: number
      name: string
      state: "open" | "paused" | "closed"
      mailing_id: string | null
      queued: number
      due: number
      oldest_due_seconds: number | null
    }[]
  }
  heartbeat: {
    age_seconds: number | null
    is_late: boolean
    loops: { name: string; role: string; process_id: string; age_seconds: number; is_late: boolean }[]
  }
  tracking: { unrecorded_24h: number | null }
  dispatches: ReportLine[]
}
