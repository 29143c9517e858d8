import { concerned, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const returnReceived: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.return_received, concerned(texts.return_received.items))
