import { t, v, When } from "../liquid"
import type { Look } from "../theme"
import { ActionButton } from "./action-button"

/** "Order #1042 · Placed on 21 November 2026". */
export function OrderFacts({ look }: { look: Look }) {
  const { colors, texts } = look
  return (
    <div className="mr-faint" style={{ margin: "8px 0 4px", fontSize: 14, lineHeight: "20px", color: colors.faint }}>
      <strong className="mr-ink" style={{ color: colors.ink }}>
        {t(texts.common.orderNumber)}
      </strong>
      {" · "}
      {t(texts.common.placedOn)}
    </div>
  )
}

/** Only where the storefront has a page for the order. */
export function OrderButton({ look }: { look: Look }) {
  return (
    <When is="order.url">
      <ActionButton look={look} href={v("order.url")} label={look.texts.common.viewOrder} />
    </When>
  )
}
