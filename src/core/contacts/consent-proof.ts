import type { ConsentAction, ConsentPurpose } from "./consent-fold"

/** An entry of the log with its circumstances, as a proof needs it. */
export type ProofEntry = {
  purpose: ConsentPurpose
  action: ConsentAction
  basis: string | null
  source: string
  method: string | null
  actor: string
  at: Date
  wording: string | null
  pageUrl: string | null
  ip: string | null
  note: string | null
  messageId: string | null
}

/** When, where and how something was said. `page` is null where no page is known; then the source says something. */
export type ProofPart = { at: Date; page: string | null; source: string; ip: string | null; wording: string | null }

/**
 * What there is in answer to "I never signed up" (F19): a double opt-in with both its halves, a declaration on a form of
 * the shop, something that the owner wrote down, or nothing.
 */
export type ConsentProof =
  | { kind: "double_opt_in"; asked: ProofPart | null; confirmed: ProofPart; messageId: string | null }
  | { kind: "declared"; declared: ProofPart; basis: string | null }
  | { kind: "recorded"; recorded: ProofPart; basis: string | null; note: string | null }
  | { kind: "none" }

/** The last word that allowed marketing, whatever was said after it. */
export function consentProof(entries: readonly ProofEntry[]): ConsentProof {
  const marketing = entries
    .filter(({ purpose }) => purpose === "marketing")
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const yes = marketing.filter(({ action }) => action === "confirm" || action === "grant").at(-1)
  if (!yes) return { kind: "none" }
  if (yes.action === "confirm") {
    const asked = marketing.filter(({ action, at }) => action === "request" && at <= yes.at).at(-1)
    return { kind: "double_opt_in", asked: asked ? part(asked) : null, confirmed: part(yes), messageId: yes.messageId }
  }
  if (yes.actor === "contact") return { kind: "declared", declared: part(yes), basis: yes.basis }
  return { kind: "recorded", recorded: part(yes), basis: yes.basis, note: yes.note }
}

function part({ at, pageUrl, source, ip, wording }: ProofEntry): ProofPart {
  return { at, page: pageUrl, source, ip, wording }
}
