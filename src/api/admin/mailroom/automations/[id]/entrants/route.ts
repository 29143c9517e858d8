import { z } from "zod"
import { answer, parsed } from "../../../call"

const STATES = {
  inside: ["due", "waiting"],
  done: ["done"],
  stopped: ["stopped", "moved"],
  failed: ["failed"],
  refused: ["refused"],
} as const

const querySchema = z.object({
  state: z.enum(Object.keys(STATES) as (keyof typeof STATES)[]).optional(),
  node: z.string().max(64).optional(),
  q: z.string().max(254).optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const GET = answer(async ({ mailroom, params, query }) => {
  const { state, ...rest } = parsed(querySchema, query)
  const { id } = await mailroom.automations.retrieve(params.id!)
  return mailroom.automationEntrants.list(id, { ...rest, states: state ? [...STATES[state]] : null })
})
