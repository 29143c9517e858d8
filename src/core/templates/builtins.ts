import type { BuiltinKey } from "./contexts"

/** What the law and the outbox must know of a built-in; the class of a template is a closed list, nobody edits it. */
export type BuiltinFacts = {
  /** As the merchant reads it in the list of store e-mails. */
  name: string
  class: "tx" | "marketing" | "system"
  /** Carries a key to an account: no copy, no tracking, no "view in browser". */
  isSecret: boolean
}

const tx = (name: string): BuiltinFacts => ({ name, class: "tx", isSecret: false })

export const BUILTINS: Record<BuiltinKey, BuiltinFacts> = {
  welcome: tx("Welcome"),
  order_receipt: tx("Order receipt"),
  order_cancelled: tx("Order cancelled"),
  shipment: tx("Shipment"),
  delivery: tx("Delivery"),
  payment_captured: tx("Payment received"),
  refund: tx("Refund"),
  return_requested: tx("Return requested"),
  return_received: tx("Return received"),
  claim_created: tx("Claim opened"),
  exchange_created: tx("Exchange"),
  gift_card: { name: "Gift card", class: "tx", isSecret: true },
  password_reset_customer: { name: "Password reset (customer)", class: "tx", isSecret: true },
  password_reset_user: { name: "Password reset (admin user)", class: "tx", isSecret: true },
  invite: { name: "Invitation to the admin", class: "tx", isSecret: true },
  cart_reminder: { name: "Cart reminder", class: "marketing", isSecret: false },
  third_party_notice: { name: "Notice to a third party", class: "system", isSecret: false },
  occurrence_notice: { name: "Notice of what happened", class: "system", isSecret: false },
  task_assigned: { name: "A task for a colleague", class: "system", isSecret: false },
  automation_report: { name: "Report on an automation", class: "system", isSecret: false },
  confirm_subscription: { name: "Confirm subscription", class: "tx", isSecret: false },
  remind_subscription: { name: "Confirm subscription (reminder)", class: "tx", isSecret: false },
  test_mail: { name: "Test mail", class: "system", isSecret: false },
}

export const BUILTIN_KEYS = Object.keys(BUILTINS) as BuiltinKey[]
