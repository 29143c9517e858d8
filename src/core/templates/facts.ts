type FactOf = { is: string; label: { en: string; de: string } }

const fact = (is: string, en: string, de: string): FactOf => ({ is, label: { en, de } })

/**
 * What a block's condition may ask of a message. `is` is Liquid over the message's variables; an allow-list, so that a
 * condition is never text of the author's that a parser has to judge.
 */
export const FACTS = {
  contact_has_first_name: fact("contact.firstName != blank", "The first name is known", "Der Vorname ist bekannt"),
  customer_has_first_name: fact("customer.firstName != blank", "The first name is known", "Der Vorname ist bekannt"),
  order_has_first_name: fact("order.firstName != blank", "The first name is known", "Der Vorname ist bekannt"),
  order_is_shipped: fact("order.isShipped", "The order was shipped", "Die Bestellung wurde versandt"),
  order_is_paid: fact("order.isPaid", "The order is paid", "Die Bestellung ist bezahlt"),
  order_has_discount: fact(
    "order.discountTotal | is_amount: order.currency",
    "The order has a discount",
    "Die Bestellung enthält einen Rabatt",
  ),
  order_has_gift_card: fact(
    "order.giftCardTotal | is_amount: order.currency",
    "A gift card was used",
    "Ein Gutschein wurde eingelöst",
  ),
  order_has_shipping_address: fact("order.shippingAddress", "The order is delivered", "Die Bestellung wird geliefert"),
  order_has_page: fact("order.url", "The shop has a page for the order", "Der Shop hat eine Seite zur Bestellung"),
  is_owner_copy: fact("isOwnerCopy", "It is the copy for the store", "Es ist die Kopie für den Shop"),
  buyer_has_first_name: fact(
    "isOwnerCopy != true and order.firstName != blank",
    "It is for the buyer, whose first name is known",
    "Sie geht an den Käufer, dessen Vorname bekannt ist",
  ),
  buyer_has_no_first_name: fact(
    "isOwnerCopy != true and order.firstName == blank",
    "It is for the buyer, whose first name is not known",
    "Sie geht an den Käufer, dessen Vorname unbekannt ist",
  ),
  parcel_has_tracking: fact("tracking.size > 0", "The parcel can be tracked", "Das Paket hat eine Sendungsnummer"),
  refund_has_note: fact("refund.note != blank", "The refund has a note", "Die Erstattung hat eine Notiz"),
  gift_card_expires: fact("giftCard.expiresAt", "The gift card expires", "Der Gutschein läuft ab"),
  invite_expires: fact("invite.expiresAt", "The invitation expires", "Die Einladung läuft ab"),
  notice_has_link: fact(
    "notice.ackUrl != blank",
    "The notice is to be acknowledged",
    "Die Nachricht soll bestätigt werden",
  ),
  notice_has_text: fact("notice.text != blank", "The notice has a text", "Die Nachricht hat einen Text"),
  confirm_has_topics: fact("confirm.topics.size > 0", "Topics were chosen", "Themen wurden gewählt"),
  shop_has_url: fact("shop.url", "The shop's address on the web is known", "Die Adresse des Shops ist bekannt"),
} as const satisfies Record<string, FactOf>

export type Fact = keyof typeof FACTS
export const FACT_NAMES = Object.keys(FACTS) as [Fact, ...Fact[]]
