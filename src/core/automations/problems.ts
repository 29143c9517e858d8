import type { AutomationDraft } from "./definition"
import { nodeSchema, triggerSchema } from "./definition"
import type { AutomationNode } from "./node-kind"
import { nodeKindOf } from "./nodes/kinds"
import { triggerKindOf } from "./triggers/kinds"

/** `node` null: the trigger, or the whole. `field` is a path into its settings ("" when it is about the node itself). */
export type Problem = { node: string | null; field: string; sentence: string }

/** What keeps a draft from being published, each naming its node; empty when it can be. */
export function problemsOf(draft: AutomationDraft): Problem[] {
  const { nodes } = draft
  return [
    ...triggerProblems(draft),
    ...(nodes.length === 0 ? [{ node: null, field: "nodes", sentence: "Add at least one step." }] : []),
    ...nodes.flatMap(settingsProblems),
    ...nodes.flatMap((node) => wrongTargets(node, nodes)),
    ...crowdProblems(draft),
    ...graphProblems(nodes as AutomationNode[]),
  ]
}

function triggerProblems({ trigger }: AutomationDraft): Problem[] {
  if (!trigger) return [{ node: null, field: "trigger", sentence: "Choose what sets it off." }]
  const parsed = triggerSchema.safeParse(trigger)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({
    node: null,
    field: ["trigger", ...path].join("."),
    sentence: `Trigger: ${path.join(".")}: ${message}.`,
  }))
}

function settingsProblems(node: AutomationDraft["nodes"][number]): Problem[] {
  const parsed = nodeSchema.safeParse(node)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => ({
    node: node.id,
    field: path.join("."),
    sentence: `Node "${called(node)}": ${path.join(".")}: ${message}.`,
  }))
}

/** Steps that ask about another step which is not there, or is of another kind. */
function wrongTargets(node: AutomationDraft["nodes"][number], nodes: AutomationDraft["nodes"]): Problem[] {
  const kind = nodeKindOf(node.kind)
  const parsed = kind?.settings.safeParse(node.settings)
  if (!parsed?.success) return []
  return (kind?.refersTo?.(parsed.data) ?? [])
    .filter((target) => !nodes.some((other) => other.id === target.node && other.kind === target.kind))
    .map((target) => ({
      node: node.id,
      field: "settings.node",
      sentence: `Node "${called(node)}" asks about step "${target.node}", which is not there. Choose another one.`,
    }))
}

/** Whoever places an order must not set off a mail to everybody. */
function crowdProblems({ trigger, nodes }: AutomationDraft): Problem[] {
  if (!trigger || !triggerKindOf(trigger.kind)?.subject) return []
  return nodes
    .filter(({ kind }) => kind === "select_customers")
    .map((node) => ({
      node: node.id,
      field: "",
      sentence: `Node "${called(node)}" selects people, but the trigger already brings one. Use it behind a date or another trigger without a person.`,
    }))
}

/** A person reads the name, if it has one. */
export const called = ({ id, name }: { id: string; name?: string }): string => name || id

/** Doubled nodes, ways that lead nowhere and circles without a rest. */
export function graphProblems(nodes: AutomationNode[]): Problem[] {
  const ids = nodes.map(({ id }) => id)
  const known = new Set(ids)
  const repeated = nodes
    .filter(({ id }, index) => ids.indexOf(id) !== index)
    .map((node) => ({ node: node.id, field: "id", sentence: `Node "${called(node)}" stands there twice.` }))
  const dangling = nodes.flatMap((node) =>
    Object.entries(node.exits)
      .filter(([, to]) => to !== null && !known.has(to))
      .map(([exit, to]) => ({
        node: node.id,
        field: `exits.${exit}`,
        sentence: `Node "${called(node)}" leads to "${to}", which is not there. Point it to one of: ${ids.join(", ")}.`,
      })),
  )
  const circle = findCircle(nodes)
  if (!circle) return [...repeated, ...dangling]
  const sentence = `Node "${called(circle)}" leads back to itself without a wait.`
  return [...repeated, ...dangling, { node: circle.id, field: "exits", sentence }]
}

/** A node that can be reached from itself with no rest between: it would run for ever in one moment. */
function findCircle(nodes: AutomationNode[]): AutomationNode | null {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  for (const start of nodes) {
    const seen = new Set<string>()
    const open = [start]
    while (open.length > 0) {
      const node = open.pop()!
      if (nodeKindOf(node.kind)?.rests) continue
      for (const exit of Object.values(node.exits)) {
        if (exit === start.id) return start
        const following = exit === null ? undefined : byId.get(exit)
        if (following && !seen.has(following.id)) {
          seen.add(following.id)
          open.push(following)
        }
      }
    }
  }
  return null
}
