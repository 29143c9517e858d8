import { Amount } from "../blocks/totals"
import { OrderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const paymentCaptured: BuiltinTemplate = (look) => {
  const { payment_captured: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <OrderNews look={look} words={texts}>
        <Amount look={look} path="payment.amount" currency="payment.currency" label={texts.amount} />
      </OrderNews>
    ),
  }
}
