import { concerned, orderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const delivery: BuiltinTemplate = (texts) => orderNews(texts, texts.delivery, concerned(texts.delivery.inside))
