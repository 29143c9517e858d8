import { z } from "zod"
import { LEGAL_BASES } from "./consent-fold"

/** What a column can be; `field:<key>` is a custom field. */
export const IMPORT_TARGETS = [
  "email",
  "first_name",
  "last_name",
  "full_name",
  "locale",
  "country",
  "time_zone",
  "birthday",
  "tags",
  "status",
  "consented_at",
  "left_at",
  "ip",
  "reason",
  "domain",
] as const
export type ImportTarget = (typeof IMPORT_TARGETS)[number] | `field:${string}`

/** What the people of a file are, or one row says: the word decides what an import may do with them. */
export const IMPORT_STATUSES = ["subscribed", "unsubscribed", "bounced", "complained", "contact"] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]

const target = z.union([z.enum(IMPORT_TARGETS), z.templateLiteral(["field:", z.string().min(1).max(64)])]).nullable()

/** Who imports people as subscribed says by what right: the same three things for a file or a group. */
const agreementSchema = z.object({
  basis: z.enum(LEGAL_BASES.filter((basis) => basis !== "tx_only")),
  /** The words beside the box, as people saw them. */
  wording: z.string().trim().min(3, "must be the words that people agreed to").max(4000),
  locale: z.string().trim().min(2).max(35).default("en"),
  /** For rows without a date of their own. */
  date: z.iso.date("must be a day such as 2025-03-31"),
  /** Where they agreed: a form, another service, a fair. */
  note: z.string().trim().max(1000).default(""),
})
export type Agreement = z.infer<typeof agreementSchema>

/** Everything that is decided about a file before it is checked. `columns` has one entry per column, null = left out. */
export const importPlanSchema = z.object({
  columns: z.array(target).max(500),
  /** For rows whose status column is empty, or a file without one. */
  status: z.enum(IMPORT_STATUSES).default("contact"),
  agreement: agreementSchema.nullable().default(null),
  topicIds: z.array(z.string().max(64)).max(50).default([]),
  tags: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
  /** True: what the file says replaces what is known; what somebody chose by hand stays all the same. */
  overwrites: z.boolean().default(false),
  dates: z.enum(["iso", "day_first", "month_first"]).default("iso"),
  /** Of a suppression list: what a row is about when it does not say so. */
  reason: z.enum(["hard_bounce", "complaint", "unsubscribed", "manual"]).default("manual"),
  scope: z.enum(["all", "marketing"]).default("all"),
})
export type ImportPlan = z.infer<typeof importPlanSchema>

export type ImportKind = "contacts" | "suppressions"

/** Why this plan cannot be carried out, as a sentence with the way out; null when it can. */
export function planProblem(kind: ImportKind, plan: ImportPlan): string | null {
  const named = plan.columns.filter((column) => column !== null)
  const twice = named.find((column, n) => named.indexOf(column) !== n)
  if (twice) return `columns: two columns are mapped to "${twice}". Choose one and leave the other out.`
  const isAddressed = named.includes("email") || (kind === "suppressions" && named.includes("domain"))
  if (!isAddressed) return `columns: no column is mapped to "email". Say which one holds the address.`
  return kind === "contacts" && saysSubscribed(plan) && plan.agreement === null
    ? "agreement: nobody becomes subscribed without a legal basis, the wording and a date. Give all three, or import them as contacts only."
    : null
}

/** Whether a row of this file can become subscribed at all. */
export function saysSubscribed(plan: ImportPlan): boolean {
  return plan.status === "subscribed" || plan.columns.includes("status")
}
