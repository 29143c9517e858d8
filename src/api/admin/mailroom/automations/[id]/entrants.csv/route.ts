import { answer, parsed } from "../../../call"
import { csvAnswer } from "../../../csv-answer"
import { entrantFilterSchema, statesOf } from "../../../entrant-query"

export const GET = answer(async ({ mailroom, params, query, res }) => {
  const { state, ...rest } = parsed(entrantFilterSchema, query)
  const { id } = await mailroom.automations.retrieve(params.id!)
  const lines = mailroom.automationEntrants.csv(id, { ...rest, states: statesOf(state) })
  await csvAnswer(res, `people-${id}.csv`, lines)
})
