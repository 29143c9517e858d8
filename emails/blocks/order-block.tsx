import { Fragment } from "react"
import type { BlockOf } from "../../src/core/templates/document"
import { v, When } from "../liquid"
import { startOf, type Look } from "../theme"
import { AddressBlock, OrderAddresses } from "./address"
import { Box } from "./box"
import { LineItems } from "./line-items"
import { OrderFacts } from "./order-facts"
import { OrderTotals } from "./totals"
import { Paragraph, Subtitle } from "./words"

const LINES = {
  order: { path: "order.lines", currency: "order.currency" },
  concerned: { path: "lines", currency: "order.currency" },
  cart: { path: "cart.lines", currency: "cart.currency" },
} as const

/** The order (or cart) that the mail is about, as far as the author wants it shown. */
export function OrderBlock({ look, block }: { look: Look; block: BlockOf<"order"> }) {
  const lines = block.lines === "none" ? null : LINES[block.lines]
  return (
    <Fragment>
      {block.isFactsShown ? <OrderFacts look={look} /> : null}
      {lines ? (
        <LineItems
          look={look}
          of={lines.path}
          currency={block.isPriceShown ? lines.currency : undefined}
          showSku={block.isSkuShown}
        />
      ) : null}
      {block.isTotalsShown ? <OrderTotals look={look} /> : null}
      {block.isAddressesShown ? <OrderAddresses look={look} /> : null}
      {block.isDeliveryAddressShown ? (
        <Box align={startOf(look)} inner={{ padding: "20px 0 0" }}>
          <AddressBlock look={look} path="order.shippingAddress" label={look.texts.common.shippingAddress} />
        </Box>
      ) : null}
      {block.isShopperShown ? <Shopper look={look} /> : null}
    </Fragment>
  )
}

/** Only where the owner lets a third party know; nothing at all otherwise. */
function Shopper({ look }: { look: Look }) {
  const { third_party_notice: texts } = look.texts
  return (
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
      <Box align={startOf(look)} inner={{ padding: "0 0 12px" }}>
        <AddressBlock look={look} path="shopper.shippingAddress" label={texts.deliverTo} />
      </Box>
    </When>
  )
}
