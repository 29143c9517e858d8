import type { PlacedEffect } from "../../core/automations/effects"
import type { Facts } from "../../core/automations/facts"
import type { EffectState, MailState } from "../../core/automations/questions"
import type { Reason } from "../../core/messages/states"
import type { EnrolmentFacts } from "../../modules/mailroom/sql/enrolments"
import type { Walk } from "./walk"

/** A mail that would have gone, or not. */
export type GhostMail = { node: string; visit: number; at: Date; refused: Reason | null }
/** What would have left otherwise; `cost` of a promotion code, in its currency. */
export type GhostEffect = {
  node: string
  visit: number
  at: Date
  effect: PlacedEffect
  state: EffectState["state"]
  cost: number
}

/** An entrant of a replay: it walks as a real one does, and nothing of it is stored. */
export type Ghost = {
  walk: Walk
  dueAt: Date
  state: "due" | "waiting" | "done" | "refused" | "failed"
  outcome: string | null
  /** What it is about, as the shop has it now; what is known of its time is taken back (`factsAt`). */
  facts: Facts | null
  mails: GhostMail[]
  effects: GhostEffect[]
  /** Every step in the order in which it was walked. */
  trace: GhostStep[]
}

/** `kind`: mail, the kind of what leaves otherwise, or `passed` for a step that only decides or waits. `exit` is how it was left. */
export type GhostStep = { node: string; at: Date; kind: string; mail?: GhostMail; exit?: string }

export type Coming = { key: string; contactId: string | null; facts: EnrolmentFacts; at: Date; node?: string }

export const nameOfEffect = (effect: PlacedEffect): string => (effect.kind === "outside" ? effect.what : effect.kind)

/** `n` stands in for the id: the same replay twice gives the same people. */
export function ghostOf(
  shared: Pick<Walk, "automationKind" | "version" | "settings"> & { automationId: string },
  n: number,
  { key, contactId, facts, at, node }: Coming,
): Ghost {
  const { automationId, ...walked } = shared
  const row = {
    id: `00000000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`,
    automation_id: automationId,
    version_id: "",
    occurrence_key: key,
    facts,
    contact_id: contactId,
    node: node ?? null,
    visit: 0,
    rested: 0,
    attempts: 0,
    lease_token: "",
    entered_at: at,
    now: at,
  }
  const walk = { ...walked, row, answers: new Map() }
  return { walk, dueAt: at, state: "due", outcome: null, facts: null, mails: [], effects: [], trace: [] }
}

/** A mail that nothing was against counts as sent at once; who opens or clicks cannot be known, so nobody does. */
export function stateOfMail({ at, refused }: GhostMail): MailState {
  const sent = refused === null
  return {
    status: sent ? "sent" : "dropped",
    reason: refused,
    isDelivered: sent,
    isOpened: false,
    isClicked: false,
    sentAt: sent ? at : null,
  }
}

/** What was wanted at each step, and how it was left; a mail is left later than it is sent. */
export function traced(ghost: Ghost, fresh: GhostStep[], passages: readonly { node: string; exit: string }[]): void {
  const open = [...fresh]
  for (const { node, exit } of passages) {
    const mine = open.filter((one) => one.node === node)
    const earlier = mine.length > 0 ? undefined : ghost.trace.filter((one) => one.node === node && !one.exit).at(-1)
    if (earlier) earlier.exit = exit
    else if (mine.length > 0) ghost.trace.push(...mine.map((one) => ({ ...one, exit })))
    else ghost.trace.push({ node, at: ghost.walk.row.now, kind: "passed", exit })
    for (const one of mine) open.splice(open.indexOf(one), 1)
  }
  ghost.trace.push(...open)
}

/** A cart that was bought later was open then. */
export function factsAt(facts: Facts, at: Date): Facts {
  const { cart } = facts
  if (!cart?.boughtAt) return facts
  return { ...facts, cart: { ...cart, isBought: new Date(cart.boughtAt) <= at } }
}
