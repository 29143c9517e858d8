import { Img } from "@react-email/img"
import { Link } from "@react-email/link"
import { Fragment, type CSSProperties } from "react"
import type { BlockOf } from "../../src/core/templates/document"
import { Each, raw, t, v, When } from "../liquid"
import { WIDTH, type Look } from "../theme"
import { ActionButton } from "./action-button"

type GridProps = { look: Look; block: BlockOf<"products"> }

/** Percent of the width between two products: 20 of 520 pixels. */
const GAP_SHARE = 4

const shareOf = (columns: number): number => Math.floor((100 - GAP_SHARE * (columns - 1)) / columns)

/**
 * Products side by side; which ones is known only when the mail is made (`products["id"]`, filled just before the
 * hand-over with the price of this recipient), or stands in the cart or order that the mail is about.
 */
export function ProductGrid({ look, block }: GridProps) {
  const list = listOf(block)
  const { columns } = block
  return (
    <When is={`${list.path}.size > 0`}>
      <table
        width="100%"
        border={0}
        cellPadding={0}
        cellSpacing={0}
        role="presentation"
        style={{ margin: "4px 0 8px" }}
      >
        <tbody>
          <tr>
            <Each of={list.each} as="item">
              {raw(between(columns))}
              <td width={`${shareOf(columns)}%`} style={{ verticalAlign: "top", padding: "0 0 20px" }}>
                <Product look={look} block={block} price={list.price} currency={list.currency} />
              </td>
            </Each>
          </tr>
        </tbody>
      </table>
    </When>
  )
}

/** Before each product: the next row, or the gap to the one beside it; the cells so stay equally wide, also in Outlook. */
function between(columns: number): string {
  const gap = `<td width="${GAP_SHARE}%" data-plain="skip" style="font-size:1px">&nbsp;</td>`
  return `{% if forloop.index0 | starts_row: ${columns} %}</tr><tr>{% elsif forloop.first %}{% else %}${gap}{% endif %}`
}

type List = { path: string; each: string; price: string; currency: string }

function listOf({ id, source, count }: BlockOf<"products">): List {
  if (source !== "cart" && source !== "order") {
    const path = `products["${id}"]`
    return { path, each: path, price: "item.price", currency: "item.currency" }
  }
  const path = `${source}.lines`
  return { path, each: `${path} limit: ${count}`, price: "item.unitPrice", currency: `${source}.currency` }
}

function Product({ look, block, price, currency }: GridProps & { price: string; currency: string }) {
  const { colors, texts } = look
  const width = Math.floor(((WIDTH - 80) * shareOf(block.columns)) / 100)
  const picture = (
    <Img
      className="mr-soft"
      src={v("item.thumbnail")}
      alt={v("item.title")}
      width={String(width)}
      data-plain="skip"
      style={{
        display: "block",
        width: "100%",
        maxWidth: width,
        height: "auto",
        borderRadius: 8,
        backgroundColor: colors.soft,
      }}
    />
  )
  const title: CSSProperties = {
    fontSize: 15,
    lineHeight: "21px",
    fontWeight: 600,
    color: colors.ink,
    textDecoration: "none",
  }
  return (
    <Fragment>
      <When is="item.thumbnail">
        <When is="item.url" otherwise={picture}>
          <Link href={v("item.url")} data-plain="skip">
            {picture}
          </Link>
        </When>
      </When>
      <div className="mr-ink" style={{ ...title, margin: "10px 0 2px" }}>
        <When is="item.url" otherwise={v("item.title")}>
          <Link href={v("item.url")} style={title} data-plain={block.isButtonShown ? "label" : undefined}>
            {v("item.title")}
          </Link>
        </When>
      </div>
      {block.isPriceShown ? <Price look={look} price={price} currency={currency} /> : null}
      {block.isButtonShown ? (
        <When is="item.url">
          <ActionButton
            look={look}
            href={v("item.url")}
            label={t(block.buttonLabel || texts.common.viewProduct)}
            isSmall
            room={width}
          />
        </When>
      ) : null}
    </Fragment>
  )
}

/** What it cost before stands beside it, struck through. */
function Price({ look: { colors }, price, currency }: { look: Look; price: string; currency: string }) {
  return (
    <When is={price}>
      <div className="mr-faint" style={{ fontSize: 15, lineHeight: "21px", color: colors.faint }}>
        {v(price, `money: ${currency}`)}
        <When is="item.originalPrice">
          {" "}
          <s data-plain="skip">{v("item.originalPrice", `money: ${currency}`)}</s>
        </When>
      </div>
    </When>
  )
}
