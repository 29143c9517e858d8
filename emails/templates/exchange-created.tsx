import { OrderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const exchangeCreated: BuiltinTemplate = (look) => {
  const { exchange_created: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: <OrderNews look={look} words={texts} lines={{ path: "lines", heading: texts.items }} />,
  }
}
