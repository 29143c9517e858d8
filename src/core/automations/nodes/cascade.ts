import { z } from "zod"
import { pushTextShape, smsTextShape } from "../../channels/channel-text"
import type { Effect } from "../effects"
import { hasComeTrue, MAIL_OUTCOMES, nextLook, outcomeDeadline } from "../mail-outcome"
import { nodeKind, type Asked, type Decision } from "../node-kind"
import type { EffectState, MailState } from "../questions"
import { hasLeft, nextEffectLook, whyNotCarriedOut } from "./outside"
import type { WayReason } from "../way-reasons"
import { emailSettingsOf, STILL } from "./send-email"

const byEmail = z.object({
  channel: z.literal("email"),
  template: z.string().trim().min(1, "choose the mail").max(64),
  /** What makes it reach the person. */
  reachedWhen: z.enum(MAIL_OUTCOMES).default("opened"),
  /** So long it has for that, from when it went out. */
  withinHours: z.coerce.number().int().min(0).max(720).default(24),
})
const bySms = z.object({ channel: z.literal("sms"), ...smsTextShape })
const byPush = z.object({ channel: z.literal("push"), ...pushTextShape })

const schema = z.object({
  channels: z
    .array(z.discriminatedUnion("channel", [byEmail, bySms, byPush]))
    .min(2, "at least two channels")
    .max(3, "each channel once")
    .refine((all) => new Set(all.map(({ channel }) => channel)).size === all.length, "each channel once"),
  class: z.enum(["tx", "marketing"]).default("marketing"),
  topicId: z.string().min(1).max(64).nullable().default(null),
  onlyIf: z.array(z.enum(STILL)).max(STILL.length).default([]),
})
export type CascadeSettings = z.infer<typeof schema>
type Link = CascadeSettings["channels"][number]

/**
 * One channel after the other, until one reaches the person: the next only if the one before could not be sent, or if its
 * mail was not delivered (opened, clicked) in time. Of SMS and push nobody tells more than that the provider took it.
 */
export const cascade = nodeKind({
  kind: "cascade",
  group: "send",
  settings: schema,
  defaults: {
    channels: [
      { channel: "email", template: "", reachedWhen: "opened", withinHours: 24 },
      { channel: "sms", text: "", translations: [] },
    ],
    class: "marketing",
  },
  rests: false,
  exitsOf: () => ["reached", "not_reached"],
  decide,
  references: ({ channels, topicId }) => ({
    template: channels.flatMap((link) => (link.channel === "email" ? [link.template] : [])),
    channel: channels.flatMap(({ channel }) => (channel === "email" ? [] : [channel])),
    ...(topicId ? { topic: [topicId] } : {}),
  }),
})

type Judged = { is: "reached" } | { is: "open"; until: Date } | { is: "missed"; reason: WayReason }

/** Where it stands is read from what was done: the first channel that nothing is known of is the next. */
function decide(asked: Asked<CascadeSettings>): Decision {
  const effects: Effect[] = []
  for (const [n, link] of asked.settings.channels.entries()) {
    // In a circle the mail of an earlier visit is known, too: whoever has just come begins with the first.
    const isFresh = n === 0 && asked.entrant.rested === 0
    const state = isFresh ? null : stateOf(link, asked)
    if (state === undefined) return { ask: [questionOf(link, asked)] }
    if (state === null) return begin(link, effects, asked)
    const judged = link.channel === "email" ? judgeMail(link, state as MailState, asked) : judgeText(state, asked)
    if (judged.is === "open") return { wait: judged.until }
    if (judged.is === "reached") return { go: "reached", outcome: "reached" }
    // Told only in the step in which the next one begins: who rests is asked all of this again.
    effects.splice(0, 1, went(judged.reason, link))
  }
  return { go: "not_reached", outcome: "not_reached", effects }
}

const went = (reason: WayReason, { channel }: Link): Effect => ({
  kind: "decision",
  verdict: "went",
  reason,
  saw: { channel },
})

const EFFECTS = { sms: "send_sms", push: "send_push" } as const

function questionOf({ channel }: Link, { node, entrant: { visit } }: Asked<CascadeSettings>) {
  if (channel === "email") return { about: "mail_state", node: node.id, visit } as const
  return { about: "effect_state", node: node.id, visit, what: EFFECTS[channel] } as const
}

/** Null: it was not begun. Undefined: not asked yet. */
function stateOf(link: Link, asked: Asked<CascadeSettings>): MailState | EffectState | null | undefined {
  const question = questionOf(link, asked)
  return question.about === "mail_state" ? asked.know(question) : asked.know(question)
}

function begin(link: Link, before: Effect[], { settings, know, now }: Asked<CascadeSettings>): Decision {
  if (!know({ about: "occurrence" })) return { ask: [{ about: "occurrence" }] }
  const { class: mailClass, topicId, onlyIf } = settings
  const wait = nextEffectLook(0, now)
  if (link.channel === "email") {
    const mail = emailSettingsOf({ template: link.template, class: mailClass, topicId, onlyIf })
    return { wait, effects: [...before, { kind: "mail_shopper", settings: mail }] }
  }
  const { channel, ...text } = link
  const what = EFFECTS[channel]
  const effect = { kind: "outside", what, recipient: channel, settings: { ...text, class: mailClass, onlyIf } } as const
  return { wait, effects: [...before, effect] }
}

function judgeMail(
  { reachedWhen: what, withinHours }: z.infer<typeof byEmail>,
  mail: MailState,
  { entrant, now }: Asked<CascadeSettings>,
): Judged {
  if (hasComeTrue(mail, what)) return { is: "reached" }
  const until = outcomeDeadline(mail, withinHours)
  if (!until) return { is: "missed", reason: mail.reason ?? "mail_did_not" }
  if (until <= now) return { is: "missed", reason: "mail_did_not" }
  return { is: "open", until: nextLook({ until, rested: entrant.rested, now }) }
}

function judgeText(state: unknown, { entrant, now }: Asked<CascadeSettings>): Judged {
  const effect = state as EffectState
  if (effect.state === "pending") return { is: "open", until: nextEffectLook(entrant.rested, now) }
  return hasLeft(effect) ? { is: "reached" } : { is: "missed", reason: whyNotCarriedOut(effect) }
}
