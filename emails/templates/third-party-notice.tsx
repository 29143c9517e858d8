import { AddressBlock } from "../blocks/address"
import { Box } from "../blocks/box"
import { Layout } from "../blocks/layout"
import { LineItems } from "../blocks/line-items"
import { OrderFacts } from "../blocks/order-facts"
import { Paragraph, Subtitle, Title } from "../blocks/words"
import { t, v, When } from "../liquid"
import type { BuiltinTemplate } from "./template"

/** To a supplier or colleague: just these lines; shopper and prices only where the owner ticked them. */
export const thirdPartyNotice: BuiltinTemplate = (look) => {
  const { third_party_notice: texts } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <Layout look={look} preheader={t(texts.preheader)} why={texts.why}>
        <Title look={look}>{v("notice.heading")}</Title>
        <When is="notice.text != blank">
          <Paragraph look={look}>{v("notice.text", "newline_to_br")}</Paragraph>
        </When>
        <OrderFacts look={look} />
        <LineItems look={look} of="lines" currency="order.currency" showSku />
        <When is="shopper">
          <Subtitle look={look}>{texts.shopper}</Subtitle>
          <Paragraph look={look}>
            {v("shopper.name")}
            <br />
            {v("shopper.email")}
            <When is="shopper.phone">
              <br />
              {v("shopper.phone")}
            </When>
          </Paragraph>
          <Box inner={{ padding: "0 0 12px" }}>
            <AddressBlock look={look} path="shopper.shippingAddress" label={texts.deliverTo} />
          </Box>
        </When>
      </Layout>
    ),
  }
}
