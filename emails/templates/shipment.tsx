import { ActionButton } from "../blocks/action-button"
import { AddressBlock } from "../blocks/address"
import { Box } from "../blocks/box"
import { Note } from "../blocks/words"
import { Each, t, v, When } from "../liquid"
import type { Look } from "../theme"
import { OrderNews } from "./order-news"
import type { BuiltinTemplate } from "./template"

export const shipment: BuiltinTemplate = (look) => {
  const { shipment: texts, common } = look.texts
  return {
    subject: texts.subject,
    preheader: texts.preheader,
    page: (
      <OrderNews
        look={look}
        words={texts}
        lines={{ path: "lines", heading: texts.inside }}
        after={
          <Box inner={{ padding: "20px 0 0" }}>
            <AddressBlock look={look} path="order.shippingAddress" label={common.shippingAddress} />
          </Box>
        }
      >
        <Each of="tracking" as="parcel">
          <Parcel look={look} />
        </Each>
      </OrderNews>
    ),
  }
}

/** A number that the carrier has no page for is still worth having. */
function Parcel({ look }: { look: Look }) {
  const { shipment: texts } = look.texts
  return (
    <Box
      className="mr-soft"
      outer={{ margin: "16px 0 0", backgroundColor: look.colors.soft, borderRadius: 10, borderCollapse: "separate" }}
      inner={{ padding: "16px 20px 4px" }}
    >
      <Note look={look}>{t(texts.trackingNumber)}</Note>
      <When is="parcel.url">
        <ActionButton look={look} href={v("parcel.url")} label={texts.trackButton} />
      </When>
    </Box>
  )
}
