import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectDeliveryFacts, type DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import { brandOf } from "../core/settings/sender"
import { renderMessage, type Rendered } from "../rendering/render-message"

/** The body of a stored mail, or why there is none. */
export type StoredMail = { state: "rebuilt"; mail: Rendered } | { state: "redacted" } | { state: "not_kept" }

/**
 * Rebuilds a mail from its template's version and the kept variables: the same render as at sending, but without pixel,
 * tracked links and the person's own addresses, so that looking at it in the admin counts as nothing.
 */
export async function storedMail(mailroom: Mailroom, messageId: string): Promise<StoredMail> {
  const { db, templates, settings, senders, outbox } = mailroom
  const { body } = await outbox.message(messageId)
  if (body.state === "redacted") return { state: "redacted" }
  const [facts] = await db.query<DeliveryFacts>(selectDeliveryFacts([{ id: messageId, domain: "" }]))
  if (!facts?.context || !facts.template_version_id || !facts.is_copy_kept || facts.is_erased)
    return { state: "not_kept" }
  const { general } = await settings.read()
  const [template, sender] = await Promise.all([
    templates.compiled(facts.template_version_id, facts.locale, general.locale),
    senders.resolve({ id: facts.sender_id }),
  ])
  if (!template || !sender) return { state: "not_kept" }
  const brand = brandOf(sender, general.storefrontUrl)
  const mail = renderMessage(template, {
    context: facts.context,
    locale: facts.locale,
    timeZone: general.timeZone,
    shop: { name: brand.shopName, url: brand.storefrontUrl, postalAddress: brand.postalAddress },
    linkUrl: null,
    pixelUrl: null,
    unsubscribeUrl: facts.class === "marketing" ? "about:blank#unsubscribe" : null,
    preferencesUrl: facts.class === "marketing" ? "about:blank#preferences" : null,
    viewUrl: null,
  })
  return { state: "rebuilt", mail }
}
