import type { ReactNode } from "react"
import { Layout } from "../blocks/layout"
import { LineItems } from "../blocks/line-items"
import { OrderButton, OrderFacts } from "../blocks/order-facts"
import { Greeting, Note, Paragraph, Subtitle, Title } from "../blocks/words"
import { t } from "../liquid"
import type { Look } from "../theme"

type OrderNewsProps = {
  look: Look
  words: { preheader: string; heading: string; intro: string }
  /** The lines that this is about, with their heading; none where the whole order is meant. */
  lines?: { path: string; heading?: string; withPrices?: boolean }
  /** What only this news has, between the introduction and the lines. */
  children?: ReactNode
  /** After the lines: totals, addresses. */
  after?: ReactNode
}

/** What most mails about an order have in common, so that they look alike. */
export function OrderNews({ look, words, lines, children, after }: OrderNewsProps) {
  return (
    <Layout look={look} preheader={t(words.preheader)}>
      <Title look={look}>{words.heading}</Title>
      <Greeting look={look} name="order.firstName" />
      <Paragraph look={look}>{t(words.intro)}</Paragraph>
      <OrderFacts look={look} />
      {children}
      {lines?.heading ? <Subtitle look={look}>{lines.heading}</Subtitle> : null}
      {lines ? (
        <LineItems look={look} of={lines.path} currency={lines.withPrices ? "order.currency" : undefined} />
      ) : null}
      {after}
      <div style={{ height: 20, lineHeight: "20px", fontSize: 1 }} data-plain="skip">
        {"\u00a0"}
      </div>
      <OrderButton look={look} />
      <Note look={look}>{look.texts.common.questions}</Note>
    </Layout>
  )
}
