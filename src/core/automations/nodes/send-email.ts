import { z } from "zod"
import { addressSchema } from "../address-schema"
import type { Effect } from "../effects"
import { nodeKind, type Asked, type Decision } from "../node-kind"

/** What must still hold in the moment of handing over (F48); read from the live shop. */
export const STILL = [
  "cart_still_open",
  "order_not_cancelled",
  "order_not_refunded",
  "product_in_stock",
  "price_unchanged",
  "no_open_return",
  "not_ordered_since",
] as const

const schema = z.object({
  /** Key of a built-in template, or id of one from Templates. */
  template: z.string().trim().min(1, "choose a template").max(64),
  class: z.enum(["tx", "marketing"]).default("marketing"),
  /** Of a marketing mail: whoever left the topic does not get it. Null: the automation's, if it has one. */
  topicId: z.string().min(1).max(64).nullable().default(null),
  bcc: z.array(addressSchema).max(10).default([]),
  onlyIf: z.array(z.enum(STILL)).max(STILL.length).default([]),
  senderId: z.string().min(1).max(64).nullable().default(null),
  isSecret: z.boolean().default(false),
})
export type SendEmailSettings = z.infer<typeof schema>

/** Whole settings from what another kind of step knows of a mail. */
export const emailSettingsOf = (given: z.input<typeof schema>): SendEmailSettings => schema.parse(given)

/**
 * A mail to the shopper. Steps behind it run only for people to whom it was really sent (F13): where an exit leads
 * anywhere, the entrant rests here until the mail has settled.
 */
export const sendEmail = nodeKind({
  kind: "send_email",
  group: "send",
  settings: schema,
  defaults: { template: "", class: "marketing" },
  rests: false,
  exitsOf: () => ["sent", "not_sent"],
  decide: (asked) => (asked.entrant.rested === 0 ? send(asked) : follow(asked)),
  references: ({ template, topicId, senderId }) => ({
    template: [template],
    ...(topicId ? { topic: [topicId] } : {}),
    ...(senderId ? { sender: [senderId] } : {}),
  }),
})

function send({ node, settings, automation, know, now }: Asked<SendEmailSettings>): Decision {
  const facts = know({ about: "occurrence" })
  if (!facts) return { ask: [{ about: "occurrence" }] }
  const effects: Effect[] = [{ kind: "mail_shopper", settings }]
  if (automation.settings.ownerCopy.enabled && !settings.isSecret) effects.push({ kind: "mail_owner", settings })
  const outcome = facts.shopper.email ? "mailed" : "no_address"
  // Nobody waits for the answer where nothing follows.
  if (!node.exits.sent && !node.exits.not_sent) return { go: "sent", effects, outcome }
  return { wait: after(now, LOOKS_AFTER_SECONDS[0]!), effects, outcome }
}

/** Seconds between looks: a mail is usually out in two; one that waits for its quiet hours is looked at once an hour. */
const LOOKS_AFTER_SECONDS = [2, 10, 60, 300, 3600]

function follow({ node, entrant, know, now }: Asked<SendEmailSettings>): Decision {
  const question = { about: "mail_state", node: node.id, visit: entrant.visit } as const
  const mail = know(question)
  if (mail === undefined) return { ask: [question] }
  if (mail?.status === "queued" || mail?.status === "held")
    return { wait: after(now, LOOKS_AFTER_SECONDS[Math.min(entrant.rested, LOOKS_AFTER_SECONDS.length - 1)]!) }
  if (mail?.status === "sent" || mail?.status === "in_doubt") return { go: "sent" }
  const reason = mail?.reason ?? "message_missing"
  return { go: "not_sent", outcome: reason, effects: [{ kind: "decision", verdict: "went", reason, saw: { mail } }] }
}

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)
