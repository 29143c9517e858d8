import { OrderAddresses } from "../blocks/address"
import { Layout } from "../blocks/layout"
import { LineItems } from "../blocks/line-items"
import { OrderButton, OrderFacts } from "../blocks/order-facts"
import { OrderTotals } from "../blocks/totals"
import { Divider, Greeting, Note, Paragraph, Title } from "../blocks/words"
import { t, When } from "../liquid"
import type { BuiltinTemplate } from "./template"

/** To the buyer, and with other words to the owner: one template, so that both see the same figures. */
export const orderReceipt: BuiltinTemplate = (look) => {
  const { order_receipt: texts, common } = look.texts
  const either = (owner: string, buyer: string) => `{% if isOwnerCopy %}${owner}{% else %}${buyer}{% endif %}`
  const preheader = either(texts.ownerPreheader, texts.preheader)
  const buyersWords = (
    <>
      <Title look={look}>{texts.heading}</Title>
      <Greeting look={look} name="order.firstName" />
      <Paragraph look={look}>{t(texts.intro)}</Paragraph>
    </>
  )
  return {
    subject: either(texts.ownerSubject, texts.subject),
    preheader,
    page: (
      <Layout look={look} preheader={t(preheader)}>
        <When is="isOwnerCopy" otherwise={buyersWords}>
          <Title look={look}>{texts.ownerHeading}</Title>
          <Paragraph look={look}>{t(texts.ownerIntro)}</Paragraph>
        </When>
        <OrderFacts look={look} />
        <LineItems look={look} of="order.lines" currency="order.currency" />
        <OrderTotals look={look} />
        <OrderButton look={look} />
        <Divider look={look} />
        <OrderAddresses look={look} />
        <Divider look={look} />
        <Note look={look}>{t(either(texts.ownerNote, common.questions))}</Note>
      </Layout>
    ),
  }
}
