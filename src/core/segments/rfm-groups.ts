/** Names for the 25 cells of recency × frequency; each cell has exactly one. */
export const RFM_GROUPS = [
  "champions",
  "loyal",
  "potential_loyal",
  "new",
  "promising",
  "need_attention",
  "about_to_sleep",
  "at_risk",
  "cannot_lose",
  "hibernating",
] as const
export type RfmGroup = (typeof RFM_GROUPS)[number]

/** From 1 (longest ago, fewest orders) to 5 (latest, most orders). */
export type Quintile = 1 | 2 | 3 | 4 | 5

/** Rows: recency 5 down to 1. Columns: frequency 1 to 5. */
const GRID: Record<Quintile, [RfmGroup, RfmGroup, RfmGroup, RfmGroup, RfmGroup]> = {
  5: ["new", "potential_loyal", "potential_loyal", "champions", "champions"],
  4: ["promising", "potential_loyal", "potential_loyal", "loyal", "loyal"],
  3: ["about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"],
  2: ["hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"],
  1: ["hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"],
}

export function rfmGroup(recency: Quintile, frequency: Quintile): RfmGroup {
  return GRID[recency][frequency - 1]!
}

/** The cells of a group as two-digit numbers, recency first: 54 is recency 5, frequency 4. */
export function cellsOf(groups: RfmGroup[]): number[] {
  const quintiles: Quintile[] = [1, 2, 3, 4, 5]
  return quintiles.flatMap((recency) =>
    quintiles
      .filter((frequency) => groups.includes(rfmGroup(recency, frequency)))
      .map((frequency) => recency * 10 + frequency),
  )
}
