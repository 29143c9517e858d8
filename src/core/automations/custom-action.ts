import { z } from "zod"
import { automationSettingsSchema } from "./automation-settings"
import { followUpSchema } from "../notices/follow-up"
import { isPurchase } from "./about-order"
import { triggerSchema, versionSchema, type AutomationVersion } from "./definition"
import { noticeRecipientSchema } from "./notice-recipients"
import { purchaseMatchSchema } from "./purchase-match"
import { triggerKindOf } from "./triggers/kinds"

export const ORDER_PLACED = "order.placed"

/** The plain form of a custom action: "when this happens, mail these people, or tell that system" (F2). */
export const customActionSchema = z
  .object({
    name: z.string().trim().min(1, "give it a name").max(120),
    trigger: triggerSchema.prefault({ kind: ORDER_PLACED }),
    /** Which of the order's lines it is about; null: all of them, or there is no order. */
    match: purchaseMatchSchema.nullable().default(null),
    recipients: z.array(noticeRecipientSchema).max(50).default([]),
    /** Another system that is told as well, or alone; null: none. */
    webhookId: z.string().trim().min(1).max(64).nullable().default(null),
    heading: z.string().trim().max(200).default(""),
    text: z.string().trim().max(5000).default(""),
    withShopper: z.boolean().default(false),
    withPrices: z.boolean().default(false),
    locale: z.string().trim().min(2).max(20).nullable().default(null),
    ...followUpSchema.shape,
    isTracked: automationSettingsSchema.shape.isTracked,
    isCopyKept: automationSettingsSchema.shape.isCopyKept,
  })
  .superRefine((action, ctx) => {
    for (const { path, message } of problemsIn(action)) ctx.addIssue({ code: "custom", path, message })
  })
export type CustomAction = z.infer<typeof customActionSchema>

type Problem = { path: string[]; message: string }

function problemsIn(action: Omit<CustomAction, "name">): Problem[] {
  const { trigger, match, recipients, webhookId, heading } = action
  const problems: Problem[] = []
  const refuse = (field: string, message: string) => problems.push({ path: [field], message })
  if (recipients.length === 0 && webhookId === null) refuse("recipients", "add at least one recipient")
  if (recipients.length > 0 && !recipients.some(({ field }) => field === "to"))
    refuse("recipients", 'add at least one recipient in "to"')
  if (recipients.length > 0 && heading === "") refuse("heading", "say in a few words what it is about")
  if (trigger.kind === ORDER_PLACED && match === null) refuse("match", "choose what is bought")
  if (match !== null && !isAboutOrder(trigger.kind))
    refuse("match", "must be left out: this trigger is not about an order")
  if (!isAboutOrder(trigger.kind) && recipients.some(({ by }) => FROM_LINES.includes(by)))
    refuse("recipients", "must be addresses or colleagues: this trigger is not about an order, so there is no product")
  if (!isPurchase(trigger.kind)) problems.push(...followUpProblems(action))
  return problems
}

/** There is an order, and lines of it that the occurrence is about. */
const isAboutOrder = (trigger: string): boolean => triggerKindOf(trigger)?.subject === "order"

const FROM_LINES = ["supplier", "product_metadata", "category_metadata"]

/** Collecting, answers and corrections follow what was bought, line by line. */
function followUpProblems({ collectMinutes, groupBy, attach, acknowledge }: Omit<CustomAction, "name">): Problem[] {
  const used = {
    collectMinutes: collectMinutes > 0,
    groupBy: groupBy !== "recipient",
    attach: attach !== "none",
    acknowledge: acknowledge !== null,
  }
  return Object.entries(used).flatMap(([field, isUsed]) =>
    isUsed ? [{ path: [field], message: "must be left out: it is for what is bought" }] : [],
  )
}

export type CustomActionCheck = { ok: true; action: CustomAction } | { ok: false; problems: string[] }

/** Problems name the field by its path, the value where it is short, and what is wrong with it. */
export function checkCustomAction(input: unknown): CustomActionCheck {
  const parsed = customActionSchema.safeParse(input)
  if (parsed.success) return { ok: true, action: parsed.data }
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => {
      const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input)
      const shown = typeof value === "string" && value ? ` ("${value.slice(0, 80)}")` : ""
      return `${path.join(".") || "custom action"}${shown}: ${message}.`
    }),
  }
}

/** The graph behind the form: is it about this order, then the notice, then the other system. */
export function customActionVersion(action: CustomAction): AutomationVersion {
  const { name: _name, isTracked: _tracked, isCopyKept: _kept, trigger, webhookId, ...settings } = action
  const { match, recipients, withShopper } = settings
  const steps = [
    ...(match ? [{ id: "bought", kind: "filter", exit: "yes", settings: { rule: "bought", match } }] : []),
    ...(recipients.length > 0 ? [{ id: "notify", kind: "notify_third_party", exit: "next", settings }] : []),
    ...(webhookId ? [{ id: "webhook", kind: "webhook", exit: null, settings: webhook(webhookId, withShopper) }] : []),
  ]
  return versionSchema.parse({
    trigger,
    nodes: steps.map(({ exit, ...node }, n) => ({
      ...node,
      exits: exit ? { [exit]: steps[n + 1]?.id ?? null } : {},
    })),
  })
}

const webhook = (endpointId: string, withShopper: boolean) => ({
  endpointId,
  event: "custom_action",
  with: withShopper ? ["contact", "order", "lines"] : ["order", "lines"],
})
