import { z } from "zod"
import { smsTextShape } from "../../channels/channel-text"
import { nodeKind } from "../node-kind"
import { saidOutside, SAID_EXITS } from "./outside"
import { STILL } from "./send-email"

const schema = z.object({
  ...smsTextShape,
  class: z.enum(["tx", "marketing"]).default("marketing"),
  onlyIf: z.array(z.enum(STILL)).max(STILL.length).default([]),
})
export type SendSmsSettings = z.infer<typeof schema>

/** A text message to the person's telephone, by the provider that the shop has for SMS. */
export const sendSms = nodeKind({
  kind: "send_sms",
  group: "send",
  settings: schema,
  defaults: { text: "", class: "marketing" },
  rests: false,
  exitsOf: () => SAID_EXITS,
  decide: (asked) => saidOutside(asked, { what: "send_sms", settings: asked.settings }),
  references: () => ({ channel: ["sms"] }),
})
