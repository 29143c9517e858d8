import { formatMoney } from "../../../../core/templates/format-money"
import type { ShopCart } from "../../../../core/shop/shop"
import { html, type Markup } from "../../pages/html"
import { frameOf, sendPage, type Frame } from "../../pages/layout"
import { guarded, mailroomOf, tokenOf, unknownLink } from "../../public-mailroom"

/** What was left behind, and the way back to it. Shows no name and no address: mails get forwarded. */
export const GET = guarded(async (req, res) => {
  const token = await tokenOf(req, "k")
  if (!token) return unknownLink(res)
  const mailroom = mailroomOf(req)
  const cart = (await mailroom.shop?.cart(token.cartId)) ?? null
  const { general } = await mailroom.settings.read()
  const frame = await frameOf(mailroom, { locale: cart?.locale ?? null })
  const isGone = !cart || cart.completedAt !== null || cart.lines.length === 0
  sendPage(req, res, {
    frame,
    status: isGone ? 410 : 200,
    title: isGone ? frame.texts.cartGoneTitle : frame.texts.cartTitle,
    body: isGone
      ? goneBody(frame)
      : cartBody(frame, cart, cartUrl(general.cartUrlPattern, cart.id) ?? frame.brand.storefrontUrl),
  })
})

function cartUrl(pattern: string | null, cartId: string): string | null {
  const url = pattern?.replaceAll("{cart_id}", encodeURIComponent(cartId)) ?? null
  return url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

function goneBody({ texts, brand }: Frame): Markup {
  return html`<p>${texts.cartGone}</p>
    ${brand.storefrontUrl && html`<a class="button" href="${brand.storefrontUrl}">${texts.toShop}</a>`}`
}

function cartBody({ texts, locale }: Frame, cart: ShopCart, url: string | null): Markup {
  return html`<ul class="items">
      ${cart.lines.map(
        (line) =>
          html`<li>
            ${line.thumbnail ? html`<img src="${line.thumbnail}" alt="" width="64" height="64" />` : ""}
            <span class="grow"
              >${line.title}${line.variantTitle && html`<br /><small>${line.variantTitle}</small>`}<br />
              <small>${texts.quantity}: ${line.quantity}</small></span
            ><strong>${formatMoney(line.total, cart.currency, locale)}</strong>
          </li>`,
      )}
    </ul>
    ${url && html`<a class="button" href="${url}">${texts.cartButton}</a>`}`
}
