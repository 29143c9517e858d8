import type { LineQuantity, ShopCart, ShopLine, ShopOrder } from "../shop/shop"
import type { LineContext, OrderContext } from "../templates/contexts"

/** Where links of a mail lead; null where the settings have none. */
export type Places = { storefrontUrl: string | null }

export function lineContext(line: ShopLine, { storefrontUrl }: Places): LineContext {
  const { title, variantTitle, sku, quantity, total, unitPrice, thumbnail, productHandle } = line
  const url =
    storefrontUrl && productHandle
      ? `${withoutSlash(storefrontUrl)}/products/${encodeURIComponent(productHandle)}`
      : null
  return { title, variantTitle, sku, quantity, total, unitPrice, thumbnail: absolute(thumbnail, storefrontUrl), url }
}

export function orderContext(order: ShopOrder, places: Places): OrderContext {
  return { ...order.context, lines: order.lines.map((line) => lineContext(line, places)) }
}

/** The lines that a parcel, return or claim is about, with its quantities; all lines when it names none. */
export function linesAbout(order: ShopOrder, quantities: LineQuantity[]): ShopLine[] {
  const byId = new Map(order.lines.map((line) => [line.id, line]))
  const about = quantities.flatMap(({ lineId, quantity }) => {
    const line = byId.get(lineId)
    return line ? [{ ...line, quantity }] : []
  })
  return about.length > 0 ? about : order.lines
}

export function cartContext(cart: ShopCart, places: Places, url: string) {
  return {
    customer: { firstName: cart.firstName ?? "" },
    cart: {
      lines: cart.lines.map((line) => lineContext(line, places)),
      itemTotal: cart.itemTotal,
      currency: cart.currency,
      url,
    },
  }
}

export const withoutSlash = (url: string): string => url.replace(/\/+$/, "")

/** A picture in a mail needs a whole address. */
function absolute(picture: string | null, base: string | null): string | null {
  if (!picture || /^https?:\/\//i.test(picture)) return picture
  return base && picture.startsWith("/") ? `${withoutSlash(base)}${picture}` : null
}
