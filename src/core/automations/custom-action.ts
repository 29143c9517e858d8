import { z } from "zod"
import { automationSettingsSchema } from "./automation-settings"
import { followUpSchema } from "../notices/follow-up"
import { versionSchema, type AutomationVersion } from "./definition"
import { noticeRecipientsSchema } from "./notice-recipients"
import { purchaseMatchSchema } from "./purchase-match"

/** The plain form of a custom action: "when X is bought, mail Y with just those lines" (F2). */
export const customActionSchema = z.object({
  name: z.string().trim().min(1, "give it a name").max(120),
  match: purchaseMatchSchema,
  recipients: noticeRecipientsSchema,
  heading: z.string().trim().min(1, "say in a few words what it is about").max(200),
  text: z.string().trim().max(5000).default(""),
  withShopper: z.boolean().default(false),
  withPrices: z.boolean().default(false),
  locale: z.string().trim().min(2).max(20).nullable().default(null),
  ...followUpSchema.shape,
  isTracked: automationSettingsSchema.shape.isTracked,
  isCopyKept: automationSettingsSchema.shape.isCopyKept,
})
export type CustomAction = z.infer<typeof customActionSchema>

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

/** The graph behind the form: is it about this order, then the notice. */
export function customActionVersion(action: CustomAction): AutomationVersion {
  const { name: _name, isTracked: _tracked, isCopyKept: _kept, ...settings } = action
  return versionSchema.parse({
    trigger: { kind: "order.placed" },
    nodes: [
      { id: "bought", kind: "filter", exits: { yes: "notify" }, settings: { rule: "bought", match: action.match } },
      {
        id: "notify",
        kind: "notify_third_party",
        settings,
      },
    ],
  })
}
