import { MedusaError } from "@medusajs/framework/utils"
import { pollIdsIn } from "../core/polls/poll"
import { brandOf } from "../core/settings/sender"
import { LOCALES } from "../core/templates/contexts"
import { DEFAULT_BRAND } from "../core/templates/locales"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { CompileError } from "../rendering/compile-error"
import { compileMailing } from "../rendering/compile-mailing"
import { dressed, dressOf, shownDress } from "./mailing-dress"
import { renderPreview } from "../rendering/preview"
import { RenderError } from "../rendering/render-error"

/** The reader of a preview. */
const SAMPLE_CONTACT = { firstName: "Alex", lastName: "Sample", email: "alex@example.com" }

/** A mailing as a reader would see it, by the path that sends. What cannot be compiled is the author's to mend: INVALID_DATA. */
export async function previewMailing(mailroom: Mailroom, { id, locale }: { id: string; locale: string | null }) {
  const { mailings, senders, settings } = mailroom
  const mailing = await mailings.row(id)
  const { general } = await settings.read()
  const language = locale ?? general.locale
  const sender = await senders.resolve({ id: mailing.sender_id })
  const brand = sender ? brandOf(sender, general.storefrontUrl) : DEFAULT_BRAND
  try {
    const dress = await dressOf(mailroom, mailing)
    const { isMarketing } = dress
    const polls = await mailroom.polls.texts(pollIdsIn(mailing.document))
    const compiled = dressed(await compileMailing(mailing, language, brand, general.locale, isMarketing, polls), dress)
    const context = { contact: SAMPLE_CONTACT, mailing: { name: mailing.name ?? mailing.subject } }
    const rendered = renderPreview({
      compiled,
      locale: language,
      timeZone: general.timeZone,
      brand,
      context,
      isMarketing,
    })
    const { subject, preheader, html, text } = rendered
    return { subject, preheader, html, text, locale: language, locales: LOCALES, ...shownDress(dress) }
  } catch (error) {
    if (error instanceof CompileError || error instanceof RenderError)
      throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    throw error
  }
}
