import { Amount } from "../blocks/totals"
import { Note } from "../blocks/words"
import { v, When } from "../liquid"
import { OrderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const refund: BuiltinTemplate = (look) => {
  const { refund: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <OrderNews look={look} words={texts}>
        <Amount look={look} path="refund.amount" currency="refund.currency" label={texts.amount} />
        <When is="refund.note">
          <Note look={look}>
            {texts.note}: {v("refund.note", "newline_to_br")}
          </Note>
        </When>
      </OrderNews>
    ),
  }
}
