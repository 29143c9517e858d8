import { answer, parsed } from "../../../call"
import { csvAnswer } from "../../../csv-answer"
import { pollPeopleSchema } from "../../../poll-people-query"

export const GET = answer(async ({ mailroom, params, query, res }) => {
  const poll = await mailroom.polls.get(params.id!)
  const { answer: number } = parsed(pollPeopleSchema, query)
  await csvAnswer(res, `answers-${poll.id}.csv`, mailroom.pollAnswers.peopleCsv(poll, number))
})
