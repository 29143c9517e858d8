import { sentAs } from "../core/mailings/mail-format"
import { utmOf, type UtmParameters } from "../core/mailings/utm"
import type { CompiledTemplate } from "../core/templates/contexts"
import type { Envelope } from "../core/templates/envelope"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { MailingRow } from "../modules/mailroom/sql/mailings"
import { putUtm } from "../rendering/put-utm"

export type Dressed = Pick<
  MailingRow,
  "id" | "kind" | "name" | "subject" | "format" | "utm" | "is_tracked" | "sender_id"
>

/** What a mailing's mails are besides its words. */
export type Dress = { isMarketing: boolean; envelope: Envelope; utm: UtmParameters | null }

/** A direct mail is correspondence: without a way out of what nobody subscribed to, and nobody counts its clicks. */
export async function dressOf({ attachments, settings }: Mailroom, mailing: Dressed): Promise<Dress> {
  const isMarketing = mailing.kind !== "direct"
  const { utm } = await settings.read()
  const files = await attachments.attached(mailing.id)
  return {
    isMarketing,
    utm: isMarketing ? utmOf(mailing, utm) : null,
    envelope: {
      ...(!isMarketing && { isCorrespondence: true as const }),
      ...(sentAs(mailing) === "text" && { isTextOnly: true as const }),
      ...(files.length > 0 && { attachments: files }),
    },
  }
}

export function dressed(compiled: CompiledTemplate, { envelope, utm }: Dress): CompiledTemplate {
  const withEnvelope = Object.keys(envelope).length > 0 ? { ...compiled, envelope } : compiled
  return utm ? putUtm(withEnvelope, utm) : withEnvelope
}

/** Beside a preview: what the mail is besides what is seen of it. */
export function shownDress({ envelope }: Pick<Dress, "envelope">) {
  const attachments = (envelope.attachments ?? []).map(({ name, mime, bytes }) => ({ name, mime, bytes }))
  return { is_text_only: envelope.isTextOnly ?? false, attachments }
}
