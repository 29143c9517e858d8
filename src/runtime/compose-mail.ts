import { createHash } from "node:crypto"
import { unsubscribeAddress } from "../core/contacts/unsubscribe-mailbox"
import { markedAsCopy } from "../core/messages/copy-mark"
import { messageHeaders } from "../core/messages/headers"
import { trackingLevel, type TrackingLevel } from "../core/messages/tracking-level"
import { brandOf, type Sender } from "../core/settings/sender"
import type { Settings } from "../core/settings/settings"
import type { CompiledTemplate } from "../core/templates/contexts"
import { mintAggregateToken, mintPollToken, mintToken, type TokenKey } from "../core/tracking/tokens"
import type { DeliveryFacts } from "../modules/mailroom/sql/delivery-facts"
import type { AttachedPart } from "../rendering/attached-part"
import { buildMime } from "../rendering/mime"
import { renderMessage, type Rendered } from "../rendering/render-message"

export type ComposeInput = {
  facts: Pick<
    DeliveryFacts,
    | "id"
    | "class"
    | "origin"
    | "kind"
    | "source_id"
    | "template_version_id"
    | "to_email"
    | "to_name"
    | "cc"
    | "locale"
    | "mail_domain"
    | "is_tracked"
    | "is_copy_kept"
    | "tracking"
    | "topic_slug"
    | "topic_name"
  >
  context: Record<string, unknown>
  template: CompiledTemplate & { locale?: string }
  sender: Sender
  settings: Settings
  key: TokenKey
}

export type ComposedContent = Rendered & { pixel: TrackingLevel; unsubscribeUrl: string | null; digest: Buffer }

/** Template + variables + the links of this one message. The same message gives the same content, now and in a year. */
export function composeContent({ facts, context, template, sender, settings, key }: ComposeInput): ComposedContent {
  const base = settings.general.baseUrl?.replace(/\/+$/, "") ?? null
  const level = (policy: Settings["tracking"]["opens"]) =>
    base ? trackingLevel({ policy, consent: facts.tracking, isTracked: facts.is_tracked }) : "none"
  const own = (type: "u" | "p" | "v") =>
    base && `${base}/mailroom/${type}/${mintToken({ key, type, messageId: facts.id })}`
  const unsubscribeUrl = facts.class === "marketing" ? own("u") : null
  const pixel = pixelOf(level(settings.tracking.opens), facts, base, key)
  const brand = brandOf(sender, settings.general.storefrontUrl)
  const rendered = renderMessage(
    { ...template, versionId: facts.template_version_id! },
    {
      context,
      locale: facts.locale,
      timeZone: settings.general.timeZone,
      shop: { name: brand.shopName, url: brand.storefrontUrl, postalAddress: brand.postalAddress },
      linkUrl: linksOf(level(settings.tracking.clicks), facts, template.links.length, base, key),
      pixelUrl: pixel.url,
      pollUrl: (pollId, answer) =>
        base && `${base}/mailroom/q/${mintPollToken({ key, messageId: facts.id, pollId, answer })}`,
      unsubscribeUrl,
      preferencesUrl: () => (facts.class === "marketing" || pixel.level === "personal" ? own("p") : null),
      viewUrl: () => (facts.is_copy_kept ? own("v") : null),
    },
  )
  if (facts.kind === "copy") rendered.subject = markedAsCopy(rendered.subject, facts.locale, variantOf(context))
  return { pixel: pixel.level, unsubscribeUrl, digest: contentDigest(rendered), ...rendered }
}

/** Observers of an A/B test get a copy of each variant and have to tell them apart (runtime/mailing-copies). */
function variantOf({ mailing }: Record<string, unknown>): string | null {
  const { variant } = (mailing ?? {}) as { variant?: unknown }
  return typeof variant === "string" ? variant : null
}

/** sha256 over what the reader sees: subject, html and text. */
export function contentDigest({ subject, html, text }: Pick<Rendered, "subject" | "html" | "text">): Buffer {
  // In three: put together first, it would be copied once more.
  return createHash("sha256").update(`${subject}\0`).update(html).update(`\0${text}`).digest()
}

/** Without html and text: what is held for a hundred mails on their way is copied by each collection of garbage. */
export type ComposedMail = Pick<ComposedContent, "subject" | "pixel" | "digest" | "dynamicLinks"> & {
  mime: Buffer
  /** Its end, where it has attachments: one for all mails of a mailing. */
  attached: Buffer | undefined
  from: string
  to: string[]
}

/** The whole mail as bytes, with its envelope; Date and Message-ID are those of the first try. */
export function composeMail(
  input: ComposeInput & { firstAttemptAt: Date; bcc: string[] | null; attached?: AttachedPart },
): ComposedMail {
  const { facts, sender, firstAttemptAt, bcc, attached } = input
  const envelope = input.template.envelope
  const content = composeContent(input)
  const from = fromAddress(sender, facts)
  const cc = facts.cc ?? []
  const headers = messageHeaders({
    id: facts.id,
    class: facts.class,
    origin: facts.origin,
    sourceId: facts.source_id,
    mailDomain: facts.mail_domain,
    firstAttemptAt,
    from: { name: sender.from_name, email: from },
    replyTo: envelope?.replyTo ?? sender.reply_to,
    to: { name: facts.to_name, email: facts.to_email! },
    cc: cc.map((email) => ({ email })),
    subject: content.subject,
    shopName: sender.brand.shopName || sender.from_name,
    topic: facts.topic_slug ? { slug: facts.topic_slug, name: facts.topic_name ?? facts.topic_slug } : null,
    unsubscribeUrl: content.unsubscribeUrl,
    isCorrespondence: envelope?.isCorrespondence,
    unsubscribeMailbox: mailboxOf(content.unsubscribeUrl, input.settings),
  })
  const { text, html, fixed } = content
  const mime = buildMime({
    headers,
    text,
    html: envelope?.isTextOnly ? null : html,
    fixed,
    boundarySeed: facts.id,
    attachedBoundary: attached?.boundary,
  })
  const { subject, pixel, digest, dynamicLinks } = content
  const to = [facts.to_email!, ...cc, ...(bcc ?? [])]
  return { mime, attached: attached?.part, from, to, subject, pixel, digest, dynamicLinks }
}

/** The same token as the link's, in an address whose mail the shop reads; null where it reads none. */
function mailboxOf(unsubscribeUrl: string | null, { consent }: Settings): string | null {
  if (!unsubscribeUrl || !consent.unsubscribeDomain) return null
  return unsubscribeAddress(unsubscribeUrl.slice(unsubscribeUrl.lastIndexOf("/") + 1), consent.unsubscribeDomain)
}

function fromAddress(sender: Sender, facts: ComposeInput["facts"]): string {
  const address = (facts.class === "marketing" && sender.marketing_from_email) || sender.from_email
  if (!address) throw new Error(`Sender "${sender.name}" has no from address: set one in Mailroom's settings.`)
  return address
}

type Tokens = Pick<ComposeInput["facts"], "id" | "source_id" | "template_version_id">

function pixelOf(
  level: TrackingLevel,
  { id, source_id: sourceId, template_version_id: version }: Tokens,
  base: string | null,
  key: TokenKey,
) {
  if (level === "personal")
    return { level, url: `${base}/mailroom/o/${mintToken({ key, type: "o", messageId: id })}.gif` }
  if (level === "none" || !sourceId || !version) return { level: "none" as const, url: null }
  const token = mintAggregateToken({ key, templateVersionId: version, sourceId })
  return { level, url: `${base}/mailroom/o/${token}.gif` }
}

function linksOf(
  level: TrackingLevel,
  { id, source_id: sourceId, template_version_id: version }: Tokens,
  fixed: number,
  base: string | null,
  key: TokenKey,
): ((index: number) => string | null) | null {
  if (level === "personal")
    return (linkIndex) => `${base}/mailroom/c/${mintToken({ key, type: "c", messageId: id, linkIndex })}`
  if (level === "none" || !sourceId || !version) return null
  // A dynamic target belongs to one person: without consent it stays as it is.
  return (linkIndex) =>
    linkIndex < fixed
      ? `${base}/mailroom/c/${mintAggregateToken({ key, templateVersionId: version, sourceId, linkIndex })}`
      : null
}
