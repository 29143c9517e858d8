/** Where people (or an admin for them) act themselves; every other source is the shop telling of its data. */
const OWN_ACTS = new Set(["form", "account", "checkout", "admin", "demo"])

/**
 * Whether a forgotten person may become a contact again. The shop goes on telling of old orders, carts and accounts, and
 * must not bring them back; an order or account newer than the erasure, or a form that was filled in, does.
 */
export function mayReturn(
  person: { source: string; lastTransactionAt: Date | null; registeredAt: Date | null },
  erasedAt: Date,
): boolean {
  const isLater = (at: Date | null) => at !== null && at > erasedAt
  return OWN_ACTS.has(person.source) || isLater(person.lastTransactionAt) || isLater(person.registeredAt)
}
