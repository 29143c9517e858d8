import { concerned, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const claimCreated: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.claim_created, concerned(texts.claim_created.items))
