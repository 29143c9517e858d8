import { orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const orderCancelled: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.order_cancelled, [{ id: "order", type: "order" }])
