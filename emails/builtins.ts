import type { BuiltinKey } from "../src/core/templates/contexts"
import { automationReport } from "./templates/automation-report"
import { cartReminder } from "./templates/cart-reminder"
import { claimCreated } from "./templates/claim-created"
import { confirmSubscription, remindSubscription } from "./templates/confirm-subscription"
import { delivery } from "./templates/delivery"
import { exchangeCreated } from "./templates/exchange-created"
import { giftCard } from "./templates/gift-card"
import { invite } from "./templates/invite"
import { occurrenceNotice } from "./templates/occurrence-notice"
import { orderCancelled } from "./templates/order-cancelled"
import { orderReceipt } from "./templates/order-receipt"
import { passwordResetCustomer, passwordResetUser } from "./templates/password-reset"
import { paymentCaptured } from "./templates/payment-captured"
import { refund } from "./templates/refund"
import { returnReceived } from "./templates/return-received"
import { returnRequested } from "./templates/return-requested"
import { shipment } from "./templates/shipment"
import { taskAssigned } from "./templates/task-assigned"
import type { BuiltinTemplate } from "./templates/template"
import { testMail } from "./templates/test-mail"
import { thirdPartyNotice } from "./templates/third-party-notice"
import { welcome } from "./templates/welcome"

/** One template per key of `core/templates/contexts.ts`; a missing one does not compile. */
export const BUILTIN_TEMPLATES: Record<BuiltinKey, BuiltinTemplate> = {
  welcome,
  order_receipt: orderReceipt,
  order_cancelled: orderCancelled,
  shipment,
  delivery,
  payment_captured: paymentCaptured,
  refund,
  return_requested: returnRequested,
  return_received: returnReceived,
  claim_created: claimCreated,
  exchange_created: exchangeCreated,
  gift_card: giftCard,
  password_reset_customer: passwordResetCustomer,
  password_reset_user: passwordResetUser,
  invite,
  cart_reminder: cartReminder,
  third_party_notice: thirdPartyNotice,
  occurrence_notice: occurrenceNotice,
  task_assigned: taskAssigned,
  automation_report: automationReport,
  confirm_subscription: confirmSubscription,
  remind_subscription: remindSubscription,
  test_mail: testMail,
}
