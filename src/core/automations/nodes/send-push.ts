import { z } from "zod"
import { pushTextShape } from "../../channels/channel-text"
import { nodeKind } from "../node-kind"
import { saidOutside, SAID_EXITS } from "./outside"
import { STILL } from "./send-email"

const schema = z.object({
  ...pushTextShape,
  class: z.enum(["tx", "marketing"]).default("marketing"),
  onlyIf: z.array(z.enum(STILL)).max(STILL.length).default([]),
})
export type SendPushSettings = z.infer<typeof schema>

/** A notification on the person's devices, by the provider that the shop has for push. */
export const sendPush = nodeKind({
  kind: "send_push",
  group: "send",
  settings: schema,
  defaults: { title: "", text: "", class: "marketing" },
  rests: false,
  exitsOf: () => SAID_EXITS,
  decide: (asked) => saidOutside(asked, { what: "send_push", settings: asked.settings }),
  references: () => ({ channel: ["push"] }),
})
