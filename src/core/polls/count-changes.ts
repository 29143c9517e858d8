import { EVERYBODY } from "./poll-result"

/** What one person has said, and by a mail of which mailing or automation ("" for none). */
export type Said = { answers: number[]; source: string }

export type CountChange = { source: string; answer: number; by: 1 | -1 }

/**
 * Which counters move when somebody answers, or answers anew: of the old answer and of the new one only what differs, in
 * the order in which their rows are locked.
 */
export function countChanges(before: Said | null, after: Said | null): CountChange[] {
  const counters = (said: Said | null) =>
    said ? [EVERYBODY, ...said.answers].map((answer) => ({ source: said.source, answer })) : []
  const [old, now] = [counters(before), counters(after)]
  const isIn = (list: typeof old, { source, answer }: (typeof old)[number]) =>
    list.some((one) => one.source === source && one.answer === answer)
  const changes: CountChange[] = [
    ...old.filter((one) => !isIn(now, one)).map((one) => ({ ...one, by: -1 as const })),
    ...now.filter((one) => !isIn(old, one)).map((one) => ({ ...one, by: 1 as const })),
  ]
  return changes.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.answer - b.answer))
}
