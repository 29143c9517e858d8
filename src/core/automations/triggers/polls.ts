import { z } from "zod"
import { LAST_NUMBER, MOST_ANSWERS, pollIdSchema } from "../../polls/poll"
import { clockTrigger } from "./clock-trigger"

export const POLL_ANSWERED = "poll.answered"

export const pollAnsweredSchema = z.object({
  pollId: pollIdSchema,
  /** By their numbers, one of them is enough; none: any answer. */
  answers: z.array(z.number().int().min(1).max(LAST_NUMBER)).max(MOST_ANSWERS).default([]),
})
export type PollAnsweredSettings = z.output<typeof pollAnsweredSchema>

/** Somebody answers a poll, or changes the answer. */
export const POLL_TRIGGERS = [
  clockTrigger({
    kind: POLL_ANSWERED,
    group: "mail",
    subject: "contact",
    settings: pollAnsweredSchema,
    defaults: { pollId: "", answers: [] },
    variables: ["event", "customer"],
    references: ({ pollId }) => ({ poll: [pollId] }),
  }),
]
