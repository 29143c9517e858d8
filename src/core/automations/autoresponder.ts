import type { AutomationDraft } from "./definition"

/** The plain form (F5): when · who · which mail. */
export type Autoresponder = {
  trigger: { kind: string; settings: Record<string, unknown> } | null
  /** Null: at once. */
  delay: { amount: number; unit: "minutes" | "hours" | "days" } | null
  /** Null: everybody it happens to. */
  segmentId: string | null
  mail: { template: string; class: "tx" | "marketing"; topicId: string | null }
}

type Step = AutomationDraft["nodes"][number]

/**
 * As a way: wait, ask whether the person is in the segment now, send. Who it is for is read when the mail goes, not when
 * it begins.
 */
export function autoresponderDraft({ trigger, delay, segmentId, mail }: Autoresponder): AutomationDraft {
  const send: Step = { id: "mail", kind: "send_email", settings: { ...mail }, exits: { sent: null, not_sent: null } }
  const who: Step = {
    id: "who",
    kind: "filter",
    settings: { rule: "in_segment", segmentId },
    exits: { yes: send.id, no: null },
  }
  const first = segmentId ? who : send
  const wait: Step = { id: "wait", kind: "wait", settings: { ...delay }, exits: { next: first.id } }
  return {
    trigger: trigger && { ...trigger, filters: [], reentry: { rule: "per_occurrence" } },
    nodes: [...(delay ? [wait] : []), ...(segmentId ? [who] : []), send],
  }
}

/** What the form shows; null for a way that says more than the form can. */
export function autoresponderOf({ trigger, nodes }: AutomationDraft): Autoresponder | null {
  const [wait, who, send] = [nodeOf(nodes, "wait"), nodeOf(nodes, "filter"), nodeOf(nodes, "send_email")]
  const mail = (send?.settings ?? {}) as Partial<Autoresponder["mail"]>
  const one: Autoresponder = {
    trigger: trigger && { kind: trigger.kind, settings: (trigger.settings ?? {}) as Record<string, unknown> },
    delay: wait ? (wait.settings as Autoresponder["delay"]) : null,
    segmentId: (who?.settings as { segmentId?: string } | undefined)?.segmentId ?? null,
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
