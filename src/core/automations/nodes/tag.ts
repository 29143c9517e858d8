import { z } from "zod"
import { nodeKind } from "../node-kind"

const names = z.array(z.string().trim().min(1).max(60)).max(20).default([])

const schema = z
  .object({ add: names, remove: names })
  .refine(({ add, remove }) => add.length + remove.length > 0, { path: ["add"], message: "name at least one tag" })
  .refine(({ add, remove }) => !add.some((tag) => remove.includes(tag)), {
    path: ["remove"],
    message: "the same tag cannot be set and removed",
  })

/** Sets and removes tags of the person. */
export const tag = nodeKind({
  kind: "tag",
  group: "person",
  settings: schema,
  defaults: { add: [], remove: [] },
  rests: false,
  exitsOf: () => ["next"],
  decide: ({ settings }) => ({ go: "next", effects: [{ kind: "tag", ...settings }] }),
})
