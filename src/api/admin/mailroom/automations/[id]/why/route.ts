import { z } from "zod"
import { answer, parsed } from "../../../call"

const querySchema = z.object({ contact: z.uuid() })

/** "Why did, or didn't, she enter, and what became of it?" (F49) */
export const GET = answer(async ({ mailroom, params, query }) => {
  const { id } = await mailroom.automations.retrieve(params.id!)
  const { entries, notEntered } = await mailroom.automationEntrants.why(id, parsed(querySchema, query).contact)
  return { entries, not_entered: notEntered }
})
