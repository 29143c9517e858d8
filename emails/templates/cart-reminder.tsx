import { ActionButton } from "../blocks/action-button"
import { Layout } from "../blocks/layout"
import { LineItems } from "../blocks/line-items"
import { Amount } from "../blocks/totals"
import { Greeting, Note, Paragraph, Title } from "../blocks/words"
import { t, v } from "../liquid"
import type { BuiltinTemplate } from "./template"

/** Marketing: the gate asks for consent, the footer holds the way out. */
export const cartReminder: BuiltinTemplate = (look) => {
  const { cart_reminder: texts, common } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} isMarketing preheader={t(texts.preheader)}>
        <Title look={look}>{texts.heading}</Title>
        <Greeting look={look} name="customer.firstName" />
        <Paragraph look={look}>{texts.intro}</Paragraph>
        <LineItems look={look} of="cart.lines" currency="cart.currency" />
        <Amount look={look} path="cart.itemTotal" currency="cart.currency" label={common.total} />
        <ActionButton look={look} href={v("cart.url")} label={texts.button} />
        <Note look={look}>{texts.note}</Note>
      </Layout>
    ),
  }
}
