import { z } from "zod"
import { answer, parsed } from "../call"
import { mailingAnswer, mailingAnswers } from "../mailing-answer"
import { mailingInputSchema } from "../mailing-input"
import { pageSchema } from "../query"

const querySchema = pageSchema.extend({
  state: z.string().max(20).optional(),
  q: z.string().trim().max(200).optional(),
})

export const GET = answer(async ({ mailroom, query }) => {
  const { mailings, next_cursor } = await mailroom.mailings.list(parsed(querySchema, query))
  return { mailings: await mailingAnswers(mailroom, mailings), next_cursor }
})

export const POST = answer(async ({ mailroom, actor, body }) => {
  const mailing = await mailroom.mailings.create(parsed(mailingInputSchema, body), actor.userId)
  return { mailing: await mailingAnswer(mailroom, mailing) }
})
