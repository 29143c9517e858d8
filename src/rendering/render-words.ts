import { renderMessage } from "./render-message"

type Words = {
  /** One line, and lines below it; both Liquid. */
  line: string
  text: string
  context: Record<string, unknown>
  locale: string
  timeZone: string
  shopName: string
}

/** Liquid of the merchant's outside of a mail, under the limits of mails. Throws a RenderError for what is no Liquid. */
export function renderWords({ line, text, context, locale, timeZone, shopName }: Words): {
  line: string
  text: string
} {
  const rendered = renderMessage(
    { subject: line, preheader: "", html: "", plain: text, links: [], variables: [], versionId: null },
    {
      context,
      locale,
      timeZone,
      shop: { name: shopName, url: null, postalAddress: null },
      linkUrl: null,
      pixelUrl: null,
      unsubscribeUrl: null,
      preferencesUrl: null,
      viewUrl: null,
    },
  )
  return { line: rendered.subject, text: rendered.text.trim() }
}
