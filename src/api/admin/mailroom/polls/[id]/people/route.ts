import { answer, parsed } from "../../../call"
import { pollPeopleSchema } from "../../../poll-people-query"
import { pageSchema } from "../../../query"

const querySchema = pageSchema.extend(pollPeopleSchema.shape)

export const GET = answer(async ({ mailroom, params, query }) => {
  const { id } = await mailroom.polls.get(params.id!)
  return mailroom.pollAnswers.people(id, parsed(querySchema, query))
})
