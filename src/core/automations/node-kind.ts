import type { z } from "zod"
import type { AutomationSettings } from "./automation-settings"
import type { Effect } from "./effects"
import type { Know, Question } from "./questions"
import type { WayReason } from "./way-reasons"

export type NodeGroup = "send" | "flow" | "person" | "shop" | "team"

/** A node as it is stored: every exit of its kind by name, leading to a node or (null) to the end of the way. */
export type AutomationNode = {
  id: string
  kind: string
  name?: string
  settings: unknown
  exits: Record<string, string | null>
}

export type Entrant = {
  id: string
  contactId: string | null
  enteredAt: Date
  /** Grows with every rest, so that a node that is reached again does its work again. */
  visit: number
  /** How often it has rested on this node in this visit; 0: it has just come. */
  rested: number
}

export type Asked<Settings> = {
  node: Pick<AutomationNode, "id" | "exits">
  settings: Settings
  entrant: Entrant
  automation: { id: string; settings: AutomationSettings }
  /** What is known; undefined: return `{ ask: [question] }`, and the node is asked again with the answer. */
  know: Know
  now: Date
}

/** `outcome` is how the way ends if nothing later says otherwise; `effects` are stored with the position. */
export type Decision =
  | { go: string; effects?: Effect[]; outcome?: WayReason }
  /** Rests until then: on this node (asked again, `rested` one more) or, with `then`, behind that exit. */
  | { wait: Date; then?: string; effects?: Effect[]; outcome?: WayReason }
  | { ask: Question[] }
  | { end: WayReason; effects?: Effect[] }

/**
 * One kind of node: a file in `nodes/`, listed in `nodes/kinds.ts`. `decide` is pure: same entrant, answers and time,
 * same decision, so that a crash before the commit changes nothing.
 */
export type NodeKind<Kind extends string = string, Schema extends z.ZodType = z.ZodType> = {
  kind: Kind
  group: NodeGroup
  /** One schema for storing, for the API, the form and the docs. */
  settings: Schema
  /** What the editor begins with; may still lack what only a person can say. */
  defaults: Record<string, unknown>
  /** In order, as the editor shows them side by side. */
  exitsOf(settings: z.output<Schema>): string[]
  /** Whether time surely passes here: a circle of steps needs one that does, or somebody gets a mail every second. */
  rests: boolean
  decide(asked: Asked<z.output<Schema>>): Decision
  /** Ids that must exist when it is published: `{ segment: […], template: […], topic: […] }`. */
  references?(settings: z.output<Schema>): References
  /** Other nodes of the same graph that it asks about, with the kind that they must be of. */
  refersTo?(settings: z.output<Schema>): { node: string; kind: string }[]
}

export type References = {
  [Noun in "segment" | "template" | "topic" | "sender" | "tag" | "poll" | "product" | "channel"]?: string[]
}

/** Keeps the types of a kind's settings while it is being written; in the list they are all alike. */
export const nodeKind = <Kind extends string, Schema extends z.ZodType>(kind: NodeKind<Kind, Schema>) => kind
