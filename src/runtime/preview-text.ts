import type { Channel } from "../core/channels/channel"
import { smsSize } from "../core/channels/sms-segments"
import type { TextPreview } from "../core/channels/text-preview"
import { nearestBuiltinLocale } from "../core/templates/locales"
import { sampleOccasions } from "../core/templates/samples"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { RenderError } from "../rendering/render-error"
import { renderWords } from "../rendering/render-words"

/** A text of a step as a sample person would read it, in the shop's language. */
export async function previewText(
  mailroom: Mailroom,
  { channel, text }: { channel: Channel; text: string },
): Promise<TextPreview> {
  const { general } = await mailroom.settings.read()
  const sender = await mailroom.senders.resolve({})
  const occasions = sampleOccasions(nearestBuiltinLocale(general.locale))
  const contact = { ...occasions.customer, lastName: "" }
  const means = { locale: general.locale, timeZone: general.timeZone, shopName: sender?.name ?? "" }
  try {
    const said = renderWords({ line: "", text, context: { ...occasions, contact }, ...means })
    return { text: said.text, size: channel === "sms" ? smsSize(said.text) : null, problem: null }
  } catch (error) {
    if (!(error instanceof RenderError)) throw error
    return { text: "", size: null, problem: error.message }
  }
}
