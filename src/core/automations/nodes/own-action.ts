import { z } from "zod"
import { nodeKind } from "../node-kind"
import { carriedOut, OUTSIDE_EXITS } from "./outside"

const schema = z.object({
  /** Id under which the shop's code has registered it. */
  actionId: z.string().trim().min(1, "choose an action").max(64),
  /** As the action's own schema has them; looked at again when it runs. */
  settings: z.record(z.string(), z.unknown()).default({}),
})
export type OwnActionSettings = z.infer<typeof schema>

/** Something that the shop's own code does: points, a call, whatever it registers by `registerAction`. */
export const ownAction = nodeKind({
  kind: "own_action",
  group: "shop",
  settings: schema,
  defaults: { actionId: "", settings: {} },
  rests: false,
  exitsOf: () => OUTSIDE_EXITS,
  decide: (asked) => carriedOut(asked, { what: "own_action", settings: asked.settings }),
})
