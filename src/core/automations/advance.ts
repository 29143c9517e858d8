import type { AutomationSettings } from "./automation-settings"
import type { AutomationVersion } from "./definition"
import type { Effect, PlacedEffect } from "./effects"
import type { AutomationNode, Entrant } from "./node-kind"
import { nodeKindOf } from "./nodes/kinds"
import type { Know, Question } from "./questions"
import type { WayReason } from "./way-reasons"

/** `node` null: it has not begun. */
export type Position = { node: string | null; visit: number; rested: number }

/** One node left by one of its exits; numbers per node are counted from these. */
export type Passage = { node: string; exit: string }

export type Advanced = {
  position: Position
  /** `waiting` until `dueAt`, or at the end of the way. */
  state: "waiting" | "done"
  dueAt: Date | null
  /** How it ended; null while it waits. */
  outcome: WayReason | null
  effects: PlacedEffect[]
  passages: Passage[]
}

/** Not enough is known: answer these and walk again. */
export type Asking = { ask: Question[] }

export type Walker = {
  version: AutomationVersion
  automation: { id: string; settings: AutomationSettings }
  position: Position
  entrant: Pick<Entrant, "id" | "contactId" | "enteredAt">
  know: Know
  now: Date
}

/**
 * Walks one entrant from where it stands to its next rest or to the end, deciding on the way. Pure: the same entrant,
 * answers and time give the same effects, so that a crash before the commit changes nothing.
 */
export function advance({ version, automation, position, entrant, know, now }: Walker): Advanced | Asking {
  const effects: PlacedEffect[] = []
  const passages: Passage[] = []
  let { visit, rested } = position
  let at = position.node ?? version.nodes[0]!.id
  let outcome: WayReason | null = null
  const end = (reason: WayReason): Advanced => ({
    position: { node: at, visit, rested: 0 },
    state: "done",
    dueAt: null,
    outcome: reason,
    effects,
    passages,
  })
  // A graph without a rest in a circle ends within its own length; `problemsOf` refuses the others.
  for (let steps = 0; steps <= version.nodes.length; steps++) {
    const node = version.nodes.find(({ id }) => id === at)
    const kind = node && nodeKindOf(node.kind)
    if (!node || !kind) {
      effects.push(left(at, visit, "node_missing"))
      return end("node_missing")
    }
    const decision = kind.decide({
      node,
      settings: node.settings,
      entrant: { ...entrant, visit, rested },
      automation,
      know,
      now,
    })
    if ("ask" in decision) return decision
    effects.push(...placed(decision.effects, node, visit))
    if ("end" in decision) return end(decision.end)
    outcome = decision.outcome ?? outcome
    if ("wait" in decision) {
      if (decision.then === undefined) return rest(node.id, visit, rested + 1, decision.wait)
      passages.push({ node: node.id, exit: decision.then })
      const next = node.exits[decision.then] ?? null
      visit += 1
      // Nobody waits for an end.
      if (next === null) return end(outcome ?? "ended")
      return rest(next, visit, 0, decision.wait)
    }
    passages.push({ node: node.id, exit: decision.go })
    const next = node.exits[decision.go] ?? null
    if (next === null) return end(outcome ?? "ended")
    // Behind a rest everything may be done once more: a circle through it comes to the same nodes again.
    if (rested > 0) visit += 1
    rested = 0
    at = next
  }
  effects.push(left(at, visit, "circle"))
  return end("circle")

  function rest(node: string, atVisit: number, times: number, until: Date): Advanced {
    return {
      position: { node, visit: atVisit, rested: times },
      state: "waiting",
      dueAt: until,
      outcome: null,
      effects,
      passages,
    }
  }
}

const placed = (effects: Effect[] | undefined, { id }: AutomationNode, visit: number): PlacedEffect[] =>
  (effects ?? []).map((effect) => ({ ...effect, node: id, visit }))

const left = (node: string, visit: number, reason: WayReason): PlacedEffect => ({
  kind: "decision",
  verdict: "left",
  reason,
  node,
  visit,
})
