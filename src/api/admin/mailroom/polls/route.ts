import { z } from "zod"
import { pollSchema } from "../../../../core/polls/poll"
import { answer, parsed } from "../call"
import { pollAnswer } from "../poll-answer"

const querySchema = z.object({ q: z.string().max(200).optional() })

export const GET = answer(async ({ mailroom, query }) => ({
  polls: await mailroom.polls.list(parsed(querySchema, query).q),
}))

export const POST = answer(async ({ mailroom, actor, body }) =>
  pollAnswer(mailroom, await mailroom.polls.create(parsed(pollSchema, body), actor.userId)),
)
