import { Fragment, type CSSProperties, type ReactNode } from "react"
import { v, When } from "../liquid"
import { endOf, type Look } from "../theme"

/**
 * Medusa's own totals: items (after discounts) + shipping − gift card = total. Discount and tax are already in them
 * and therefore faint. Rows of nothing are left out; the last row is the total.
 */
export function OrderTotals({ look }: { look: Look }) {
  const { common } = look.texts
  return (
    <Rows>
      <AmountRow look={look} path="order.itemTotal" currency="order.currency" label={common.items} />
      <AmountRow look={look} path="order.discountTotal" currency="order.currency" label={common.discount} isFaint />
      <AmountRow look={look} path="order.shippingTotal" currency="order.currency" label={common.shipping} />
      <AmountRow look={look} path="order.giftCardTotal" currency="order.currency" label={common.giftCard} isTakenOff />
      <AmountRow look={look} path="order.taxTotal" currency="order.currency" label={common.tax} isFaint />
      <TotalRow look={look} path="order.total" currency="order.currency" label={common.total} />
    </Rows>
  )
}

/** A single amount in the same shape: a refund, a payment, a cart's sum. */
export function Amount({ look, path, currency, label }: AmountProps) {
  return (
    <Rows>
      <TotalRow look={look} path={path} currency={currency} label={label} />
    </Rows>
  )
}

type AmountProps = { look: Look; path: string; currency: string; label: string }

function Rows({ children }: { children: ReactNode }) {
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} role="presentation" style={{ margin: "16px 0 8px" }}>
      <tbody>{children}</tbody>
    </table>
  )
}

type AmountRowProps = AmountProps & { isFaint?: boolean; isTakenOff?: boolean }

function AmountRow({ look, path, currency, label, isFaint = false, isTakenOff = false }: AmountRowProps) {
  const color = isFaint ? look.colors.faint : look.colors.ink
  const style: CSSProperties = { padding: "5px 0", fontSize: isFaint ? 14 : 15, lineHeight: "20px", color }
  const className = isFaint ? "mr-faint" : "mr-ink"
  return (
    <When is={`${path} | is_amount: ${currency}`}>
      <tr data-plain="row">
        <td className={className} style={style}>
          {label}
        </td>
        <td className={className} align={endOf(look)} style={{ ...style, whiteSpace: "nowrap" }}>
          {v(path, isTakenOff ? `minus_money: ${currency}` : `money: ${currency}`)}
        </td>
      </tr>
    </When>
  )
}

function TotalRow({ look, path, currency, label }: AmountProps) {
  const { colors } = look
  const style: CSSProperties = {
    padding: "14px 0 6px",
    fontSize: 18,
    lineHeight: "24px",
    fontWeight: 700,
    color: colors.ink,
  }
  return (
    <Fragment>
      <tr data-plain="row">
        <td className="mr-ink" style={style}>
          {label}
        </td>
        <td className="mr-ink" align={endOf(look)} style={{ ...style, whiteSpace: "nowrap" }}>
          {v(path, `money: ${currency}`)}
        </td>
      </tr>
    </Fragment>
  )
}
