import { variantContents } from "../core/mailings/ab-test"
import { pollIdsIn } from "../core/polls/poll"
import { brandOf, type Sender } from "../core/settings/sender"
import { LOCALES, type CompiledTemplate } from "../core/templates/contexts"
import { localesOf } from "../core/templates/localise-content"
import type { Db } from "../modules/mailroom/database"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { MailingRow } from "../modules/mailroom/sql/mailings"
import { dressed, dressOf, type Dressed } from "./mailing-dress"
import { compileMailing, parseDocument } from "../rendering/compile-mailing"

export type PublishedContent = {
  compiled: Record<string, CompiledTemplate>
  /** Keeps it as a version of its own; the id is what messages carry. */
  store(tx: Db, by?: string | null): Promise<string>
}

type Content = Dressed & Pick<MailingRow, "preheader" | "document">

/**
 * A mailing's content in each language (its words are the author's, footer and dates are the reader's). Throws a
 * CompileError that names the place.
 */
export async function publishMailing(
  mailroom: Mailroom,
  mailing: Content,
  { replyTo }: { replyTo?: string } = {},
): Promise<PublishedContent> {
  const { senders, settings, templates } = mailroom
  const { subject, preheader, document, id } = mailing
  const sender = await senders.resolve({ id: mailing.sender_id })
  const { general } = await settings.read()
  const brand = brandOf(sender ?? NO_SENDER, general.storefrontUrl)
  const dress = await dressOf(mailroom, mailing)
  if (replyTo) dress.envelope.replyTo = replyTo
  const { isMarketing } = dress
  const polls = await mailroom.polls.texts(pollIdsIn(document))
  const compiled: Record<string, CompiledTemplate> = {}
  for (const locale of new Set([...LOCALES, ...localesOf(parseDocument(document), general.locale)]))
    compiled[locale] = dressed(
      await compileMailing({ subject, preheader, document }, locale, brand, general.locale, isMarketing, polls),
      dress,
    )
  // The planner asks one language what the messages need; another one may name the reader where this one does not.
  const variables = [...new Set(Object.values(compiled).flatMap((one) => one.variables))].sort()
  for (const one of Object.values(compiled)) one.variables = variables
  return { compiled, store: (tx, by = null) => templates.createMailingVersion(tx, id, document, compiled, by) }
}

/** The variants of an A/B test beside the mailing itself, in their order. */
export async function publishVariants(
  mailroom: Mailroom,
  mailing: Content & Pick<MailingRow, "ab">,
): Promise<PublishedContent[]> {
  const contents = mailing.ab === null ? [] : variantContents(mailing, mailing.ab).slice(1)
  const published: PublishedContent[] = []
  for (const content of contents) published.push(await publishMailing(mailroom, { ...mailing, ...content }))
  return published
}

const NO_SENDER = {
  brand: { shopName: "", logoUrl: null, primaryColor: "#18181b", backgroundColor: "#f4f4f5", socialLinks: [] },
  from_name: "",
  name: "",
  storefront_url: null,
  postal_address: null,
} as unknown as Sender
