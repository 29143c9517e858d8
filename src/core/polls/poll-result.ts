import type { PollChoice } from "./poll"

/** One counter: how many people chose an answer; 0 is everybody who answered at all. */
export type PollCount = { answer: number; people: number }

export type PollResult = {
  people: number
  /** `share`: of the people who answered, 0 to 1; with several choices they add up to more than 1. Null: nobody yet. */
  answers: (PollChoice & { people: number; share: number | null })[]
}

/** The answers in the author's order with how many people chose each. */
export function pollResult(answers: PollChoice[], counts: PollCount[]): PollResult {
  const of = (number: number) => counts.find(({ answer }) => answer === number)?.people ?? 0
  const people = of(EVERYBODY)
  return {
    people,
    answers: answers.map((one) => {
      const chosen = of(one.number)
      return { ...one, people: chosen, share: people > 0 ? chosen / people : null }
    }),
  }
}

/** Under which number all who answered are counted. */
export const EVERYBODY = 0
