import type { BounceClass } from "./smtp-verdict"
import type { MessageEventKind } from "./states"

/** One thing that came back about a message. The id tells a repetition from a second one. */
export type FoldableEvent = {
  id: string
  kind: MessageEventKind
  /** Milliseconds. */
  at: number
  classification?: "human" | "uncertain" | "machine" | null
  bounceClass?: BounceClass | null
}

/** What is known of a message from all that came back, in whatever order (table message_fold). */
export type Fold = {
  sentAt: number | null
  inDoubtAt: number | null
  deferredAt: number | null
  deliveredAt: number | null
  isDeliveryInferred: boolean
  bouncedAt: number | null
  bounceClass: BounceClass | null
  droppedAt: number | null
  complainedAt: number | null
  unsubscribedAt: number | null
  firstOpenHumanAt: number | null
  lastOpenHumanAt: number | null
  firstOpenMachineAt: number | null
  firstClickHumanAt: number | null
  lastClickHumanAt: number | null
  firstClickMachineAt: number | null
  opensHuman: number
  opensMachine: number
  clicksHuman: number
  clicksMachine: number
}

export const EMPTY_FOLD: Fold = {
  sentAt: null,
  inDoubtAt: null,
  deferredAt: null,
  deliveredAt: null,
  isDeliveryInferred: false,
  bouncedAt: null,
  bounceClass: null,
  droppedAt: null,
  complainedAt: null,
  unsubscribedAt: null,
  firstOpenHumanAt: null,
  lastOpenHumanAt: null,
  firstOpenMachineAt: null,
  firstClickHumanAt: null,
  lastClickHumanAt: null,
  firstClickMachineAt: null,
  opensHuman: 0,
  opensMachine: 0,
  clicksHuman: 0,
  clicksMachine: 0,
}

const SEVERITY: Record<BounceClass, number> = { soft: 1, block: 2, hard: 3 }

/** Any order and any repetition of the same events gives the same answer. */
export function foldEvents(events: readonly FoldableEvent[]): Fold {
  const once = [...new Map(events.map((event) => [event.id, event])).values()]
  const first = (...kinds: MessageEventKind[]) => least(timesOf(once, (event) => kinds.includes(event.kind)))
  // What is uncertain waits, and counts as neither (core/tracking/classify).
  const seen = (kind: "open" | "click", by: "human" | "machine") =>
    timesOf(once, (event) => event.kind === kind && event.classification === by)
  const humanOpens = seen("open", "human")
  const humanClicks = seen("click", "human")
  const machineOpens = seen("open", "machine")
  const machineClicks = seen("click", "machine")
  const seenByHuman = least([...humanOpens, ...humanClicks])
  const delivered = first("delivered")
  return {
    sentAt: first("sent"),
    inDoubtAt: first("in_doubt"),
    deferredAt: first("deferred"),
    // A person who opened it has it, whatever the servers said.
    deliveredAt: delivered ?? seenByHuman,
    isDeliveryInferred: delivered === null && seenByHuman !== null,
    bouncedAt: first("bounce"),
    bounceClass: worstBounce(once),
    droppedAt: first("dropped"),
    complainedAt: first("spam"),
    unsubscribedAt: first("unsubscribed"),
    firstOpenHumanAt: least(humanOpens),
    lastOpenHumanAt: greatest(humanOpens),
    firstOpenMachineAt: least(machineOpens),
    firstClickHumanAt: least(humanClicks),
    lastClickHumanAt: greatest(humanClicks),
    firstClickMachineAt: least(machineClicks),
    opensHuman: humanOpens.length,
    opensMachine: machineOpens.length,
    clicksHuman: humanClicks.length,
    clicksMachine: machineClicks.length,
  }
}

export const DELIVERY_STATES = [
  "queued",
  "in_doubt",
  "sent",
  "deferred",
  "delivered",
  "bounced_soft",
  "bounced_hard",
  "dropped",
] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** The highest rank wins: a bounce after the delivery is a bounce; only a soft one is lifted by a human open or click. */
export function deliveryState(fold: Fold): DeliveryState {
  const { bounceClass, firstOpenHumanAt, firstClickHumanAt } = fold
  const isSeenByHuman = firstOpenHumanAt !== null || firstClickHumanAt !== null
  if (fold.droppedAt !== null) return "dropped"
  if (fold.bouncedAt !== null && bounceClass !== "soft") return "bounced_hard"
  if (fold.bouncedAt !== null && !isSeenByHuman) return "bounced_soft"
  if (fold.deliveredAt !== null) return "delivered"
  if (fold.deferredAt !== null) return "deferred"
  if (fold.sentAt !== null) return "sent"
  return fold.inDoubtAt !== null ? "in_doubt" : "queued"
}

function worstBounce(events: FoldableEvent[]): BounceClass | null {
  const classes = events.filter(({ kind }) => kind === "bounce").map(({ bounceClass }) => bounceClass ?? "soft")
  return classes.sort((a, b) => SEVERITY[b] - SEVERITY[a])[0] ?? null
}

const timesOf = (events: FoldableEvent[], is: (event: FoldableEvent) => boolean) =>
  events.filter(is).map(({ at }) => at)
const least = (times: number[]) => (times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null)
const greatest = (times: number[]) => (times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null)
