import type { Effect } from "../effects"
import type { Asked, Decision } from "../node-kind"

type Outside = Omit<Extract<Effect, { kind: "outside" }>, "kind">

/** Seconds between looks; whoever settles an effect wakes who waits for it, so that these are only for lost wake-ups. */
const LOOKS_AFTER_SECONDS = [5, 30, 300, 3600]

/**
 * Something that leaves the database, and its outcome as an exit: `done`, or `failed` for whatever was not carried out. Where
 * neither leads anywhere nobody waits for it. What is in doubt counts as done: it may have arrived.
 */
export function carriedOut(asked: Asked<unknown>, outside: Outside): Decision {
  return asked.entrant.rested === 0 ? begin(asked, outside) : follow(asked)
}

export const OUTSIDE_EXITS = ["done", "failed"]

function begin({ node, now }: Asked<unknown>, outside: Outside): Decision {
  const effects: Effect[] = [{ kind: "outside", ...outside }]
  if (!node.exits.done && !node.exits.failed) return { go: "done", effects, outcome: outside.what }
  return { wait: after(now, LOOKS_AFTER_SECONDS[0]!), effects, outcome: outside.what }
}

function follow({ node, entrant, know, now }: Asked<unknown>): Decision {
  const question = { about: "effect_state", node: node.id, visit: entrant.visit } as const
  const effect = know(question)
  if (effect === undefined) return { ask: [question] }
  if (effect?.state === "pending")
    return { wait: after(now, LOOKS_AFTER_SECONDS[Math.min(entrant.rested, LOOKS_AFTER_SECONDS.length - 1)]!) }
  if (effect?.state === "done" || effect?.state === "in_doubt") return { go: "done" }
  const reason = `effect_${effect?.state ?? "missing"}`
  return { go: "failed", effects: [{ kind: "decision", verdict: "went", reason }] }
}

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000)
