export const STAGES = ["planned", "sent", "delivered", "open", "click", "orders"] as const
export type Stage = (typeof STAGES)[number]

/** `share` of those it was planned for; null with an unknown count, or where it was planned for nobody. */
export type FunnelStage = { stage: Stage; count: number | null; share: number | null }

type Figures = {
  planned: number
  sent: number
  delivered: number | null
  open: number | null
  click: number | null
}

/**
 * How many are left at each stage, people or mails; what cannot be known stays null. Orders are those that the mailing's
 * rule counts; by the rule "none" there is no such stage.
 */
export function funnelOf(figures: Figures, rule: "click" | "range" | "none", orders: number): FunnelStage[] {
  const counts: Record<Stage, number | null> = { ...pick(figures), orders }
  return STAGES.filter((stage) => stage !== "orders" || rule !== "none").map((stage) => ({
    stage,
    count: counts[stage],
    share: shareOf(counts[stage], figures.planned),
  }))
}

const pick = ({ planned, sent, delivered, open, click }: Figures) => ({ planned, sent, delivered, open, click })

/** Never more than all: one person may order twice. */
function shareOf(count: number | null, planned: number): number | null {
  return count === null || planned === 0 ? null : Math.min(1, count / planned)
}
