import { z } from "zod"
import { lot } from "../lot"
import { nodeKind, type Asked, type Decision } from "../node-kind"

const schema = z.object({
  arms: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9_]{1,20}$/, 'small letters, digits and "_"'),
        name: z.string().trim().max(60).default(""),
        percent: z.coerce.number().min(0).max(100),
      }),
    )
    .min(2, "at least two ways")
    .max(6, "at most six ways")
    .refine((arms) => new Set(arms.map(({ id }) => id)).size === arms.length, "each way needs an id of its own")
    .refine((arms) => Math.abs(sum(arms) - 100) < 0.01, "the shares must add up to 100"),
})
export type SplitSettings = z.infer<typeof schema>

const sum = (arms: { percent: number }[]): number => arms.reduce((total, { percent }) => total + percent, 0)

/** Sends shares of the people different ways (A/B). The same person always goes the same way. */
export const split = nodeKind({
  kind: "split",
  group: "flow",
  settings: schema,
  defaults: {
    arms: [
      { id: "a", name: "A", percent: 50 },
      { id: "b", name: "B", percent: 50 },
    ],
  },
  rests: false,
  exitsOf: ({ arms }) => arms.map(({ id }) => id),
  decide,
})

function decide({ node, settings: { arms }, automation, entrant }: Asked<SplitSettings>): Decision {
  const drawn = lot(`${automation.id}:${node.id}:${entrant.contactId ?? entrant.id}`)
  const arm = armAt(arms, drawn)
  const saw = { drawn: Math.round(drawn * 100) / 100, arm: arm.id }
  return { go: arm.id, effects: [{ kind: "decision", verdict: "went", reason: "drawn_by_lot", saw }] }
}

function armAt(arms: SplitSettings["arms"], drawn: number): SplitSettings["arms"][number] {
  let upTo = 0
  return arms.find(({ percent }) => drawn < (upTo += percent)) ?? arms.filter(({ percent }) => percent > 0).at(-1)!
}
