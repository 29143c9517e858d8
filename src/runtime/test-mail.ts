import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../core/contacts/normalise-address"
import type { MessageClass } from "../core/messages/states"
import type { BuiltinKey } from "../core/templates/contexts"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { sampleContext } from "../rendering/preview"

/** A test is worth nothing tomorrow. */
const EXPIRES_MS = 3_600_000

/** Queues one test mail of this template version; it takes the same way as every other mail. Gives the message's id. */
export async function planTestMail(
  mailroom: Mailroom,
  test: {
    to: string
    templateVersionId: string
    class: MessageClass
    context: Record<string, unknown>
    locale: string
    topicId?: string | null
    senderId?: string | null
    /** The mailing that it is a test of. */
    mailingId?: string | null
  },
): Promise<string> {
  const address = normaliseAddress(test.to)
  if (!address.ok) throw new MedusaError(MedusaError.Types.INVALID_DATA, addressProblemText(test.to, address.problem))
  const now = new Date()
  const { planned } = await mailroom.db.transaction((tx) =>
    mailroom.messages.plan(tx, [
      {
        idempotencyKey: `test:${randomUUID()}`,
        originAt: now,
        class: test.class,
        origin: "direct",
        kind: "test",
        lane: "system",
        sourceId: test.mailingId ?? null,
        contactId: null,
        addressId: null,
        to: { email: address.email },
        topicId: test.topicId ?? null,
        senderId: test.senderId ?? null,
        templateVersionId: test.templateVersionId,
        locale: test.locale,
        context: test.context,
        isTracked: false,
        isCopyKept: true,
        isTest: true,
        expiresAt: new Date(now.getTime() + EXPIRES_MS),
      },
    ]),
  )
  return planned[0]!.id
}

/** A built-in with example variables (`context` for others), in the language asked for or the shop's. */
export async function planBuiltinTest(
  mailroom: Mailroom,
  test: { key: BuiltinKey; class: MessageClass; to: string; locale?: string | null; context?: Record<string, unknown> },
): Promise<string> {
  const templateVersionId = await mailroom.templates.liveVersion(test.key)
  if (!templateVersionId)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The template "${test.key}" is not published yet: a process with worker mode shared or worker does that when it starts.`,
    )
  const locale = test.locale || (await mailroom.settings.read()).general.locale
  const context = test.context ?? { ...sampleContext(test.key, locale) }
  return planTestMail(mailroom, { to: test.to, templateVersionId, class: test.class, context, locale })
}
