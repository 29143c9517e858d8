import { z } from "zod"
import { pollSchema } from "../../../../../core/polls/poll"
import { answer, parsed } from "../../call"
import { pollAnswer } from "../../poll-answer"

const changeSchema = pollSchema.extend({ revision: z.number().int().min(1) })

export const GET = answer(async ({ mailroom, params }) => pollAnswer(mailroom, await mailroom.polls.get(params.id!)))

export const POST = answer(async ({ mailroom, params, body }) =>
  pollAnswer(mailroom, await mailroom.polls.update(params.id!, parsed(changeSchema, body))),
)

export const DELETE = answer(async ({ mailroom, params }) => {
  await mailroom.polls.remove(params.id!)
  return { id: params.id, deleted: true }
})
