import type { AutomationDraft } from "../definition"

export type InBoth = { en: string; de: string }

export const RECIPE_KEYS = [
  "welcome_series",
  "abandoned_cart",
  "post_purchase",
  "review_request",
  "win_back",
  "back_in_stock",
  "price_drop",
  "birthday",
  "browse_abandonment",
  "vip",
] as const
export type RecipeKey = (typeof RECIPE_KEYS)[number]

/**
 * A ready-made automation (F9): its way, and the names of the mails that its steps send. A step names a mail of the
 * recipe by `mailOf(key)`; when it is installed each mail becomes an ordinary template. What they say: `emails/recipes`.
 */
export type Recipe = {
  key: RecipeKey
  name: InBoth
  description: InBoth
  draft: AutomationDraft
  settings?: Record<string, unknown>
  mails: { key: string; name: InBoth }[]
}

const MARK = "recipe:"

export const mailOf = (key: string): string => `${MARK}${key}`

/** The draft with the ids of the templates that its mails have become. */
export function installed(draft: AutomationDraft, templateIds: ReadonlyMap<string, string>): AutomationDraft {
  return {
    ...draft,
    nodes: draft.nodes.map((node) => ({ ...node, settings: settingsWith(templateIds, node.settings) })),
  }
}

function settingsWith(templateIds: ReadonlyMap<string, string>, settings: unknown): unknown {
  const { template } = settings as { template?: string }
  if (!template?.startsWith(MARK)) return settings
  const id = templateIds.get(template.slice(MARK.length))
  if (!id) throw new Error(`The recipe has no mail "${template.slice(MARK.length)}".`)
  return { ...(settings as object), template: id }
}
