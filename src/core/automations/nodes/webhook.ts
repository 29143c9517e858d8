import { z } from "zod"
import { nodeKind } from "../node-kind"
import { carriedOut, OUTSIDE_EXITS } from "./outside"

/** What goes along beside ids; nothing of a person unless it is ticked. */
export const WEBHOOK_PARTS = ["contact", "order", "lines"] as const

const schema = z.object({
  endpointId: z.string().trim().min(1, "choose where it goes").max(64),
  /** The `type` that the receiver reads. */
  event: z
    .string()
    .trim()
    .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, 'small letters, digits, "_" and dots, e.g. "order.paid"')
    .max(100)
    .default("automation.step"),
  with: z.array(z.enum(WEBHOOK_PARTS)).max(WEBHOOK_PARTS.length).default([]),
})
export type WebhookSettings = z.infer<typeof schema>

/** Tells another system, signed (Standard Webhooks) and repeated until it has heard. */
export const webhook = nodeKind({
  kind: "webhook",
  group: "team",
  settings: schema,
  defaults: { endpointId: "", event: "automation.step", with: [] },
  rests: false,
  exitsOf: () => OUTSIDE_EXITS,
  decide: (asked) => carriedOut(asked, { what: "webhook", settings: asked.settings }),
})
