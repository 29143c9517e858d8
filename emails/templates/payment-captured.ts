import { facts, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const paymentCaptured: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.payment_captured, [
    facts,
    { id: "amount", type: "amount", of: "payment", label: texts.payment_captured.amount },
  ])
