import { typoHint } from "./typo-hint"

/** What the contact quality page finds (F58). */
export const QUALITY_KINDS = ["undeliverable", "typo", "role", "no_name", "duplicate"] as const
export type QualityKind = (typeof QUALITY_KINDS)[number]
/** Where the right value can be guessed from the address. */
export type CorrectableKind = "typo" | "no_name"
export const isCorrectable = (kind: QualityKind): kind is CorrectableKind => kind === "typo" || kind === "no_name"

export type QualityFacts = {
  emailNorm: string
  firstName: string | null
  lastName: string | null
  /** A hard bounce, or a host that takes no mail, holds now. */
  isUndeliverable: boolean
}

/** `suggestion`: the address that was meant, the name that the address tells, or the mailbox that both share. */
export type QualityProblem = { kind: QualityKind; suggestion: string | null }

/** Everything that looks wrong with one contact. Whether somebody else has the same mailbox only the database knows. */
export function qualityProblems({ emailNorm, firstName, lastName, isUndeliverable }: QualityFacts): QualityProblem[] {
  const meant = typoHint(emailNorm)
  const mailbox = mailboxOf(emailNorm)
  const isRole = isRoleAddress(emailNorm)
  return [
    ...(isUndeliverable ? [problem("undeliverable", null)] : []),
    ...(meant ? [problem("typo", meant)] : []),
    ...(isRole ? [problem("role", null)] : []),
    ...(!firstName && !lastName ? [problem("no_name", isRole ? null : nameIn(emailNorm))] : []),
    ...(mailbox === emailNorm ? [] : [problem("duplicate", mailbox)]),
  ]
}

const problem = (kind: QualityKind, suggestion: string | null): QualityProblem => ({ kind, suggestion })

const ROLES = new Set(
  `abuse accounting accounts admin administrator bestellung billing buchhaltung compta contact contacto contatti customerservice
  einkauf finance hello help helpdesk hello hostmaster hr info jobs kontakt kundenservice mail mailer-daemon marketing no-reply
  noreply office orders postmaster press rechnung root sales security service shop spam support team tech verkauf webmaster`
    .split(/\s+/)
    .filter(Boolean),
)

/** Read by whoever has the duty: complaints come easily, and nobody in person has agreed. */
export function isRoleAddress(emailNorm: string): boolean {
  return ROLES.has(emailNorm.split("@")[0]!.split("+")[0]!)
}

/**
 * The mailbox that most probably stands behind an address: without a plus tag, at Gmail without dots. Only to point at
 * likely duplicates; what tells people apart stays the address itself.
 */
export function mailboxOf(emailNorm: string): string {
  const [local = "", host = ""] = emailNorm.split("@")
  const plain = local.split("+")[0] || local
  if (host === "gmail.com" || host === "googlemail.com") return `${plain.replaceAll(".", "")}@gmail.com`
  return `${plain}@${host}`
}

/** "ada.lovelace@…" → "Ada Lovelace"; null when the address tells no name. */
export function nameIn(emailNorm: string): string | null {
  const parts = emailNorm.split("@")[0]!.split("+")[0]!.split(/[._-]/)
  if (parts.length !== 2 || parts.some((part) => !/^\p{L}{2,}$/u.test(part))) return null
  return parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join(" ")
}
