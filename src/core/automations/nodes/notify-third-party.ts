import { z } from "zod"
import type { Effect } from "../effects"
import { happensToOrder } from "../about-order"
import { nodeKind, type Asked, type Decision } from "../node-kind"
import { noticesFor } from "../notice"
import { followUpSchema } from "../../notices/follow-up"
import { noticeRecipientsSchema } from "../notice-recipients"
import { purchaseMatchSchema } from "../purchase-match"
import type { WayReason } from "../way-reasons"

const schema = z.object({
  match: purchaseMatchSchema.nullable(),
  recipients: noticeRecipientsSchema,
  heading: z.string().trim().min(1, "say in a few words what it is about").max(200),
  text: z.string().trim().max(5000).default(""),
  locale: z.string().nullable().default(null),
  withShopper: z.boolean().default(false),
  withPrices: z.boolean().default(false),
  ...followUpSchema.shape,
})
export type NoticeSettings = z.infer<typeof schema>

/** Tells others than the shopper what was bought or what else happened, each only of the lines that concern them (F2). */
export const notifyThirdParty = nodeKind({
  kind: "notify_third_party",
  group: "team",
  settings: schema,
  defaults: { match: null, recipients: [], heading: "" },
  rests: false,
  exitsOf: () => ["next"],
  decide,
})

function decide({ settings, know }: Asked<NoticeSettings>): Decision {
  const facts = know({ about: "occurrence" })
  if (!facts) return { ask: [{ about: "occurrence" }] }
  // What needs the database to know its readers, or is no purchase, is mailed by the effect `occurrence_notice`.
  if (!facts.isCorrection && (!facts.order || happensToOrder(facts.event)))
    return { go: "next", effects: [{ kind: "outside", what: "occurrence_notice", settings }], outcome: "noticed" }
  if (!facts.order) return skipped("no_order")
  // Cancelled before anybody was told: there is nothing to tell, and nothing to correct.
  if (facts.order.cancelledAt && !facts.isCorrection) return skipped("order_cancelled")
  if (isFollowed(settings))
    return { go: "next", effects: [{ kind: "outside", what: "notice", settings }], outcome: "noticed" }
  const notices = noticesFor(settings, facts.order, { isCorrection: facts.isCorrection })
  if (notices.length === 0) return skipped("no_recipient")
  const effects = notices.map((notice): Effect => ({ kind: "mail_third_party", settings, notice }))
  return { go: "next", effects, outcome: "mailed" }
}

const skipped = (reason: WayReason): Decision => ({
  go: "next",
  outcome: reason,
  effects: [{ kind: "decision", verdict: "skipped", reason }],
})

/** Needs more than one plain mail: to know suppliers, to collect, to be answered. Then it is a notice with a row of its own. */
const isFollowed = ({ recipients, collectMinutes, groupBy, attach, acknowledge, match }: NoticeSettings): boolean =>
  collectMinutes > 0 ||
  groupBy !== "recipient" ||
  attach !== "none" ||
  acknowledge !== null ||
  match?.kind === "supplier" ||
  recipients.some(({ by }) => by === "supplier" || by === "owner" || by === "staff")
