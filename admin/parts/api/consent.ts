import type { Topic } from "./contacts"

export type TopicTranslations = Record<string, { name?: string; description?: string }>
export type OwnedTopic = Topic & {
  translations: TopicTranslations
  is_default_on: boolean
  is_double_opt_in: boolean
  mailings: number
}

export type CountryRule = "opt_in" | "proven_opt_in" | "canada" | "opt_out" | "unknown"
export type AudienceCounts = {
  subscribed: number
  pending: number
  unsubscribed: number
  never_asked_buyers: number
  never_asked_others: number
}
export type Audience = {
  totals: AudienceCounts & { inactive: number; sunset: number }
  countries: (AudienceCounts & { country: string | null; rule: CountryRule })[]
}
export const BASIS_KINDS = [
  "express_doi",
  "express_soi",
  "soft_opt_in",
  "casl_implied_purchase",
  "casl_implied_inquiry",
  "opt_out_country",
] as const
export type BasisKind = (typeof BASIS_KINDS)[number]
export type BasisPeople = "buyers" | "others" | "all"
export type BasisInput = {
  people: BasisPeople
  countries: string[] | null
  basis: BasisKind
  agreed_on: string
  topic_ids: string[]
  reason: string
  wording: string
}
export type BasisPreview = {
  total: number
  recorded: number
  refused: Record<string, number>
  warnings: Record<string, number>
}
export type BasisRecord = {
  id: string
  people: BasisPeople
  countries: string[] | null
  topic_ids: string[]
  basis: BasisKind
  agreed_on: string
  reason: string
  wording: string
  state: "running" | "done" | "stopped"
  total: number
  seen: number
  recorded: number
  refused: Record<string, number>
  created_at: string
  created_by: string | null
  finished_at: string | null
}

export type Suppression = {
  id: string
  email: string | null
  contact_id: string | null
  domain: string | null
  scope: "all" | "marketing" | "topic"
  topic_id: string | null
  topic_name: string | null
  reason: string
  source: string
  evidence: Record<string, unknown>
  created_at: string
  created_by: string | null
  expires_at: string | null
  lifted_at: string | null
  lifted_by: string | null
  lift_reason: string | null
  is_active: boolean
  can_lift: boolean
}

export type ConsentLine = {
  seq: number
  purpose: "marketing" | "topic" | "tracking" | "pause"
  topic_id: string | null
  action: "request" | "confirm" | "grant" | "withdraw" | "expire"
  basis: string | null
  expires_at: string | null
  source: string
  method: string | null
  message_id: string | null
  actor: string
  at: string
  wording: string | null
  page_url: string | null
  ip: string | null
  note: string | null
}
export type ConsentAnswer = {
  at: string | null
  entries: ConsentLine[]
  addresses: {
    address_id: string
    email: string | null
    state: {
      marketing: { state: string; since: string | null; basis: string | null; expiresAt: string | null }
      tracking: { state: string; since: string | null }
      topics: Record<string, { state: string; since: string }>
      pausedUntil: string | null
    }
  }[]
  broken: number[]
}

export type ProofPart = { at: string; page: string | null; source: string; ip: string | null; wording: string | null }
export type ConsentProof =
  | { kind: "double_opt_in"; asked: ProofPart | null; confirmed: ProofPart; messageId: string | null }
  | { kind: "declared"; declared: ProofPart; basis: string | null }
  | { kind: "recorded"; recorded: ProofPart; basis: string | null; note: string | null }
  | { kind: "none" }
export type ProofAnswer = {
  contact_id: string
  email: string | null
  locale: string
  proof: ConsentProof
  letter: string
  is_stopped: boolean
}

export type ConsentProblem =
  | { kind: "broken_chain"; contact_id: string; rows: number[] }
  | { kind: "state_drift"; contact_id: string; address_id: string; differs: string[] }
  | { kind: "broken_anchor"; day: string; sentence: string }
export type ConsentCheckAnswer = {
  running: { stage: string; chains: number; entries: number; problem_count: number } | null
  last: {
    chains: number
    entries: number
    anchors: number
    problems: ConsentProblem[]
    problem_count: number
    finished_at: string
  } | null
}

export type Why = {
  verdict: "send" | "drop" | "sent" | "waiting" | "other"
  reason: string | null
  key: string | null
  values: Record<string, string>
  text: string
}
