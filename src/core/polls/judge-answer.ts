import type { PollChoice } from "./poll"

export type AnswerVerdict =
  | { kind: "counts"; answers: number[] }
  | { kind: "refused"; reason: "closed" | "nothing_chosen" | "too_many" | "not_offered" }

type OpenPoll = { answers: PollChoice[]; most_choices: number; closes_at: Date | null }

/** Whether what somebody chose counts. Each answer once, in the order of their numbers. */
export function judgeAnswer(poll: OpenPoll, chosen: number[], now: Date): AnswerVerdict {
  if (isClosed(poll, now)) return { kind: "refused", reason: "closed" }
  const answers = [...new Set(chosen)].sort((a, b) => a - b)
  if (answers.length === 0) return { kind: "refused", reason: "nothing_chosen" }
  if (!answers.every((one) => poll.answers.some(({ number }) => number === one)))
    return { kind: "refused", reason: "not_offered" }
  if (answers.length > poll.most_choices) return { kind: "refused", reason: "too_many" }
  return { kind: "counts", answers }
}

/** From its closing time on. */
export const isClosed = ({ closes_at: closesAt }: Pick<OpenPoll, "closes_at">, now: Date): boolean =>
  closesAt !== null && closesAt <= now
