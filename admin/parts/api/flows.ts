import type { Flow, FlowNode } from "../../../src/core/automations/editing/flow"
import type { JsonSchema } from "../../../src/core/automations/editing/form-fields"

export type { FlowNode, JsonSchema }

export type Filter = { kind: string; settings: Record<string, unknown> }
export type Reentry = { rule: "per_occurrence" | "once" | "not_inside" } | { rule: "every_days"; days: number }
export type Trigger = { kind: string; settings: Record<string, unknown>; filters: Filter[]; reentry: Reentry }
/** What the editor works on; nobody may have said yet what sets it off. */
export type Draft = Flow & { trigger: Trigger | null }

export type AutomationState = "off" | "live" | "paused" | "draining" | "archived"
export type Money = { currency: string; amount: number }
export type Figures = { entered: number; inside: number; sent: number; human_clicks: number; revenue: Money[] }

export type NodeKindInfo = {
  kind: string
  group: string
  exits: string[]
  schema: JsonSchema
  defaults: Record<string, unknown>
  /** Of registered actions: the merchant's own words. */
  label?: string
}
export type TriggerKindInfo = Omit<NodeKindInfo, "exits"> & { subject: string | null; variables: string[] }
export type FilterKindInfo = Omit<NodeKindInfo, "exits" | "group">
export type Catalogue = { nodes: NodeKindInfo[]; triggers: TriggerKindInfo[]; filters: FilterKindInfo[] }

export type Problem = { node: string | null; field: string | null; sentence: string }

export type NodeNumbers = {
  node: string
  entered: number
  here: number
  /** By exit. */
  left: Record<string, number>
  sent: number
  human_clicks: number
}

export type AutomationSummary = {
  id: string
  kind: string
  name: string
  state: AutomationState
  trigger: Pick<Trigger, "kind"> | null
  version_number: number | null
  has_draft: boolean
  figures: Figures
}
export type Automation = Omit<AutomationSummary, "trigger"> & {
  draft: Draft
  draft_revision: number
  settings: Record<string, unknown>
  problems: Problem[]
}

export type RecipeCard = {
  key: string
  name: { en: string; de: string }
  description: { en: string; de: string }
  trigger: string
  mails: number
  steps: number
}

export type AutomationVersionRow = {
  number: number
  created_at: string
  is_live: boolean
  inside: number
}
export type Entrant = {
  id: string
  contact: { id: string; email: string | null; name: string | null } | null
  state: string
  node: string | null
  entered_at: string
  due_at: string | null
  outcome: string | null
  version_number: number
}
/** What happened to one entrant, oldest first. */
export type Decided = {
  node: string | null
  verdict: string
  reason: string
  exit: string | null
  at: string
  saw: Record<string, unknown> | null
}
export type EntrantPath = {
  entrant: Entrant
  decisions: Decided[]
  messages: {
    id: string
    node: string | null
    subject: string
    status: string
    reason: string | null
    created_at: string
  }[]
  effects: { id: string; node: string | null; kind: string; state: string; created_at: string }[]
}

/** What a draft would have done with what really happened. */
export type Replay = {
  events: number
  ms: number
  entered: number
  held_back: { reason: string; count: number }[]
  mails: number
  people: number
  per_day: { day: string; mails: number }[]
  overlaps: { id: string; name: string; people: number }[]
  discounts: Money[]
  samples: { contact: { id: string; email: string | null }; node: string; at: string; subject: string; html: string }[]
}
export type TestRun = {
  to: string
  mails: number
  steps: {
    node: string
    at: string
    verdict: string
    reason: string
    exit: string | null
    saw: Record<string, unknown> | null
  }[]
}
export type Why = {
  sentence: string
  entrants: { id: string; state: string; node: string | null; entered_at: string }[]
}
