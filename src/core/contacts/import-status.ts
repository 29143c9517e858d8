import { plain } from "./import-presets"
import type { ImportStatus } from "./import-plan"

/** The words of the big services for what a person is; unknown ones are not guessed. */
const WORDS: Record<ImportStatus, string[]> = {
  subscribed: [
    "subscribed",
    "active",
    "yes",
    "true",
    "1",
    "y",
    "ja",
    "oui",
    "si",
    "sí",
    "optedin",
    "optin",
    "confirmed",
    "express",
    "explicit",
    "enabled",
    "subscribe",
  ],
  unsubscribed: [
    "unsubscribed",
    "unsubscribe",
    "optedout",
    "optout",
    "left",
    "inactive",
    "removed",
    "blocklisted",
    "blacklisted",
    "suppressed",
    "abgemeldet",
    "désabonné",
  ],
  bounced: ["bounced", "bounce", "cleaned", "hardbounce", "hardbounced", "undeliverable", "invalid", "invalidemail"],
  complained: ["complained", "complaint", "spam", "spamcomplaint", "junk", "abuse", "markedasspam"],
  contact: [
    "no",
    "false",
    "0",
    "n",
    "nein",
    "non",
    "never",
    "neversubscribed",
    "nonsubscribed",
    "notsubscribed",
    "transactional",
    "unconfirmed",
    "pending",
    "notset",
    "temporaryhold",
    "awaitingconfirmation",
    "none",
    "implied",
    "redacted",
  ],
}

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([status, words]) => words.map((word) => [plain(word), status as ImportStatus])),
)

/**
 * What a cell of a status column says: `default` where it says nothing (the choice for the whole file holds), null when
 * nobody can know. In a column that is called blacklisted or suppressed "yes" means left, and "no" nothing.
 */
export function statusOf(word: string, columnName: string): ImportStatus | "default" | null {
  const said = plain(word)
  if (said === "") return "default"
  const status = BY_WORD.get(said) ?? null
  if (!/black|block|suppress|unsub|optout/.test(plain(columnName))) return status
  if (status === "subscribed") return "unsubscribed"
  return status === "contact" ? "default" : status
}

/** The reason of a suppression as other services name it; null when it says nothing known. */
export function suppressionReasonOf(word: string): "hard_bounce" | "complaint" | "unsubscribed" | "manual" | null {
  const said = plain(word)
  if (said === "") return null
  if (/bounce|invalid|undeliver|clean|userunknown|nosuch/.test(said)) return "hard_bounce"
  if (/complain|spam|abuse|junk/.test(said)) return "complaint"
  if (/unsub|optout|left|abmeld/.test(said)) return "unsubscribed"
  return /manual|user|admin|block|suppress|other|import/.test(said) ? "manual" : null
}
