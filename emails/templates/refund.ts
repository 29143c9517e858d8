import { facts, orderNews } from "./order-news"
import { note, only } from "./parts"
import type { BuiltinTemplate } from "./template"

export const refund: BuiltinTemplate = (texts) =>
  orderNews(texts, texts.refund, [
    facts,
    { id: "amount", type: "amount", of: "refund", label: texts.refund.amount },
    note("note", `${texts.refund.note}: {{ refund.note | newline_to_br }}`, only("refund_has_note")),
  ])
