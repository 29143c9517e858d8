import { OrderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const returnRequested: BuiltinTemplate = (look) => {
  const { return_requested: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: <OrderNews look={look} words={texts} lines={{ path: "lines", heading: texts.items }} />,
  }
}
