import { z } from "zod"
import { RFM_GROUPS } from "./rfm-groups"
import { timeSpanSchema } from "./time-span"
import { isDay } from "../contacts/contact-field"
import { LAST_NUMBER, MOST_ANSWERS } from "../polls/poll"
import { pageOf } from "../visits/page-of"

const word = z.string().trim().min(1).max(200)
const words = z.array(word).min(1).max(100)
const id = z.string().min(1).max(100)
const ids = z.array(id).min(1).max(200)
const currency = z.string().regex(/^[a-z]{3}$/, "must be a currency in three small letters, for example eur")
const amount = z.number().min(-1e12).max(1e12)
const day = z.string().refine(isDay, "must be a day written as YYYY-MM-DD, for example 2026-03-31")
const span = timeSpanSchema.optional()

export const COMPARISONS = ["is", "less", "at_most", "more", "at_least"] as const
const comparison = z.enum(COMPARISONS)
export type Comparison = (typeof COMPARISONS)[number]

export const PROFILE_FIELDS = [
  "name",
  "first_name",
  "last_name",
  "email_domain",
  "locale",
  "country",
  "time_zone",
] as const
export type ProfileField = (typeof PROFILE_FIELDS)[number]
/** Only of these can a part be asked for. */
export const SEARCHED_FIELDS: readonly ProfileField[] = ["name", "first_name", "last_name", "email_domain"]

const profile = z.union([
  z
    .strictObject({
      kind: z.literal("profile"),
      field: z.enum(PROFILE_FIELDS),
      op: z.enum(["is", "is_not"]),
      values: words,
    })
    .refine(({ field, values }) => field !== "country" || values.every((one) => /^[a-z]{2}$/i.test(one)), {
      message: "must be countries in two letters, such as DE",
      path: ["values"],
    }),
  z.strictObject({
    kind: z.literal("profile"),
    field: z.enum(["name", "first_name", "last_name", "email_domain"]),
    op: z.literal("contains"),
    values: words,
  }),
  z.strictObject({
    kind: z.literal("profile"),
    field: z.enum(PROFILE_FIELDS),
    op: z.enum(["known", "unknown"]),
  }),
])

const birthday = z.union([
  z.strictObject({
    kind: z.literal("birthday"),
    op: z.literal("in_months"),
    months: z.array(z.number().int().min(1).max(12)).min(1).max(12),
  }),
  z
    .strictObject({
      kind: z.literal("birthday"),
      op: z.literal("on"),
      month: z.number().int().min(1).max(12),
      day: z.number().int().min(1).max(31),
    })
    .refine((on) => isDay(`2024-${two(on.month)}-${two(on.day)}`), { message: "must be a day that the calendar has" }),
  z.strictObject({ kind: z.literal("birthday"), op: z.literal("within"), days: z.number().int().min(0).max(366) }),
  z.strictObject({ kind: z.literal("birthday"), op: z.enum(["known", "unknown"]) }),
])

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be the key of a contact field")

/** The type stands in the rule, so that a rule says by itself what it compares; saving checks it against the field. */
const field = z.union([
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.literal("text"),
    op: z.enum(["is", "is_not", "contains"]),
    values: words,
  }),
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.literal("choice"),
    op: z.enum(["is", "is_not"]),
    values: words,
  }),
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.literal("boolean"),
    op: z.literal("is"),
    value: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("field"), key, type: z.literal("number"), op: comparison, value: amount }),
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.literal("number"),
    op: z.literal("between"),
    value: amount,
    to: amount,
  }),
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.literal("date"),
    op: z.literal("within"),
    within: timeSpanSchema,
  }),
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.literal("date"),
    op: z.literal("next"),
    days: z.number().int().min(0).max(3650),
  }),
  z.strictObject({ kind: z.literal("field"), key, type: z.literal("date"), op: z.literal("is"), day }),
  z.strictObject({
    kind: z.literal("field"),
    key,
    type: z.enum(["text", "number", "date", "boolean", "choice"]),
    op: z.enum(["known", "unknown"]),
  }),
])

const tag = z.strictObject({ kind: z.literal("tag"), op: z.enum(["any", "all", "none"]), tags: words })

const topic = z.strictObject({
  kind: z.literal("topic"),
  topic_id: id,
  state: z.enum(["subscribed", "pending", "unsubscribed", "none"]),
})

const consent = z.strictObject({
  kind: z.literal("consent"),
  states: z
    .array(z.enum(["never_asked", "pending", "subscribed", "unsubscribed"]))
    .min(1)
    .max(4),
})

/** Cancelled orders do not count; spend and average are net of tax and refunds, in one currency. */
const orders = z.union([
  z.strictObject({
    kind: z.literal("orders"),
    measure: z.literal("count"),
    op: comparison,
    value: amount,
    within: span,
  }),
  z.strictObject({
    kind: z.literal("orders"),
    measure: z.enum(["net_spend", "average"]),
    currency,
    op: comparison,
    value: amount,
    within: span,
  }),
])

const orderDate = z.strictObject({
  kind: z.literal("order_date"),
  which: z.enum(["first", "last"]),
  within: timeSpanSchema,
})

export const BOUGHT_THINGS = ["product", "variant", "category", "collection", "product_tag"] as const
export type BoughtThing = (typeof BOUGHT_THINGS)[number]

const bought = z.union([
  z.strictObject({
    kind: z.literal("bought"),
    op: z.enum(["ever", "never"]),
    what: z.literal("anything"),
    within: span,
  }),
  z.strictObject({
    kind: z.literal("bought"),
    op: z.enum(["ever", "never"]),
    what: z.enum(BOUGHT_THINGS),
    ids,
    within: span,
  }),
])

const cart = z.strictObject({
  kind: z.literal("cart"),
  op: z.enum(["has", "has_not"]),
  state: z.enum(["open", "abandoned"]),
  within: span,
  worth: z.strictObject({ value: amount, currency }).optional(),
  /** Products of which at least one lies in it. */
  products: ids.optional(),
})

/** Not the front page: that is the whole site. */
const section = z
  .string()
  .trim()
  .max(300)
  .regex(/^\//, "must be a path such as /sale")
  .refine((path) => pageOf(path).path !== "/", { message: "must be a part of the shop, such as /sale" })
/** At least so often; without it once. */
const times = z.number().int().min(1).max(1000).optional()

/**
 * Only people who agreed to tracking have visits, so that both ways are asked of them alone: of the others nobody can say
 * that they did not come.
 */
const visit = z.union([
  z.strictObject({
    kind: z.literal("visit"),
    op: z.enum(["has", "has_not"]),
    what: z.literal("site"),
    times,
    within: span,
  }),
  z.strictObject({
    kind: z.literal("visit"),
    op: z.enum(["has", "has_not"]),
    what: z.literal("section"),
    section,
    times,
    within: span,
  }),
  z.strictObject({
    kind: z.literal("visit"),
    op: z.enum(["has", "has_not"]),
    what: z.enum(["product", "category"]),
    ids,
    times,
    within: span,
  }),
])

const mailings = z.strictObject({ kind: z.literal("mailings"), ids })
const anyMail = z.strictObject({ kind: z.literal("any") })
const lastMailings = z.strictObject({ kind: z.literal("last"), count: z.number().int().min(1).max(50) })
const of = z.discriminatedUnion("kind", [anyMail, mailings, lastMailings])

/** "Not opened" is asked only of people whose opens can be known: who got such mails, traceable, and opened none. */
const mail = z.union([
  z.strictObject({
    kind: z.literal("mail"),
    op: z.enum(["sent", "not_sent"]),
    of: z.discriminatedUnion("kind", [anyMail, mailings]),
    within: span,
  }),
  z.strictObject({ kind: z.literal("mail"), op: z.enum(["opened", "not_opened"]), of, within: span }),
  z.strictObject({
    kind: z.literal("mail"),
    op: z.enum(["clicked", "not_clicked"]),
    of,
    within: span,
    /** A part of the link's target. */
    link: word.optional(),
  }),
])

/** The answer that counts is the last one; `answers` by their numbers, one of them is enough. */
const poll = z.strictObject({
  kind: z.literal("poll"),
  op: z.enum(["answered", "not_answered"]),
  poll_id: id,
  answers: z.array(z.number().int().min(1).max(LAST_NUMBER)).min(1).max(MOST_ANSWERS).optional(),
  within: span,
})

const quintiles = z.array(z.number().int().min(1).max(5)).min(1).max(5).optional()

const rfm = z
  .strictObject({
    kind: z.literal("rfm"),
    groups: z.array(z.enum(RFM_GROUPS)).min(1).max(RFM_GROUPS.length).optional(),
    recency: quintiles,
    frequency: quintiles,
    monetary: quintiles,
  })
  .refine((one) => one.groups || one.recency || one.frequency || one.monetary, {
    message: "must name groups, or fifths of recency, frequency or monetary value",
  })

const segment = z.strictObject({ kind: z.literal("segment"), op: z.enum(["in", "not_in"]), segment_id: id })

/**
 * What can be asked of a contact. A new kind is one more schema here, one entry in the
 * compiler's table and one text; stored rules stay as they are.
 */
export const conditionSchema = z.union([
  profile,
  birthday,
  field,
  tag,
  topic,
  consent,
  orders,
  orderDate,
  bought,
  cart,
  visit,
  mail,
  poll,
  rfm,
  segment,
])

export type Condition = z.infer<typeof conditionSchema>
export type ConditionKind = Condition["kind"]
export type ConditionOf<Kind extends ConditionKind> = Extract<Condition, { kind: Kind }>

function two(n: number): string {
  return String(n).padStart(2, "0")
}
