import { countryRule } from "./country-rules"

/** Legal bases that an owner may record for people who were never asked by Mailroom (F57). */
export const RECORDABLE_BASES = [
  "express_doi",
  "express_soi",
  "soft_opt_in",
  "casl_implied_purchase",
  "casl_implied_inquiry",
  "opt_out_country",
] as const
export type RecordableBasis = (typeof RECORDABLE_BASES)[number]

/** Why a basis cannot hold for somebody. The screen has a sentence under the same key. */
export type BasisRefusal =
  "not_a_buyer" | "only_in_canada" | "use_casl_instead" | "country_wants_consent" | "already_over"

/** What the owner should know although the basis may be recorded. */
export type BasisWarning = "germany_wants_double_opt_in" | "country_unknown" | "ends_by_itself"

export type BasisVerdict =
  { kind: "record"; expiresAt: Date | null; warning: BasisWarning | null } | { kind: "refuse"; reason: BasisRefusal }

export type BasisQuestion = {
  basis: RecordableBasis
  country: string | null
  lastOrderAt: Date | null
  /** The day on which the person agreed, asked or bought, as the owner says. */
  agreedOn: Date
  now: Date
}

const DAY = 24 * 3600 * 1000
/** CASL: implied consent lasts two years from a purchase and six months from an inquiry. */
export const CASL_PURCHASE_DAYS = 730
export const CASL_INQUIRY_DAYS = 183

/** May this basis be written down for this person, until when, and what does the country ask besides? */
export function recordBasis(question: BasisQuestion): BasisVerdict {
  const rule = countryRule(question.country)
  switch (question.basis) {
    case "express_doi":
      return record(null, rule === "unknown" ? "country_unknown" : null)
    case "express_soi":
      return record(null, warningOf(rule))
    case "soft_opt_in":
      if (rule === "canada") return refuse("use_casl_instead")
      return question.lastOrderAt ? record(null, rule === "unknown" ? "country_unknown" : null) : refuse("not_a_buyer")
    case "casl_implied_purchase":
      if (!question.lastOrderAt) return refuse("not_a_buyer")
      return caslUntil(question, question.lastOrderAt, CASL_PURCHASE_DAYS)
    case "casl_implied_inquiry":
      return caslUntil(question, question.agreedOn, CASL_INQUIRY_DAYS)
    case "opt_out_country":
      return rule === "opt_out" ? record(null, null) : refuse("country_wants_consent")
  }
}

function caslUntil({ country, now }: BasisQuestion, from: Date, days: number): BasisVerdict {
  if (countryRule(country) !== "canada") return refuse("only_in_canada")
  const expiresAt = new Date(from.getTime() + days * DAY)
  return expiresAt <= now ? refuse("already_over") : record(expiresAt, "ends_by_itself")
}

function warningOf(rule: ReturnType<typeof countryRule>): BasisWarning | null {
  if (rule === "proven_opt_in") return "germany_wants_double_opt_in"
  return rule === "unknown" ? "country_unknown" : null
}

const record = (expiresAt: Date | null, warning: BasisWarning | null): BasisVerdict => ({
  kind: "record",
  expiresAt,
  warning,
})
const refuse = (reason: BasisRefusal): BasisVerdict => ({ kind: "refuse", reason })
