import { z } from "zod"

const STATES = {
  inside: ["due", "waiting"],
  done: ["done"],
  stopped: ["stopped", "moved"],
  failed: ["failed"],
  refused: ["refused"],
} as const

/** Which people of an automation are wanted. */
export const entrantFilterSchema = z.object({
  state: z.enum(Object.keys(STATES) as (keyof typeof STATES)[]).optional(),
  node: z.string().max(64).optional(),
  q: z.string().max(254).optional(),
})

export type EntrantFilter = z.infer<typeof entrantFilterSchema>

/** The states of the table that a word of the screen means; null: all. */
export const statesOf = (state: EntrantFilter["state"]): string[] | null => (state ? [...STATES[state]] : null)
