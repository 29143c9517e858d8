import type { EffectKind } from "../effect-kinds"
import type { Effect } from "../effects"
import type { Asked, Decision } from "../node-kind"
import type { EffectState } from "../questions"
import type { WayReason } from "../way-reasons"

type Outside<Kind extends EffectKind = EffectKind> = Omit<Extract<Effect, { kind: "outside" }>, "kind" | "what"> & {
  what: Kind
}
/** `outcome` is how the way ends where nothing follows. */
type Exits = { good: string; bad: string; outcome?: WayReason }

/** Seconds between looks; whoever settles an effect wakes who waits for it, so that these are only for lost wake-ups. */
const LOOKS_AFTER_SECONDS = [5, 30, 300, 3600]

/**
 * Something that leaves the database, and its outcome as an exit: `done`, or `failed` for whatever was not carried out. Where
 * neither leads anywhere nobody waits for it. What is in doubt counts as done: it may have arrived.
 */
export function carriedOut(asked: Asked<unknown>, outside: Outside<EffectKind & WayReason>): Decision {
  if (asked.entrant.rested > 0) return follow(asked, DONE_OR_FAILED)
  const { done, failed } = asked.node.exits
  if (done || failed) return begin(asked, outside)
  return { go: "done", effects: [{ kind: "outside", ...outside }], outcome: outside.what }
}

export const OUTSIDE_EXITS = ["done", "failed"]
const DONE_OR_FAILED: Exits = { good: "done", bad: "failed" }

/** The same for what is said to the person. It is waited for in any case, so that the exits count what was really sent. */
export function saidOutside(asked: Asked<unknown>, outside: Outside): Decision {
  return asked.entrant.rested > 0 ? follow(asked, SENT_OR_NOT) : begin(asked, outside)
}

export const SAID_EXITS = ["sent", "not_sent"]
const SENT_OR_NOT: Exits = { good: "sent", bad: "not_sent", outcome: "said" }

function begin({ now }: Asked<unknown>, outside: Outside): Decision {
  return { wait: nextEffectLook(0, now), effects: [{ kind: "outside", ...outside }] }
}

function follow({ node, entrant, know, now }: Asked<unknown>, { good, bad, outcome }: Exits): Decision {
  const question = { about: "effect_state", node: node.id, visit: entrant.visit } as const
  const effect = know(question)
  if (effect === undefined) return { ask: [question] }
  if (effect?.state === "pending") return { wait: nextEffectLook(entrant.rested, now) }
  if (hasLeft(effect)) return { go: good, outcome }
  const reason = whyNotCarriedOut(effect)
  return { go: bad, outcome: reason, effects: [{ kind: "decision", verdict: "went", reason }] }
}

export function nextEffectLook(rested: number, now: Date): Date {
  const seconds = LOOKS_AFTER_SECONDS[Math.min(rested, LOOKS_AFTER_SECONDS.length - 1)]!
  return new Date(now.getTime() + seconds * 1000)
}

export const hasLeft = (effect: EffectState | null): boolean => effect?.state === "done" || effect?.state === "in_doubt"

/** The effect's own reason, as far as it is a word of ours; else only that it was not. */
export function whyNotCarriedOut(effect: EffectState | null): WayReason {
  if (!effect) return "effect_missing"
  return effect.why ?? (effect.state === "skipped" ? "effect_skipped" : "effect_failed")
}
