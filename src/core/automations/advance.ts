import type { AutomationNode, AutomationSettings, AutomationVersion, NodeOf } from "./definition"
import type { Facts } from "./facts"
import { noticesFor, type Notice } from "./notice"
import { matchingLines } from "./purchase-match"

export type Position = { node: string | null; visit: number }

/** What the engine stores together with the position: mails, and decisions that did not become one. */
export type Effect =
  | { kind: "mail_shopper"; node: string; visit: number; settings: NodeOf<"send_email">["settings"] }
  | { kind: "mail_owner"; node: string; visit: number; settings: NodeOf<"send_email">["settings"] }
  | {
      kind: "mail_third_party"
      node: string
      visit: number
      settings: NodeOf<"notify_third_party">["settings"]
      notice: Notice
    }
  | { kind: "decision"; node: string; verdict: "skipped" | "left"; reason: string }

export type Advanced = {
  position: Position
  /** `waiting` until `dueAt`, or at the end of the way. */
  state: "waiting" | "done"
  dueAt: Date | null
  /** How it ended; null while it waits. */
  outcome: string | null
  effects: Effect[]
}

/**
 * Walks one entrant from where it stands to its next wait or to the end, deciding on the way. Pure: the same entrant,
 * facts and time give the same effects, so that a crash before the commit changes nothing.
 */
export function advance({
  version,
  settings,
  position,
  facts,
  now,
}: {
  version: AutomationVersion
  settings: AutomationSettings
  position: Position
  facts: Facts
  now: Date
}): Advanced {
  const effects: Effect[] = []
  const { visit } = position
  let at = position.node ?? version.nodes[0]!.id
  let outcome: string | null = null
  // A graph without a wait in a circle ends within its own length; `problemsOf` refuses the others.
  for (let steps = 0; steps <= version.nodes.length; steps++) {
    const node = version.nodes.find(({ id }) => id === at)
    if (!node) return ended(at, visit, "node_missing", [...effects, left(at, "node_missing")])
    const walked = walk(node, visit, settings, facts)
    effects.push(...walked.effects)
    outcome = walked.outcome ?? outcome
    if (node.kind === "wait")
      return {
        position: { node: node.next, visit: visit + 1 },
        state: node.next === null ? "done" : "waiting",
        dueAt: node.next === null ? null : new Date(now.getTime() + node.settings.minutes * 60_000),
        outcome: node.next === null ? (outcome ?? "ended") : null,
        effects,
      }
    if (walked.next === null) return ended(node.id, visit, outcome ?? "ended", effects)
    at = walked.next
  }
  return ended(at, visit, "circle", [...effects, left(at, "circle")])
}

type Walked = { next: string | null; effects: Effect[]; outcome?: string }

function walk(node: AutomationNode, visit: number, settings: AutomationSettings, facts: Facts): Walked {
  switch (node.kind) {
    case "wait":
      return { next: node.next, effects: [] }
    case "filter":
      return filter(node, facts)
    case "send_email":
      return send(node, visit, settings, facts)
    case "notify_third_party":
      return notify(node, visit, facts)
  }
}

function filter(node: NodeOf<"filter">, facts: Facts): Walked {
  const reason = whyNot(node.settings, facts)
  if (!reason) return { next: node.next, effects: [] }
  return { next: node.otherwise, effects: [left(node.id, reason)], outcome: reason }
}

function whyNot(rule: NodeOf<"filter">["settings"], facts: Facts): string | null {
  switch (rule.rule) {
    case "bought":
      return matchingLines(rule.match, facts.lines, facts.salesChannelId).length > 0 ? null : "nothing_matches"
    case "cart_still_open":
      if (!facts.cart || facts.cart.isBought) return "cart_bought"
      return facts.cart.itemCount === 0 ? "cart_emptied" : null
    case "has_account":
      return facts.shopper.hasAccount ? null : "no_account"
  }
}

function send(node: NodeOf<"send_email">, visit: number, settings: AutomationSettings, facts: Facts): Walked {
  const { settings: mail } = node
  const effects: Effect[] = [{ kind: "mail_shopper", node: node.id, visit, settings: mail }]
  if (settings.ownerCopy.enabled && !mail.isSecret)
    effects.push({ kind: "mail_owner", node: node.id, visit, settings: mail })
  return { next: node.next, effects, outcome: facts.shopper.email ? "mailed" : "no_address" }
}

function notify(node: NodeOf<"notify_third_party">, visit: number, facts: Facts): Walked {
  if (!facts.order) return { next: node.next, effects: [skipped(node.id, "no_order")], outcome: "no_order" }
  // Cancelled before anybody was told: there is nothing to tell, and nothing to correct.
  if (facts.order.cancelledAt && !facts.isCorrection)
    return { next: node.next, effects: [skipped(node.id, "order_cancelled")], outcome: "order_cancelled" }
  const notices = noticesFor(node.settings, facts.order, { isCorrection: facts.isCorrection })
  if (notices.length === 0)
    return { next: node.next, effects: [skipped(node.id, "no_recipient")], outcome: "no_recipient" }
  const effects = notices.map((notice): Effect => ({
    kind: "mail_third_party",
    node: node.id,
    visit,
    settings: node.settings,
    notice,
  }))
  return { next: node.next, effects, outcome: "mailed" }
}

const skipped = (node: string, reason: string): Effect => ({ kind: "decision", node, verdict: "skipped", reason })
const left = (node: string, reason: string): Effect => ({ kind: "decision", node, verdict: "left", reason })

function ended(node: string, visit: number, outcome: string, effects: Effect[]): Advanced {
  return { position: { node, visit }, state: "done", dueAt: null, outcome, effects }
}
