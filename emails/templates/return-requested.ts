import { concerned, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const returnRequested: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.return_requested, concerned(texts.return_requested.items))
