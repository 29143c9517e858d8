import type { Directory } from "../core/notices/group-lines"
import type { ShopLine, ShopOrder } from "../core/shop/shop"
import type { Mailroom } from "../modules/mailroom/mailroom"

/** Whom "the supplier" and "the shop's own people" mean for these lines. */
export async function noticeDirectory({ suppliers, settings, shop }: Mailroom, lines: ShopLine[]): Promise<Directory> {
  const { owner } = await settings.read()
  const staff = (await shop?.staff()) ?? []
  return {
    suppliers: await suppliers.ofProducts(lines.flatMap(({ productId }) => productId ?? [])),
    owner: owner.addresses,
    staff: new Map(staff.flatMap(({ id, email }) => (email ? [[id, email] as const] : []))),
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
