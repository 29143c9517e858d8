import type { AutomationDraft } from "./definition"
import { nodeSchema, triggerSchema } from "./definition"
import type { AutomationNode } from "./node-kind"
import { nodeKindOf } from "./nodes/kinds"

/** `node` null: the trigger, or the whole. `field` is a path into its settings ("" when it is about the node itself). */
export type Problem = { node: string | null; field: string; sentence: string }

/** What keeps a draft from being published, each naming its node; empty when it can be. */
export function problemsOf(draft: AutomationDraft): Problem[] {
  const { nodes } = draft
  return [
    ...triggerProblems(draft),
    ...(nodes.length === 0 ? [{ node: null, field: "nodes", sentence: "Add at least one step." }] : []),
    ...nodes.flatMap(settingsProblems),
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
