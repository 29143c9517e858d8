import { z } from "zod"

const day = z
  .string()
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
    "must be a day such as 2026-03-01",
  )

/**
 * Which orders count for a mailing (F44). click: those placed within so many days after a person clicked in it, or with a
 * promotion code that it showed. range:
 * those that its recipients placed on these days, clicked or not, in the shop's time zone. none: no orders.
 */
export const creditRuleSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("click"), days: z.number().int().min(1).max(90) }),
  z
    .strictObject({ by: z.literal("range"), from: day, to: day })
    .refine(({ from, to }) => from <= to, { message: "must not end before it begins", path: ["to"] }),
  z.strictObject({ by: z.literal("none") }),
])
export type CreditRule = z.infer<typeof creditRuleSchema>

export const DEFAULT_CREDIT: CreditRule = { by: "click", days: 5 }

/** A mail that an order could be credited to, with what is known about its reader. */
export type CreditCandidate = {
  messageId: string
  rule: CreditRule
  sentAt: number
  /** Clicks of a person, machines left out. */
  clickedAt: number[]
  /** The order was placed with a code that this mail showed. */
  isCodeUsed: boolean
  /** Of a rule by range: its first and its last moment. */
  range?: { from: number; until: number }
}

/**
 * The one mail that an order counts for: the one whose code it was placed with, which is the latest that can happen before
 * an order; else the last click before it wins, whatever mail it was in; without a click the mail that was sent last, of
 * those whose rule is a range. Null: the order came by itself.
 */
export function creditOf(
  placedAt: number,
  candidates: CreditCandidate[],
): { messageId: string; clickedAt: number | null } | null {
  const [coded] = candidates.filter(({ rule, isCodeUsed }) => rule.by === "click" && isCodeUsed).sort(latestFirst)
  if (coded) return lastClick(placedAt, coded) ?? { messageId: coded.messageId, clickedAt: null }
  const clicks = candidates.flatMap((one) => lastClick(placedAt, one) ?? [])
  const [click] = clicks.sort((a, b) => b.clickedAt - a.clickedAt || compare(b.messageId, a.messageId))
  if (click) return click
  const [sent] = candidates.filter((one) => isInRange(placedAt, one)).sort(latestFirst)
  return sent ? { messageId: sent.messageId, clickedAt: null } : null
}

const DAY_MS = 86_400_000

function lastClick(placedAt: number, { messageId, rule, clickedAt }: CreditCandidate) {
  if (rule.by !== "click") return null
  const counted = clickedAt.filter((at) => at <= placedAt && at > placedAt - rule.days * DAY_MS)
  return counted.length > 0 ? { messageId, clickedAt: Math.max(...counted) } : null
}

function isInRange(placedAt: number, { rule, sentAt, range }: CreditCandidate): boolean {
  return (
    rule.by === "range" && range !== undefined && sentAt <= placedAt && range.from <= placedAt && placedAt < range.until
  )
}

const latestFirst = (a: CreditCandidate, b: CreditCandidate) => b.sentAt - a.sentAt || compare(b.messageId, a.messageId)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
