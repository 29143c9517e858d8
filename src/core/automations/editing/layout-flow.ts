import { Graph, layout } from "@dagrejs/dagre"
import { exitKey, START, stepKey, targetOf, TRIGGER, type Flow, type Place } from "./flow"

export const STEP_SIZE = { width: 264, height: 84 }
/** Of an exit that is one of several: its name stands on it. */
const EXIT_SIZE = { width: 132, height: 52 }
/** The only way on: a "+" on the line. */
const PLUS_SIZE = { width: 28, height: 44 }
const GAP = { nodesep: 28, ranksep: 14, marginx: 16, marginy: 16 }

/** In pixels; `x` and `y` are the upper left corner. */
type Box = { key: string; x: number; y: number; width: number; height: number }
export type LaidOut = {
  trigger: Box
  steps: (Box & { id: string })[]
  exits: (Box & { place: Place; isNamed: boolean; isEnd: boolean })[]
  lines: { key: string; from: string; to: string }[]
}

/**
 * From top to bottom, branches side by side in the order of their exits. Every exit is a box of its own between two
 * steps, so that there is always a place to put something, and branches begin at the same height.
 */
export function layoutFlow(flow: Flow, { size = STEP_SIZE }: { size?: typeof STEP_SIZE } = {}): LaidOut {
  const graph = new Graph()
  graph.setGraph({ rankdir: "TB", ...GAP })
  graph.setDefaultEdgeLabel(() => ({}))
  const exits = exitsIn(flow)
  const known = new Set(flow.nodes.map(({ id }) => id))
  graph.setNode(TRIGGER, { ...size })
  for (const { id } of flow.nodes) graph.setNode(stepKey(id), { ...size })
  for (const exit of exits) graph.setNode(exitKey(exit.place), { ...(exit.isNamed ? EXIT_SIZE : PLUS_SIZE) })

  const lines = exits.flatMap(({ place }) => {
    const target = targetOf(flow, place)
    const from = { from: place.node === null ? TRIGGER : stepKey(place.node), to: exitKey(place) }
    return target !== null && known.has(target) ? [from, { from: exitKey(place), to: stepKey(target) }] : [from]
  })
  for (const { from, to } of lines) graph.setEdge(from, to, { weight: 1, minlen: 1 })
  layout(graph, { constraints: sideBySide(flow) })

  const boxOf = (key: string): Box => {
    const { x, y, width, height } = graph.node(key) as Required<Pick<Box, "x" | "y" | "width" | "height">>
    return { key, x: x - width / 2, y: y - height / 2, width, height }
  }
  return {
    trigger: boxOf(TRIGGER),
    steps: flow.nodes.map(({ id }) => ({ ...boxOf(stepKey(id)), id })),
    exits: exits.map(({ place, isNamed }) => ({
      ...boxOf(exitKey(place)),
      place,
      isNamed,
      isEnd: !known.has(targetOf(flow, place) ?? ""),
    })),
    lines: lines.map((line) => ({ ...line, key: `${line.from}>${line.to}` })),
  }
}

function exitsIn(flow: Flow): { place: Place; isNamed: boolean }[] {
  const ofSteps = flow.nodes.flatMap((node) => {
    const names = Object.keys(node.exits)
    return names.map((exit) => ({ place: { node: node.id, exit }, isNamed: names.length > 1 }))
  })
  return [{ place: START, isNamed: false }, ...ofSteps]
}

/** "Yes" stays left of "no": without this dagre orders branches by how few lines cross. */
function sideBySide(flow: Flow): { left: string; right: string }[] {
  return flow.nodes.flatMap((node) => {
    const keys = Object.keys(node.exits).map((exit) => exitKey({ node: node.id, exit }))
    return keys.slice(1).map((right, n) => ({ left: keys[n]!, right }))
  })
}
