import { z } from "zod"
import { nodeKind } from "../node-kind"

const schema = z.object({ segmentId: z.string().trim().min(1, "choose a segment").max(64) })
export type SelectCustomersSettings = z.infer<typeof schema>

/** For a run that began without a person: everybody of a segment goes on from here, each by themselves. */
export const selectCustomers = nodeKind({
  kind: "select_customers",
  group: "person",
  settings: schema,
  defaults: { segmentId: "" },
  rests: false,
  exitsOf: () => ["each"],
  decide: ({ node, settings: { segmentId } }) => ({
    end: "fanned_out",
    effects: node.exits.each ? [{ kind: "fan_out", segmentId, to: node.exits.each }] : [],
  }),
  references: ({ segmentId }) => ({ segment: [segmentId] }),
})
