import { priceContextOf } from "../core/shop/offers"
import type { CompiledTemplate } from "../core/templates/contexts"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { ArchivedMailingRow } from "../modules/mailroom/sql/public-archive"
import { renderPreview } from "../rendering/preview"
import type { Rendered } from "../rendering/render-message"
import { withoutReason } from "../rendering/without-reason"
import { brandFor } from "./current-brand"
import { offerBookOf } from "./offers"

/** Stands for the links that belong to one reader; nobody else's mail has it. */
const NOBODYS = "https://nobody.invalid/"

/**
 * A newsletter as nobody in particular would get it: names by their fallbacks, no pixel, no tracked link, no link that
 * belongs to a reader; products at today's price for the shop's own region.
 */
export async function archiveCopy(mailroom: Mailroom, mailing: ArchivedMailingRow, locale: string): Promise<Rendered> {
  const { general } = await mailroom.settings.read()
  const compiled = await mailroom.templates.compiled(mailing.template_version_id, locale, general.locale)
  const brand = await brandFor(mailroom, mailing.sender_id)
  const rendered = renderPreview({
    compiled,
    locale,
    timeZone: general.timeZone,
    brand,
    context: {
      contact: { firstName: "", lastName: "", email: "" },
      mailing: { name: mailing.subject },
      products: await productsOf(mailroom, compiled),
      isArchive: true,
    },
    isMarketing: true,
    links: { unsubscribeUrl: NOBODYS, preferencesUrl: null, viewUrl: null },
    pollUrl: null,
  })
  return { ...rendered, html: withoutReason(withoutNobodysLinks(rendered.html), brand.shopName) }
}

/** The mail is made for it only where the subject names its reader. */
export async function archiveSubject(mailroom: Mailroom, mailing: ArchivedMailingRow, locale: string): Promise<string> {
  return mailing.subject.includes("{") ? (await archiveCopy(mailroom, mailing, locale)).subject : mailing.subject
}

async function productsOf(mailroom: Mailroom, { products }: CompiledTemplate): Promise<unknown> {
  if (!products?.length || !mailroom.shop) return {}
  const book = offerBookOf(mailroom)
  return book.offersFor(
    products,
    priceContextOf({ regionId: null, country: null, customerGroupIds: [] }, await book.regions()),
  )
}

const withoutNobodysLinks = (html: string) =>
  html.replace(/<a\b[^>]*https:\/\/nobody\.invalid\/[^>]*>[\s\S]*?<\/a>/g, "").replaceAll(NOBODYS, "#")
