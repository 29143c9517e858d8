import { exitKey, nodeOf, START, stepKey, targetOf, TRIGGER, type Flow, type Place } from "./flow"

export const STEP_SIZE = { width: 264, height: 84 }
/** Of an exit that is one of several: its name stands on it. */
const EXIT_SIZE = { width: 132, height: 52 }
/** The only way on: a "+" on the line. */
const PLUS_SIZE = { width: 28, height: 26 }
const BESIDE = 28
const BELOW = 14
const ROW = STEP_SIZE.height + EXIT_SIZE.height + 2 * BELOW

/** In pixels; `x` and `y` are the upper left corner. */
type Box = { key: string; x: number; y: number; width: number; height: number }
export type LaidOut = {
  trigger: Box
  steps: (Box & { id: string })[]
  exits: (Box & { place: Place; isNamed: boolean; isEnd: boolean })[]
  lines: { key: string; from: string; to: string }[]
}

/**
 * From top to bottom: the first exit of each step that leads on goes straight, the others stand to the right of it in
 * their order, each with a column of its own as wide as what follows; what ends stands right beside the step. Where ways come together, the step stands below the first of
 * them and lower than all. Every exit is a box between two steps, so that there is always a place to put something.
 */
export function layoutFlow(flow: Flow): LaidOut {
  const { steps, exits } = spread(flow)
  const trigger = { key: TRIGGER, x: 0, y: 0, ...STEP_SIZE }
  const lines = exits.flatMap(({ place, isEnd }) => {
    const from = place.node === null ? TRIGGER : stepKey(place.node)
    const here = { from, to: exitKey(place) }
    return isEnd ? [here] : [here, { from: exitKey(place), to: stepKey(targetOf(flow, place)!) }]
  })
  return { trigger, steps, exits, lines: lines.map((line) => ({ ...line, key: `${line.from}>${line.to}` })) }
}

function spread(flow: Flow): Pick<LaidOut, "steps" | "exits"> {
  const rows = rowsOf(flow)
  const placed = new Set<string>()
  const steps: LaidOut["steps"] = []
  const exits: LaidOut["exits"] = []

  function putExit(place: Place, { middle, row, isNamed }: { middle: number; row: number; isNamed: boolean }): void {
    const size = isNamed ? EXIT_SIZE : PLUS_SIZE
    const y = row * ROW + STEP_SIZE.height + BELOW + (EXIT_SIZE.height - size.height) / 2
    const isEnd = !nodeOf(flow, targetOf(flow, place))
    exits.push({ key: exitKey(place), place, isNamed, isEnd, x: middle - size.width / 2, y, ...size })
  }

  /** Puts a step with all that first hangs on it from `left` on; answers how wide that is. */
  function putStep(id: string, left: number): number {
    placed.add(id)
    const row = rows.get(id)!
    steps.push({ key: stepKey(id), id, x: left, y: row * ROW, ...STEP_SIZE })
    const names = Object.keys(nodeOf(flow, id)!.exits)
    const isNamed = names.length > 1
    const isOpen = (exit: string) => {
      const target = targetOf(flow, { node: id, exit })
      return nodeOf(flow, target) !== undefined && !placed.has(target!)
    }
    const straight = names.find(isOpen) ?? names[0]
    if (straight === undefined) return STEP_SIZE.width
    putExit({ node: id, exit: straight }, { middle: left + STEP_SIZE.width / 2, row, isNamed })
    let width = isOpen(straight) ? putStep(targetOf(flow, { node: id, exit: straight })!, left) : STEP_SIZE.width
    // What ends needs no column: only this row, right beside the step.
    let beside = STEP_SIZE.width / 2 + EXIT_SIZE.width / 2 + BESIDE
    const others = names.filter((exit) => exit !== straight)
    for (const exit of others.filter((one) => !isOpen(one))) {
      putExit({ node: id, exit }, { middle: left + beside + EXIT_SIZE.width / 2, row, isNamed })
      beside += EXIT_SIZE.width + BESIDE
    }
    width = Math.max(width, beside - BESIDE)
    for (const exit of others.filter((one) => !exits.some(({ key }) => key === exitKey({ node: id, exit: one })))) {
      const column = left + width + BESIDE
      putExit({ node: id, exit }, { middle: column + STEP_SIZE.width / 2, row, isNamed })
      const target = targetOf(flow, { node: id, exit })
      width += BESIDE + (isOpen(exit) ? putStep(target!, column) : STEP_SIZE.width)
    }
    return width
  }

  putExit(START, { middle: STEP_SIZE.width / 2, row: 0, isNamed: false })
  let width = flow.nodes[0] ? putStep(flow.nodes[0].id, 0) : STEP_SIZE.width
  // What nothing leads to (an import, a broken draft) stands beside it, to be seen and mended.
  for (const { id } of flow.nodes) if (!placed.has(id)) width += BESIDE + putStep(id, width + BESIDE)
  return { steps, exits }
}

/** Row of each step: below all that lead to it; a way back up does not count. The trigger has row 0. */
function rowsOf(flow: Flow): Map<string, number> {
  const { order, forward } = walked(flow)
  const rows = new Map(order.map((id) => [id, 1]))
  for (const id of order)
    for (const target of forward.get(id)!) rows.set(target, Math.max(rows.get(target)!, rows.get(id)! + 1))
  return rows
}

/** Steps so that each stands before all that it leads to, and where each leads without the ways back up. */
function walked(flow: Flow): { order: string[]; forward: Map<string, string[]> } {
  const forward = new Map<string, string[]>()
  const above = new Set<string>()
  const done: string[] = []
  function visit(id: string): void {
    const targets: string[] = []
    forward.set(id, targets)
    above.add(id)
    for (const target of Object.values(nodeOf(flow, id)!.exits)) {
      if (target === null || above.has(target) || !nodeOf(flow, target)) continue
      targets.push(target)
      if (!forward.has(target)) visit(target)
    }
    above.delete(id)
    done.push(id)
  }
  for (const { id } of flow.nodes) if (!forward.has(id)) visit(id)
  return { order: done.reverse(), forward }
}
