import { mainExit, nodeOf, reachedFrom, targetOf, type Flow, type FlowNode, type Place } from "./flow"

/** Puts a step at a place; what stood behind the place goes on behind its first exit. */
export function insertAt<F extends Flow>(flow: F, place: Place, node: FlowNode): F {
  const following = targetOf(flow, place)
  const exit = mainExit(node)
  const linked = exit === undefined ? node : { ...node, exits: { ...node.exits, [exit]: following } }
  return led({ ...flow, nodes: [...flow.nodes, linked] }, place, node.id)
}

/**
 * Leads an exit to a step that is there already, or (null) lets the way end. What nothing leads to any more goes: nobody
 * could reach or see it.
 */
export function connect<F extends Flow>(flow: F, place: Place, target: string | null): F {
  return withoutLost(flow, led(flow, place, target))
}

/** Takes a step out and closes the gap by its first exit. Steps that only its other exits led to go with it. */
export function removeNode<F extends Flow>(flow: F, id: string): F {
  return nodeOf(flow, id) ? withoutLost(flow, takenOut(flow, id)) : flow
}

/**
 * Puts a step somewhere else, with what hangs at its other exits. Unchanged where that makes no sense: at itself, or
 * inside one of the branches that come along.
 */
export function moveNode<F extends Flow>(flow: F, id: string, place: Place): F {
  const node = nodeOf(flow, id)
  if (!node || !mayMoveTo(flow, id, place)) return flow
  return insertAt(takenOut(flow, id), place, node)
}

export function mayMoveTo(flow: Flow, id: string, place: Place): boolean {
  const node = nodeOf(flow, id)
  if (!node || place.node === id || targetOf(flow, place) === id) return false
  const main = mainExit(node)
  const along = Object.entries(node.exits).flatMap(([exit, target]) =>
    exit === main ? [] : reachedFrom(takenOut(flow, id), target),
  )
  return place.node === null || !along.includes(place.node)
}

/** The same step once more, right behind it; its branches stay where they are. */
export function copyNode<F extends Flow>(flow: F, id: string, newId: string): F {
  const node = nodeOf(flow, id)
  const exit = node && mainExit(node)
  if (!node || exit === undefined) return flow
  const exits = Object.fromEntries(Object.keys(node.exits).map((one) => [one, null]))
  return insertAt(flow, { node: id, exit }, { ...node, id: newId, exits })
}

/** Other settings, which may bring other exits: those that stay keep their way, new ones end, the rest is closed. */
export function withSettings<F extends Flow>(
  flow: F,
  id: string,
  settings: Record<string, unknown>,
  exits: string[],
): F {
  const changed = mapNode(flow, id, (node) => ({
    ...node,
    settings,
    exits: Object.fromEntries(exits.map((exit) => [exit, node.exits[exit] ?? null])),
  }))
  return withoutLost(flow, changed)
}

/** A name of its own on the card; an empty one takes it away. */
export function withName<F extends Flow>(flow: F, id: string, name: string): F {
  return mapNode(flow, id, ({ name: _, ...node }) => (name === "" ? node : { ...node, name }))
}

function takenOut<F extends Flow>(flow: F, id: string): F {
  const node = nodeOf(flow, id)!
  const exit = mainExit(node)
  const following = exit === undefined ? null : node.exits[exit]!
  // A step that led back to itself leaves an end.
  const target = following === id ? null : following
  const begins = flow.nodes[0]!.id === id ? beginWith(flow, target) : flow
  const nodes = begins.nodes.filter((one) => one.id !== id).map((one) => redirected(one, id, target))
  return { ...flow, nodes: begins !== flow && target === null ? [] : nodes }
}

function redirected(node: FlowNode, from: string, to: string | null): FlowNode {
  if (!Object.values(node.exits).includes(from)) return node
  const exits = Object.entries(node.exits).map(([exit, target]) => [exit, target === from ? to : target])
  return { ...node, exits: Object.fromEntries(exits) }
}

function beginWith<F extends Flow>(flow: F, id: string | null): F {
  const first = nodeOf(flow, id)
  return first ? { ...flow, nodes: [first, ...flow.nodes.filter((node) => node !== first)] } : flow
}

function led<F extends Flow>(flow: F, place: Place, target: string | null): F {
  if (place.node === null) return beginWith(flow, target)
  return mapNode(flow, place.node, (node) => ({ ...node, exits: { ...node.exits, [place.exit]: target } }))
}

/** `after` without the steps that could be reached before and cannot be now. */
function withoutLost<F extends Flow>(before: F, after: F): F {
  const was = reachedFrom(before, before.nodes[0]?.id ?? null)
  const is = new Set(reachedFrom(after, after.nodes[0]?.id ?? null))
  const lost = new Set(was.filter((id) => !is.has(id)))
  if (lost.size === 0) return after
  const kept = after.nodes.filter(({ id }) => !lost.has(id))
  return { ...after, nodes: [...lost].reduce((nodes, id) => nodes.map((node) => redirected(node, id, null)), kept) }
}

function mapNode<F extends Flow>(flow: F, id: string, change: (node: FlowNode) => FlowNode): F {
  return { ...flow, nodes: flow.nodes.map((node) => (node.id === id ? change(node) : node)) }
}
