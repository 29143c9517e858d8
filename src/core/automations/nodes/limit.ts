import { z } from "zod"
import { nodeKind, type Asked, type Decision } from "../node-kind"

const schema = z.object({ max: z.coerce.number().int().min(1).max(10_000_000) })
export type LimitSettings = z.infer<typeof schema>

/** Lets the first so many through; the others take the other way. */
export const limit = nodeKind({
  kind: "limit",
  group: "flow",
  settings: schema,
  defaults: { max: 100 },
  rests: false,
  exitsOf: () => ["in", "full"],
  decide,
})

function decide({ node, settings: { max }, know }: Asked<LimitSettings>): Decision {
  const question = { about: "place", node: node.id } as const
  const place = know(question)
  if (place === undefined) return { ask: [question] }
  const isIn = place <= max
  const reason = isIn ? "within_limit" : "limit_reached"
  const saw = { place, max }
  return {
    go: isIn ? "in" : "full",
    outcome: isIn ? undefined : reason,
    effects: [{ kind: "decision", verdict: "went", reason, saw }],
  }
}
