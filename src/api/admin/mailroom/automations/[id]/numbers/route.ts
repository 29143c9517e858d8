import { z } from "zod"
import { answer, parsed } from "../../../call"

const querySchema = z.object({ version: z.uuid().optional() })

/** Without `version`, of all versions together. */
export const GET = answer(async ({ mailroom, params, query }) => {
  const { id } = await mailroom.automations.retrieve(params.id!)
  const { version = null } = parsed(querySchema, query)
  const [nodes, outcomes] = await Promise.all([
    mailroom.automationFigures.nodes(id, version),
    mailroom.automationFigures.outcomes(id),
  ])
  return { nodes, outcomes }
})
