import type { ShopOrder } from "../shop/shop"

/** A line as a notice told it: how many. 0: taken back. */
export type ToldLine = { orderId: string; lineId: string; told: number }

/** How many of a line the order still wants: none of a cancelled order, nor of what was taken out of it. */
export function wantedOf(
  { orderId, lineId }: Pick<ToldLine, "orderId" | "lineId">,
  orders: ReadonlyMap<string, ShopOrder>,
): number {
  const order = orders.get(orderId)
  if (!order || order.cancelledAt) return 0
  return order.lines.find(({ id }) => id === lineId)?.quantity ?? 0
}

/** What is otherwise now than the notice said; a correction names just these. */
export function changedLines<Line extends ToldLine>(
  told: Line[],
  orders: ReadonlyMap<string, ShopOrder>,
): (Line & { now: number })[] {
  return told
    .map((line) => ({ ...line, now: wantedOf(line, orders) }))
    .filter(({ told: before, now }) => before !== now)
}
