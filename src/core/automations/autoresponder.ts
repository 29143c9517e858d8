import type { AutomationDraft } from "./definition"
import { startsWithoutPerson } from "./triggers/without-person"

/** The plain form (F5): when · who · which mail. */
export type Autoresponder = {
  trigger: { kind: string; settings: Record<string, unknown> } | null
  /** Null: at once. */
  delay: { amount: number; unit: "minutes" | "hours" | "days" } | null
  /** Null: everybody it happens to. A date happens to nobody: then it must say who. */
  segmentId: string | null
  mail: { template: string; class: "tx" | "marketing"; topicId: string | null }
}

type Step = AutomationDraft["nodes"][number]

/**
 * As a way: wait, ask whether the person is in the segment now, send; a trigger without a person selects everybody of the
 * segment instead. Who it is for is read when the mail goes, not when it begins.
 */
export function autoresponderDraft({ trigger, delay, segmentId, mail }: Autoresponder): AutomationDraft {
  const send: Step = { id: "mail", kind: "send_email", settings: { ...mail }, exits: { sent: null, not_sent: null } }
  const who = whoStep({ trigger, segmentId }, send.id)
  const first = who ?? send
  const wait: Step = { id: "wait", kind: "wait", settings: { ...delay }, exits: { next: first.id } }
  return {
    trigger: trigger && { ...trigger, filters: [], reentry: { rule: "per_occurrence" } },
    nodes: [...(delay ? [wait] : []), ...(who ? [who] : []), send],
  }
}

function whoStep({ trigger, segmentId }: Pick<Autoresponder, "trigger" | "segmentId">, to: string): Step | null {
  if (startsWithoutPerson(trigger?.kind))
    return { id: "who", kind: "select_customers", settings: { segmentId: segmentId ?? "" }, exits: { each: to } }
  if (!segmentId) return null
  return { id: "who", kind: "filter", settings: { rule: "in_segment", segmentId }, exits: { yes: to, no: null } }
}

/** What the form shows; null for a way that says more than the form can. */
export function autoresponderOf({ trigger, nodes }: AutomationDraft): Autoresponder | null {
  const [wait, send] = [nodeOf(nodes, "wait"), nodeOf(nodes, "send_email")]
  const who = nodeOf(nodes, "select_customers") ?? nodeOf(nodes, "filter")
  const mail = (send?.settings ?? {}) as Partial<Autoresponder["mail"]>
  const one: Autoresponder = {
    trigger: trigger && { kind: trigger.kind, settings: (trigger.settings ?? {}) as Record<string, unknown> },
    delay: wait ? (wait.settings as Autoresponder["delay"]) : null,
    segmentId: (who?.settings as { segmentId?: string } | undefined)?.segmentId || null,
    // What only the canvas can set stays as it is.
    mail: { ...mail, template: mail.template ?? "", class: mail.class ?? "marketing", topicId: mail.topicId ?? null },
  }
  if (nodes.length === 0 && !trigger?.filters.length) return one
  return isSame({ trigger, nodes }, autoresponderDraft(one)) ? one : null
}

const nodeOf = (nodes: Step[], kind: string) => nodes.find((node) => node.kind === kind)

/** Names and settings that the form leaves alone do not count, ways and conditions do. */
function isSame(draft: AutomationDraft, made: AutomationDraft): boolean {
  const shapeOf = ({ trigger, nodes }: AutomationDraft) =>
    JSON.stringify([
      trigger?.filters ?? [],
      nodes.map(({ id, kind, exits }) => [id, kind, Object.entries(exits).sort()]),
    ])
  return shapeOf(draft) === shapeOf(made)
}
