import type { PollAnswerInput, PollChoice } from "./poll"

export type Numbered =
  | { kind: "numbered"; answers: PollChoice[]; lastNumber: number }
  /** A number that this poll never gave, or that stands there twice. */
  | { kind: "unknown_number"; number: number }
  | { kind: "same_text"; text: string }

/**
 * Gives new answers their numbers. A number is never given again, because links in mails that were sent long ago carry
 * it: an old link must not choose a new answer.
 */
export function numberAnswers(given: PollAnswerInput[], before: PollChoice[], lastNumber: number): Numbered {
  const known = new Set(before.map(({ number }) => number))
  const seen = new Set<number>()
  const texts = new Set<string>()
  let last = lastNumber
  const answers: PollChoice[] = []
  for (const { number, text } of given) {
    if (number !== null && (!known.has(number) || seen.has(number))) return { kind: "unknown_number", number }
    const spelled = text.toLocaleLowerCase()
    if (texts.has(spelled)) return { kind: "same_text", text }
    texts.add(spelled)
    const own = number ?? (last += 1)
    seen.add(own)
    answers.push({ number: own, text })
  }
  return { kind: "numbered", answers, lastNumber: last }
}
