/**
 * What a block's condition may ask of a message. The expression is Liquid over the message's variables; an allow-list,
 * so that a condition is never text of the author's that a parser has to judge.
 */
export const FACTS = {
  contact_has_first_name: "contact.firstName != blank",
  customer_has_first_name: "customer.firstName != blank",
  order_has_first_name: "order.firstName != blank",
  order_is_shipped: "order.isShipped",
  order_is_paid: "order.isPaid",
  order_has_discount: "order.discountTotal | is_amount: order.currency",
  order_has_gift_card: "order.giftCardTotal | is_amount: order.currency",
  order_has_shipping_address: "order.shippingAddress",
  order_has_page: "order.url",
  is_owner_copy: "isOwnerCopy",
  parcel_has_tracking: "tracking.size > 0",
  refund_has_note: "refund.note != blank",
  gift_card_expires: "giftCard.expiresAt",
  invite_expires: "invite.expiresAt",
  notice_has_text: "notice.text != blank",
  confirm_has_topics: "confirm.topics.size > 0",
  shop_has_url: "shop.url",
} as const

export type Fact = keyof typeof FACTS
export const FACT_NAMES = Object.keys(FACTS) as [Fact, ...Fact[]]
