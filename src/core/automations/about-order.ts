/** Of what was bought as a whole: what is told of it may be collected, answered and corrected line by line. */
const PURCHASES: readonly string[] = [
  "order.placed",
  "payment.captured",
  "receipt.issued",
  "item.bought",
  "category.bought",
]

export const isPurchase = (trigger: string): boolean => PURCHASES.includes(trigger)

/** Something happens to an order: what is told is about the lines of the parcel or the return, also of a cancelled one. */
const HAPPENINGS: readonly string[] = [
  "order.canceled",
  "shipment.created",
  "delivery.created",
  "payment.refunded",
  "order.return_requested",
  "order.return_received",
  "order.claim_created",
  "order.exchange_created",
]

export const happensToOrder = (event: string): boolean => HAPPENINGS.includes(event)
