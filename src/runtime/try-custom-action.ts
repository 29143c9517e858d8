import type { Mailroom } from "../modules/mailroom/mailroom"
import { previewBuiltin } from "../rendering/preview"
import { brandFor } from "./current-brand"
import { noticeDirectory, withSuppliers } from "./notice-directory"
import { liveContent } from "./preview-content"

/** "Try it with the last real order": who would get what; nothing is stored or sent. */
export async function tryCustomAction(
  mailroom: Mailroom,
  { id, locale, orderId }: { id: string; locale: string | null; orderId?: string },
) {
  const { general } = await mailroom.settings.read()
  const { order, lines, notices } = await mailroom.automations.tryWithLastOrder(id, orderId, {
    named: (one) => withSuppliers(mailroom, one),
    directory: (one) => noticeDirectory(mailroom, one.lines),
  })
  const brand = await brandFor(mailroom)
  const content = await liveContent(mailroom, "third_party_notice")
  const mails = []
  for (const { to, cc, bcc, context } of notices) {
    const { subject, html } = await previewBuiltin({
      key: "third_party_notice",
      locale: locale ?? general.locale,
      timeZone: general.timeZone,
      brand,
      context: { ...context },
      content,
    })
    mails.push({ to, cc, bcc, subject, html })
  }
  return {
    order: order && { id: order.id, display_id: Number(order.displayId) || null, placed_at: order.placedAt },
    sentence: sentenceOf(order !== null, lines, mails),
    lines,
    mails,
  }
}

function sentenceOf(hasOrder: boolean, lines: { matches: boolean }[], mails: { to: string[] }[]): string {
  if (!hasOrder) return "No order of this shop matches yet."
  const matching = lines.filter(({ matches }) => matches).length
  const found = `${matching} of ${lines.length} lines match.`
  if (matching === 0) return `${found} Nobody would be told.`
  if (mails.length === 0) return `${found} Nobody would be told: no address in "to" was found for these lines.`
  return `${found} ${mails.length} mail${mails.length > 1 ? "s" : ""} would go to ${mails.flatMap(({ to }) => to).join(", ")}.`
}
