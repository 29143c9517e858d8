import { ADDRESS_PROBLEMS, normaliseAddress } from "./normalise-address"
import { suppressionReasonOf } from "./import-status"
import type { ImportPlan } from "./import-plan"
import { cellsByTarget } from "./import-row"

export type ImportedSuppression = {
  n: number
  /** Null for a whole domain. */
  address: { emailNorm: string; domain: string } | null
  domain: string | null
  reason: "hard_bounce" | "complaint" | "unsubscribed" | "manual"
  scope: "all" | "marketing"
}

export type ReadSuppression = { ok: true; suppression: ImportedSuppression } | { ok: false; problem: string }

/** A row of a suppression list: one address, or a whole domain (`example.com`, `@example.com`, `*@example.com`). */
export function readSuppressionRow(row: { n: number; cells: string[] }, plan: ImportPlan): ReadSuppression {
  const cell = cellsByTarget(row.cells, plan)
  const typed = (cell("email") || cell("domain")).trim()
  const reason = suppressionReasonOf(cell("reason")) ?? plan.reason
  const scope = reason === "hard_bounce" ? "all" : reason === "manual" ? plan.scope : "marketing"
  const domain = domainOf(typed)
  if (domain) return { ok: true, suppression: { n: row.n, address: null, domain, reason, scope } }
  const address = normaliseAddress(typed)
  if (!address.ok)
    return {
      ok: false,
      problem: `${JSON.stringify(typed.slice(0, 80))} is no e-mail address and no domain: ${ADDRESS_PROBLEMS[address.problem]}.`,
    }
  return { ok: true, suppression: { n: row.n, address, domain: null, reason, scope } }
}

function domainOf(typed: string): string | null {
  const name = typed.replace(/^\*?@/, "")
  if (name.includes("@")) return null
  const probe = normaliseAddress(`probe@${name}`)
  return probe.ok ? probe.domain : null
}
