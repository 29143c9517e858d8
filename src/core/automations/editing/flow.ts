/** One step as the editor has it: its settings may be half written. What may go live says `definition.ts`. */
export type FlowNode = {
  id: string
  kind: string
  name?: string
  settings: Record<string, unknown>
  /** Name of the exit → id of the step behind it; null: the way ends there. The order is that of the branches. */
  exits: Record<string, string | null>
}

/** The way begins at the first node. */
export type Flow = { nodes: FlowNode[] }

/** Where something can be put: an exit of a step, or (`node` null) the beginning of the way. */
export type Place = { node: string | null; exit: string }

export const START: Place = { node: null, exit: "start" }

/** Keys of what is on the canvas. */
export const TRIGGER = "trigger"
export const stepKey = (id: string) => `step:${id}`
export const exitKey = ({ node, exit }: Place) => `exit:${node ?? ""}:${exit}`

export function nodeOf(flow: Flow, id: string | null): FlowNode | undefined {
  return flow.nodes.find((node) => node.id === id)
}

/** The step that stands behind a place; null where the way ends. */
export function targetOf(flow: Flow, place: Place): string | null {
  if (place.node === null) return flow.nodes[0]?.id ?? null
  return nodeOf(flow, place.node)?.exits[place.exit] ?? null
}

/** Ids of the steps behind `from`, itself included, in the order of a walk that takes the first exit first. */
export function reachedFrom(flow: Flow, from: string | null): string[] {
  const seen = new Set<string>()
  const open = from === null ? [] : [from]
  while (open.length > 0) {
    const node = nodeOf(flow, open.pop()!)
    if (!node || seen.has(node.id)) continue
    seen.add(node.id)
    open.push(...Object.values(node.exits).filter(isId).reverse())
  }
  return [...seen]
}

/** The exit that goes on when a step is taken out or put in between: the first one. */
export const mainExit = (node: FlowNode): string | undefined => Object.keys(node.exits)[0]

const isId = (target: string | null): target is string => target !== null
