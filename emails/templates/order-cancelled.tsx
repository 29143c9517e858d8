import { OrderTotals } from "../blocks/totals"
import { OrderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const orderCancelled: BuiltinTemplate = (look) => {
  const { order_cancelled: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <OrderNews
        look={look}
        words={texts}
        lines={{ path: "order.lines", withPrices: true }}
        after={<OrderTotals look={look} />}
      />
    ),
  }
}
