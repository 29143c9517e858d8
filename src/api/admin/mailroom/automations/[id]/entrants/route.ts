import { z } from "zod"
import { answer, parsed } from "../../../call"
import { entrantFilterSchema, statesOf } from "../../../entrant-query"

const querySchema = entrantFilterSchema.extend({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const GET = answer(async ({ mailroom, params, query }) => {
  const { state, ...rest } = parsed(querySchema, query)
  const { id } = await mailroom.automations.retrieve(params.id!)
  return mailroom.automationEntrants.list(id, { ...rest, states: statesOf(state) })
})
