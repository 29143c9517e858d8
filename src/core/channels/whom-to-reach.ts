import type { Channel } from "./channel"
import { e164Of } from "./phone-number"

/** Where somebody may be reached; each as it was written. */
export type Reach = {
  /** What the person gave together with the agreement to this channel. */
  agreed: string | null
  orderPhone: string | null
  orderCountry: string | null
  customerPhone: string | null
  customerCountry: string | null
  customerId: string | null
}

/**
 * The number, or whom the push provider knows (else the id of the customer, which apps register devices under). Marketing
 * goes only where the agreement was given for; news of an order first to the number that was given with it.
 */
export function whomToReach(channel: Channel, isMarketing: boolean, reach: Reach): string | null {
  const { agreed, orderPhone, orderCountry, customerPhone, customerCountry, customerId } = reach
  if (channel === "push") return agreed ?? customerId
  if (isMarketing) return agreed
  return e164Of(orderPhone, orderCountry) ?? agreed ?? e164Of(customerPhone, customerCountry)
}
