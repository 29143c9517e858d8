import { concerned, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const exchangeCreated: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.exchange_created, concerned(texts.exchange_created.items))
