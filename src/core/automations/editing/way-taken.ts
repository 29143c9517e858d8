import { exitKey, nodeOf, START, TRIGGER, type Flow } from "./flow"

/** Steps that lead on at once and let the time pass behind them. */
const WAITS = ["wait", "wait_until"]

/** The wait in which somebody rests who is led to `node` already; null where none leads there, or several do. */
export function waitBefore(flow: Flow, node: string | null): string | null {
  const before = flow.nodes.filter(({ kind, exits }) => WAITS.includes(kind) && Object.values(exits).includes(node))
  return node !== null && before.length === 1 ? before[0]!.id : null
}

/** Where somebody stands, as a person would say it: who waits for the next step is still in the wait. */
export function standsAt(flow: Flow, { node, is_ahead: isAhead }: { node: string | null; is_ahead: boolean }) {
  return (isAhead ? waitBefore(flow, node) : null) ?? node
}

/** Keys of the trigger, the steps and the exits of a way; `traces` are the steps that left one, in the order of time. */
export function wayTaken(flow: Flow, traces: string[]): Set<string> {
  const taken = new Set<string>([TRIGGER, exitKey(START)])
  let at = flow.nodes[0]?.id
  if (at !== undefined) taken.add(at)
  for (const to of traces) {
    for (const { node, exit, target } of legs(flow, at, to)) {
      taken.add(exitKey({ node, exit }))
      taken.add(target)
    }
    taken.add(to)
    at = to
  }
  return taken
}

type Leg = { node: string; exit: string; target: string }

/** The shortest way from one step to another: in between stand only steps that leave no trace, such as a wait. */
function legs(flow: Flow, from: string | undefined, to: string): Leg[] {
  if (from === undefined || from === to) return []
  const before = new Map<string, Leg | null>([[from, null]])
  const open = [from]
  for (const id of open) {
    if (id === to) break
    for (const [exit, target] of Object.entries(nodeOf(flow, id)?.exits ?? {})) {
      if (target === null || before.has(target)) continue
      before.set(target, { node: id, exit, target })
      open.push(target)
    }
  }
  const found: Leg[] = []
  for (let leg = before.get(to); leg; leg = before.get(leg.node)) found.unshift(leg)
  return found
}
