import { supplierSchema } from "../../src/core/suppliers/supplier"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"

/** Suppliers by the product that each delivers. */
export async function suppliersFor(
  { suppliers }: Mailroom,
  byProduct: Record<string, { name: string; emails: string[] } & Record<string, unknown>>,
): Promise<void> {
  for (const [productId, given] of Object.entries(byProduct)) {
    const { id } = await suppliers.create(supplierSchema.parse(given))
    await suppliers.assign(id, { by: "product", ids: [productId] })
  }
}
