import type { Directory } from "../core/notices/group-lines"
import type { ShopLine, ShopOrder } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"

/** Whom "the supplier" and "the shop's own people" mean for these lines. */
export async function noticeDirectory({ suppliers, settings }: Mailroom, lines: ShopLine[]): Promise<Directory> {
  const { owner } = await settings.read()
  return {
    suppliers: await suppliers.ofProducts(lines.flatMap(({ productId }) => productId ?? [])),
    owner: owner.addresses,
  }
}

/** Who delivers each line: rules may ask for it. */
export async function withSuppliers({ suppliers }: Mailroom, order: ShopOrder): Promise<ShopOrder> {
  const of = await suppliers.ofProducts(order.lines.flatMap(({ productId }) => productId ?? []))
  if (of.size === 0) return order
  return {
    ...order,
    lines: order.lines.map((line) => ({ ...line, supplierId: of.get(line.productId ?? "")?.id ?? null })),
  }
}
