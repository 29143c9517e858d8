/** What of the past of a trigger can be known when it is replayed, as sentences for the owner. */
export type Past = { isKnown: boolean; notes: string[] }

const known = (...notes: string[]): Past => ({ isKnown: true, notes })
const unknown = (note: string): Past => ({ isKnown: false, notes: [note] })

const LATEST_ONLY = "Only the latest change of each product is kept, so earlier ones are not among these."
const GROUPS =
  "Who came into a group of people when is kept only from the switch-on. A test run shows the way of one person."

/** Triggers whose past is not kept whole; what is not named here is. */
const PASTS: Record<string, Past> = {
  "segment.entered": unknown(GROUPS),
  "rfm.entered": unknown(GROUPS),
  "product.back_in_stock": known(LATEST_ONLY),
  "product.price_dropped": known(LATEST_ONLY),
  "cart.product_added": known("What was put into carts is noted only while an automation waits for it."),
  "store.event": known("An event of the shop is written down only while an automation waits for it."),
  "customer.ordered_ago": known(
    "Counted from the latest order of today: who has ordered again since is not among these.",
  ),
  "customer.visited_ago": known("Counted from the latest visit of today: who has come again since is not among these."),
  "balance.expiring": known("Balances are taken as they are today."),
}

/** As far as Mailroom keeps it: what its own tables show of today stands for what they showed then. */
export const pastOf = (kind: string): Past => PASTS[kind] ?? known()
