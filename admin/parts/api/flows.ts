import type { Flow, FlowNode } from "../../../src/core/automations/editing/flow"
import type { Problem } from "../../../src/core/automations/problems"
import type { TextPreview } from "../../../src/core/channels/text-preview"
import type { JsonSchema } from "../../../src/core/automations/editing/form-fields"

import type { EntrantRow } from "../../../src/modules/mailroom/sql/automation-entrants"
import type { VersionRow } from "../../../src/modules/mailroom/sql/automation-drafts"
import type {
  EntryOfContact as StoredEntry,
  PathStep as StoredStep,
} from "../../../src/modules/mailroom/services/automation-entrants"
import type {
  AutomationFigures,
  NodeNumbers as StoredNumbers,
} from "../../../src/modules/mailroom/services/automation-figures"
import type { Json } from "./json"

export type { FlowNode, JsonSchema, TextPreview }

export type Filter = { kind: string; settings: Record<string, unknown> }
export type Reentry = { rule: "per_occurrence" | "once" | "not_inside" } | { rule: "every_days"; days: number }
export type Trigger = { kind: string; settings: Record<string, unknown>; filters: Filter[]; reentry: Reentry }
/** What the editor works on; nobody may have said yet what sets it off. */
export type Draft = Flow & { trigger: Trigger | null }

export type AutomationState = "off" | "live" | "paused" | "draining" | "archived"
export type Figures = Json<AutomationFigures>

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

export type { Problem }

export type NodeNumbers = Json<StoredNumbers>

export type AutomationSummary = {
  id: string
  kind: "store_email" | "custom_action" | "autoresponder" | "automation"
  name: string
  state: AutomationState
  trigger: Trigger | null
  version_number: number | null
  has_draft: boolean
  updated_at: string
  figures: Figures | null
}
export type Automation = Pick<AutomationSummary, "id" | "kind" | "name" | "state"> & {
  settings: Record<string, unknown>
  draft: Draft
  draft_revision: number
  is_changed: boolean
  problems: Problem[]
  live_version: { id: string; number: number } | null
  /** What a live version relies on that was deleted since. */
  live_problems: Problem[]
}
/** Who is inside, mails that have not left, and what would become of the people if they were moved to the draft. */
export type Inside = { inside: number; queued: number; if_moved: { go_on: number; leave: number } }

export type RecipeCard = {
  key: string
  name: { en: string; de: string }
  description: { en: string; de: string }
  trigger: string
  mails: number
  steps: number
}

export type AutomationVersionRow = Json<Omit<VersionRow, "trigger" | "nodes">> & Draft
export type Entrant = Json<EntrantRow>
export type PathStep = Json<StoredStep>
export type EntrantPath = { entrant: Entrant; sentence: string; path: PathStep[] }
export type EntrantOnWay = EntrantPath & { way: Draft }
export type EntryOfContact = Json<StoredEntry>
/** Entries of one person, and what kept them from entering. */
export type Why = { entries: EntrantPath[]; not_entered: PathStep[] }

type Counted = { name: string; n: number }[]
/** What a draft would have done with what really happened. */
export type Replay = {
  days: number
  events: number
  /** There was more than is looked at. */
  is_cut: boolean
  /** Why somebody could not go on, where it was nothing that we have words for. */
  trouble: string | null
  /** What of the past is not known, in whole sentences. */
  notes: string[]
  entered: number
  refused: Counted
  mails: number
  /** They would wait for their hour, or for room under the cap, still. */
  waiting: number
  not_sent: Counted
  per_day: Counted
  /** What the codes of each promotion step would cost at most. */
  codes: { node: string; codes: number; refused: number; cost: number; currency: string }[]
  really_sent: number
  overlap: { name: string; source_id: string; people: number; mails: number }[]
  people: {
    contact_id: string | null
    email: string | null
    at: string
    outcome: string | null
    state: string
    mails: { node: string; at: string; refused: string | null }[]
  }[]
  samples: { node: string; at: string; to: string | null; subject: string; html: string }[]
}
/** A replay that somebody asked for, as far as it is. */
export type ReplayRun = {
  days: number
  state: "running" | "done" | "failed" | "cancelled"
  problem: string | null
  done: number
  total: number | null
  report: Replay | null
  created_at: string
  finished_at: string | null
}
export type TestRun = {
  to: string
  state: string
  outcome: string | null
  steps: {
    node: string
    at: string
    kind: string
    exit?: string
    refused?: string | null
    subject?: string | null
    message_id?: string | null
  }[]
}
