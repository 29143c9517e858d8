import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../core/contacts/normalise-address"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectNow } from "../modules/mailroom/sql/consent"
import { publishMailing } from "./mailing-content"

const DAY = 24 * 3600 * 1000

/**
 * One copy of a mailing as it stands, by the path of the real one; marked as a test, it is not counted and not subject
 * to subscriptions. Written with the data of the person behind the address, if there is one. Answers the message's id.
 */
export async function sendTestMailing(
  mailroom: Mailroom,
  test: { mailingId: string; email: string; by: string | null },
): Promise<{ message_id: string }> {
  const { db, mailings, contacts, messages, settings } = mailroom
  const address = normaliseAddress(test.email)
  if (!address.ok)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, addressProblemText(test.email, address.problem))
  const mailing = await mailings.row(test.mailingId)
  const content = await publishMailing(mailroom, mailing)
  const { general } = await settings.read()
  const messageId = await db.transaction(async (tx) => {
    const person = await contacts.profile(tx, address.emailNorm)
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    const { planned } = await messages.plan(tx, [
      {
        idempotencyKey: `test:${mailing.id}:${address.emailNorm}:${clock!.at.toISOString()}`,
        originAt: clock!.at,
        class: "marketing",
        origin: "mailing",
        kind: "test",
        lane: "direct",
        sourceId: mailing.id,
        contactId: null,
        addressId: null,
        to: { email: address.email },
        topicId: mailing.topic_id,
        senderId: mailing.sender_id,
        templateVersionId: await content.store(tx, test.by),
        locale: person?.locale ?? general.locale,
        context: {
          contact: { firstName: person?.firstName ?? "", lastName: person?.lastName ?? "", email: address.email },
          mailing: { name: mailing.name ?? mailing.subject },
        },
        isTracked: false,
        isCopyKept: mailing.is_copy_kept,
        isTest: true,
        expiresAt: new Date(clock!.at.getTime() + DAY),
      },
    ])
    return planned[0]!.id
  })
  return { message_id: messageId }
}
