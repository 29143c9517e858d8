import type { AbTest } from "./ab-test"
import type { AbVerdict, VariantFigures } from "./ab-verdict"

/** How a test ended, as it was known at that moment. `by`: whose hand it was; null = the waiting time was over. */
export type AbResult = {
  chosen: number
  verdict: AbVerdict | null
  by: string | null
  at: string
  figures: VariantFigures[]
  currency: string | null
}

/** By itself the winner gets the rest, and without a winner the variant that was named for this beforehand. */
export function chosenBy({ fallback }: AbTest, verdict: AbVerdict): number {
  return verdict.kind === "winner" ? verdict.variant : fallback
}
