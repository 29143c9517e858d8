import { Img } from "@react-email/img"
import { Link } from "@react-email/link"
import type { CSSProperties } from "react"
import { Each, t, v, When } from "../liquid"
import { endOf, sidePadding, type Look } from "../theme"

type LineItemsProps = {
  look: Look
  /** Path of the list, e.g. "order.lines". */
  of: string
  /** Path of the currency; without it no prices are shown. */
  currency?: string
  showSku?: boolean
}

/** One row a line: picture, title, variant, quantity, what the line costs. A price that is null is not shown. */
export function LineItems({ look, of, currency, showSku = false }: LineItemsProps) {
  const { colors, texts } = look
  const cell: CSSProperties = { padding: "14px 0", borderBottom: `1px solid ${colors.line}`, verticalAlign: "top" }
  const small: CSSProperties = { fontSize: 14, lineHeight: "20px", color: colors.faint }
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} role="presentation" style={{ margin: "8px 0 0" }}>
      <tbody>
        <Each of={of} as="line">
          <tr data-plain="row">
            <td className="mr-line" width={80} style={{ ...cell, width: 80 }}>
              <Picture look={look} />
            </td>
            <td className="mr-line mr-ink" style={{ ...cell, fontSize: 15, lineHeight: "21px", color: colors.ink }}>
              <Name look={look} />
              <When is="line.variantTitle">
                <div className="mr-faint" style={small} data-plain="inline">
                  {v("line.variantTitle")}
                </div>
              </When>
              {showSku ? (
                <When is="line.sku">
                  <div className="mr-faint" style={small} data-plain="inline">
                    {t(texts.third_party_notice.sku)}
                  </div>
                </When>
              ) : null}
              <div className="mr-faint" style={small} data-plain="inline">
                {t(texts.common.quantity)}
                {currency ? <UnitPrice look={look} currency={currency} /> : null}
              </div>
            </td>
            {currency ? (
              <td
                className="mr-line mr-ink"
                align={endOf(look)}
                style={{
                  ...cell,
                  fontSize: 15,
                  lineHeight: "21px",
                  fontWeight: 600,
                  whiteSpace: "nowrap",
                  color: colors.ink,
                  ...sidePadding(look, { start: 12 }),
                }}
              >
                <When is="line.total">{v("line.total", `money: ${currency}`)}</When>
              </td>
            ) : null}
          </tr>
        </Each>
      </tbody>
    </table>
  )
}

function Picture({ look: { colors } }: { look: Look }) {
  const box: CSSProperties = { width: 64, height: 64, borderRadius: 8 }
  const blank = (
    <div
      className="mr-soft"
      data-plain="skip"
      style={{ ...box, backgroundColor: colors.soft, border: `1px solid ${colors.line}` }}
    />
  )
  return (
    <When is="line.thumbnail" otherwise={blank}>
      <Img
        className="mr-soft"
        src={v("line.thumbnail")}
        alt=""
        width="64"
        height="64"
        style={{ ...box, objectFit: "cover", backgroundColor: colors.soft }}
      />
    </When>
  )
}

function Name({ look: { colors } }: { look: Look }) {
  const style: CSSProperties = { fontWeight: 600, color: colors.ink, textDecoration: "none" }
  return (
    <When
      is="line.url"
      otherwise={
        <span className="mr-ink" style={style}>
          {v("line.title")}
        </span>
      }
    >
      <span className="mr-ink">
        <Link href={v("line.url")} style={style} data-plain="label">
          {v("line.title")}
        </Link>
      </span>
    </When>
  )
}

/** Only where it says something that the line's total does not. */
function UnitPrice({ look, currency }: { look: Look; currency: string }) {
  return (
    <When is="line.unitPrice and line.quantity > 1">
      {" · "}
      {v("line.unitPrice", `money: ${currency}`)} {look.texts.common.each}
    </When>
  )
}
