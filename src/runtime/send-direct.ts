import { MedusaError } from "@medusajs/framework/utils"
import { documentSchema } from "../core/templates/document"
import { letterLocale } from "../core/templates/letter-locale"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { refuseMailing, staleMailing } from "../modules/mailroom/mailing-refusals"
import { selectNow } from "../modules/mailroom/sql/consent"
import { setSentMessage } from "../modules/mailroom/sql/direct-mails"
import { moveMailing } from "../modules/mailroom/sql/mailings"
import { publishMailing } from "./mailing-content"

/** A letter that could not leave for a week is of no use any more. */
const EXPIRES_MS = 7 * 24 * 3_600_000

type Asked = { id: string; revision?: number; by: { userId: string | null; email: string | null } }

/**
 * Sends a direct mail: one message by the outbox of all others, transactional as correspondence is. Answers go to whoever
 * sends it. Two clicks give one mail. Answers the message's id; throws with what is missing.
 */
export async function sendDirect(mailroom: Mailroom, { id, revision, by }: Asked): Promise<{ message_id: string }> {
  const { db, mailings, mailingDispatch, directMails, messages, settings } = mailroom
  const mailing = await mailings.row(id)
  if (mailing.kind !== "direct")
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "This is no direct mail: send it as the mailing that it is.")
  if (mailing.sent_message_id) return { message_id: mailing.sent_message_id }
  refuseMailing("send", mailing.state)
  await mailingDispatch.mustBeComplete(id)
  const person = (await directMails.person(mailing.audience.people?.[0]))!
  const content = await publishMailing(mailroom, mailing, { replyTo: by.email ?? undefined })
  const { general } = await settings.read()
  const sent = await db.transaction(async (tx) => {
    const asked = revision ?? mailing.revision
    const moved = await tx.query(moveMailing(id, { from: ["draft"], to: "sent", revision: asked }))
    if (moved.length === 0) return null
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    const { planned } = await messages.plan(tx, [
      {
        idempotencyKey: `direct:${id}`,
        originAt: mailing.created_at,
        class: "tx",
        origin: "direct",
        kind: "direct",
        lane: "direct",
        sourceId: null,
        contactId: person.contact_id,
        addressId: person.address_id,
        to: { email: person.email!, name: [person.first_name, person.last_name].filter(Boolean).join(" ") || null },
        senderId: mailing.sender_id,
        templateVersionId: await content.store(tx, by.userId),
        locale: letterLocale(documentSchema.parse(mailing.document), person.locale, general.locale),
        context: {
          contact: {
            firstName: person.first_name ?? "",
            lastName: person.last_name ?? "",
            email: person.email,
            fields: person.fields,
          },
        },
        isTracked: false,
        isCopyKept: mailing.is_copy_kept,
        expiresAt: new Date(clock!.at.getTime() + EXPIRES_MS),
      },
    ])
    await tx.query(setSentMessage(id, planned[0]!.id))
    return planned[0]!.id
  })
  return { message_id: sent ?? (await sentMeanwhile(mailroom, id, revision)) }
}

/** The other of two clicks was first; or somebody saved it in between. */
async function sentMeanwhile({ mailings }: Mailroom, id: string, revision: number | undefined): Promise<string> {
  const now = await mailings.row(id)
  if (now.sent_message_id) return now.sent_message_id
  refuseMailing("send", now.state)
  throw staleMailing(revision ?? now.revision, now.revision)
}
