/** An order as it stands now: edits are in its lines, what was exchanged is a line that came back and a new one. */
export type SoldOrder = {
  /** Gross, and what of it was paid back. */
  total: number
  refunded: number
  isCancelled: boolean
  lines: { net: number; quantity: number; returned: number }[]
}

/**
 * What an order is worth to the mail that brought it, net of tax (F44). Goods that came back are worth nothing from then
 * on, whether the money went back already or not; a refund takes its share of the net away. Usually both are the same
 * thing told twice, so the larger one counts and not their sum.
 */
export function orderWorth({ total, refunded, isCancelled, lines }: SoldOrder): number {
  if (isCancelled) return 0
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  const cameBack = lines.reduce((sum, { net: worth, quantity, returned }) => {
    return sum + (quantity > 0 ? worth * Math.min(returned / quantity, 1) : 0)
  }, 0)
  const paidBack = total > 0 ? net * Math.min(refunded / total, 1) : 0
  return net - Math.max(cameBack, paidBack)
}
