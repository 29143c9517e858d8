import { z } from "zod"
import { filterKindOf } from "./filters/kinds"
import type { AutomationNode } from "./node-kind"
import { NODE_KINDS, nodeKindOf } from "./nodes/kinds"
import { TRIGGER_KINDS, triggerKindOf } from "./triggers/kinds"

export const MOST_NODES = 200
const nodeId = z.string().min(1).max(64)

/** Whether somebody who was inside already may enter again. */
export const reentrySchema = z.discriminatedUnion("rule", [
  /** Once per order, cart, birthday …: what makes two events the same is the trigger's matter. */
  z.object({ rule: z.literal("per_occurrence") }),
  z.object({ rule: z.literal("once") }),
  z.object({ rule: z.literal("every_days"), days: z.coerce.number().int().min(1).max(3660) }),
  z.object({ rule: z.literal("not_inside") }),
])
export type Reentry = z.infer<typeof reentrySchema>

export type TriggerFilter = { kind: string; settings: unknown }
export type AutomationTrigger = { kind: string; settings: unknown; filters: TriggerFilter[]; reentry: Reentry }
export type AutomationVersion = { trigger: AutomationTrigger; nodes: AutomationNode[] }

/** By its kind; a kind may do without any. */
const settingsSchema = z.unknown().default({})

const filterSchema = z
  .object({ kind: z.string(), settings: settingsSchema })
  .transform((filter, ctx): TriggerFilter => {
    const settings = settingsBy(filterKindOf(filter.kind)?.settings, filter, `There is no filter "${filter.kind}"`, ctx)
    return { kind: filter.kind, settings }
  })

export const triggerSchema = z
  .object({
    kind: z.string(),
    settings: settingsSchema,
    filters: z.array(filterSchema).max(20).default([]),
    reentry: reentrySchema.default({ rule: "per_occurrence" }),
  })
  .transform((trigger, ctx): AutomationTrigger => {
    const unknown = `There is no trigger "${trigger.kind}"; known: ${TRIGGER_KINDS.map(({ kind }) => kind).join(", ")}`
    return { ...trigger, settings: settingsBy(triggerKindOf(trigger.kind)?.settings, trigger, unknown, ctx) }
  })

/** Every exit of its kind stands there afterwards; one that the kind does not have may lead nowhere. */
export const nodeSchema = z
  .object({
    id: nodeId,
    kind: z.string(),
    name: z.string().trim().max(120).optional(),
    settings: settingsSchema,
    exits: z.record(z.string().max(64), nodeId.nullable()).default({}),
  })
  .transform((node, ctx): AutomationNode => {
    const kind = nodeKindOf(node.kind)
    const unknown = `There is no node "${node.kind}"; known: ${NODE_KINDS.map((known) => known.kind).join(", ")}`
    const settings = settingsBy(kind?.settings, node, unknown, ctx)
    if (!kind || settings === undefined) return node
    const names = kind.exitsOf(settings)
    for (const [name, to] of Object.entries(node.exits))
      if (to !== null && !names.includes(name))
        ctx.addIssue({
          code: "custom",
          path: ["exits", name],
          message: `it has no exit "${name}", only ${names.join(", ")}`,
        })
    return { ...node, settings, exits: Object.fromEntries(names.map((name) => [name, node.exits[name] ?? null])) }
  })

function settingsBy(
  schema: z.ZodType | undefined,
  { settings }: { settings: unknown },
  unknownKind: string,
  ctx: z.RefinementCtx,
): unknown {
  if (!schema) {
    ctx.addIssue({ code: "custom", path: ["kind"], message: unknownKind })
    return undefined
  }
  const parsed = schema.safeParse(settings)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    ctx.addIssue({ code: "custom", path: ["settings", ...issue.path], message: wordsOf(issue) })
  return undefined
}

/** The bounds of a number in words for people; all else as the schema has it. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small" && issue.origin === "number") return `must be at least ${issue.minimum}`
  if (issue.code === "too_big" && issue.origin === "number") return `must be at most ${issue.maximum}`
  return issue.message
}

/** A version as it may be published. One schema for storing, for the API and for the forms; starts at the first node. */
export const versionSchema: z.ZodType<AutomationVersion> = z.object({
  trigger: triggerSchema,
  nodes: z.array(nodeSchema).min(1, "add at least one node").max(MOST_NODES),
})

/** What somebody is working on: may be wrong everywhere, but it is a graph. */
export const draftSchema = z.object({
  trigger: z
    .object({
      kind: z.string().max(120),
      settings: z.unknown().default({}),
      filters: z
        .array(z.object({ kind: z.string().max(64), settings: z.unknown().default({}) }))
        .max(20)
        .default([]),
      reentry: z.record(z.string(), z.unknown()).default({ rule: "per_occurrence" }),
    })
    .nullable(),
  nodes: z
    .array(
      z.object({
        id: nodeId,
        kind: z.string().max(64),
        name: z.string().max(120).optional(),
        settings: z.unknown().default({}),
        exits: z.record(z.string().max(64), nodeId.nullable()).default({}),
      }),
    )
    .max(MOST_NODES),
})
export type AutomationDraft = z.infer<typeof draftSchema>

/** Names under which a trigger comes into the inbox; none: a clock computes it. */
export const eventsOf = (trigger: AutomationTrigger): string[] =>
  triggerKindOf(trigger.kind)?.eventsOf(trigger.settings) ?? []
