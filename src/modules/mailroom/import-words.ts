import type { ImportPlan } from "../../core/contacts/import-plan"
import type { ProfileDifference } from "../../core/contacts/import-profile"
import type { ImportedPerson } from "../../core/contacts/import-row"
import type { ImportVerdict } from "../../core/contacts/judge-import"
import type { Circumstances, Said } from "./services/consent"
import type { KnownPerson } from "./sql/import-known"

/** Whose import it is and what it may say; the same for all chunks. */
export type ImportContext = {
  importId: string
  plan: ImportPlan
  wordingId: string | null
  by: string | null
}

/** A row of a file, with the key by which its address is known. */
export type PreparedPerson = { person: ImportedPerson; emailHash: Buffer }

/** The row against what is known of its address. */
export type JudgedRow = PreparedPerson & {
  known: KnownPerson | null
  verdict: ImportVerdict
  /** When it was said: the row's own day, else that of the whole file; a "no" without a day is one of now. */
  at: Date
  consentEnds: Date | null
  difference: ProfileDifference | null
}

/** The row says that this person must not be written to. */
export const isNo = ({ person }: PreparedPerson) => ["unsubscribed", "bounced", "complained"].includes(person.status)

/** What the row says, as words of the consent log; a dead address says nothing about consent. */
export function saidBy({ person, verdict, consentEnds, known }: JudgedRow, { plan }: ImportContext): Said[] {
  if (person.status === "unsubscribed" || person.status === "complained")
    return [{ purpose: "marketing", action: "withdraw" }]
  if (verdict.outcome !== "subscribed") return []
  const basis = plan.agreement?.basis ?? null
  const said: Said[] = verdict.topicIds.map((topicId) => ({
    purpose: "topic",
    topicId,
    action: "grant",
    basis,
    expiresAt: consentEnds,
  }))
  if (known?.marketing !== "subscribed")
    said.unshift({ purpose: "marketing", action: "grant", basis, expiresAt: consentEnds })
  return said
}

export function saidAt({ status, consentedAt, leftAt }: ImportedPerson, { agreement }: ImportPlan): Date | null {
  if (status !== "subscribed") return leftAt
  return consentedAt ?? (agreement ? new Date(`${agreement.date}T00:00:00Z`) : null)
}

export function ownOf({ person, verdict, at }: JudgedRow): Partial<Circumstances> {
  return verdict.outcome === "subscribed" ? { at, ip: person.ip } : { at }
}

export function circumstancesOf({ importId, plan, wordingId, by }: ImportContext): Circumstances {
  return { source: "import", method: importId, actor: by ?? "api", wordingId, note: plan.agreement?.note || null }
}
