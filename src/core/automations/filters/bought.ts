import { z } from "zod"
import { filterKind } from "../filter-kind"
import { matchingLines, productsOf, purchaseMatchSchema } from "../purchase-match"

/** Only when one of these is among the lines. */
export const bought = filterKind({
  kind: "bought",
  settings: z.object({ match: purchaseMatchSchema }),
  defaults: { match: { kind: "product", ids: [] } },
  judge({ settings: { match }, know }) {
    const facts = know({ about: "occurrence" })
    if (!facts) return { ask: [{ about: "occurrence" }] }
    const lines = matchingLines(match, facts.lines, facts.salesChannelId)
    return { holds: lines.length > 0, saw: { products: facts.lines.map(({ productId }) => productId) } }
  },
  references: ({ match }) => productsOf(match),
})
