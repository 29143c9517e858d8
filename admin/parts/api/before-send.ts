import type { PreflightKey } from "../../../src/core/mailings/preflight-findings"
import type { FoundSign } from "../../../src/core/mailings/spam-signs"

export type { PreflightKey }

export type Preflight = {
  revision: number
  is_old: boolean
  state: "running" | "done" | "cancelled" | "failed"
  problem: string | null
  total: number | null
  done: number
  affected: number
  findings: { key: PreflightKey; n: number }[]
  created_at: string
  began_at: string | null
  finished_at: string | null
}

export type PreflightPerson = {
  contact_id: string
  name: string | null
  email: string | null
  detail: string
  variant: string | null
}

export type MailingSpam = {
  points: number
  limit: number
  signs: FoundSign[]
  level: "fine" | "looks_like_spam" | "likely_spam"
  is_held: boolean
  override: { reason: string; by: string | null; at: string; points: number } | null
  /** The name of who has overridden it. */
  override_by: string | null
  hold: { points: number; signs: FoundSign[]; at: string } | null
}
