import type { MailContent } from "../templates/document"
import { localesOf } from "../templates/localise-content"
import { spamFeatures } from "./spam-features"
import { LIKELY_SPAM, LOOKS_LIKE_SPAM, spamScore, type SpamScore } from "./spam-signs"

/** Who sends it all the same, why, and how many points they saw. */
export type SpamOverride = { reason: string; by: string | null; at: string; points: number }

export type SpamVerdict = SpamScore & {
  level: "fine" | "looks_like_spam" | "likely_spam"
  /** Nobody gets it: likely spam, and nobody took that upon themselves. */
  isHeld: boolean
}

/** Of the language in which it is worst. */
export function contentSpamScore(content: MailContent, shopLocale: string): SpamScore {
  const scores = localesOf(content.document, shopLocale).map((locale) =>
    spamScore(spamFeatures(content, locale, shopLocale)),
  )
  return scores.reduce((worst, one) => (one.points > worst.points ? one : worst))
}

/** An override holds for what was seen: text that has become worse since asks again. */
export function spamVerdict(score: SpamScore, override: SpamOverride | null): SpamVerdict {
  const isLikely = score.points >= LIKELY_SPAM
  const level = isLikely ? "likely_spam" : score.points >= LOOKS_LIKE_SPAM ? "looks_like_spam" : "fine"
  return { ...score, level, isHeld: isLikely && (override === null || override.points < score.points) }
}
