import { MedusaError } from "@medusajs/framework/utils"
import { topicName } from "../../../core/contacts/topic-name"
import { mintSubjectToken, signingKeyOf, type TokenKey } from "../../../core/tracking/tokens"
import type { Db } from "../database"
import { selectNow } from "../sql/consent"
import type { Ensured } from "./contacts"
import type { KeyringService } from "./keyring"
import type { MessageService } from "./messages"
import type { SettingsService } from "./settings"
import type { TemplateService } from "./templates"

export type ConfirmationMail = { templateVersionId: string; key: TokenKey; base: string; locale: string }

type TopicName = { name: string; translations: Record<string, { name?: string }> }

/** The mail with the link whose button confirms a sign-up, and its one reminder. */
export class ConfirmationMailService {
  constructor(
    private readonly services: {
      keyring: KeyringService
      settings: SettingsService
      templates: TemplateService
      messages: MessageService
    },
  ) {}

  /** What the mail needs besides the person. Throws when there is no template or no address for its link yet. */
  async prepare(
    builtin: "confirm_subscription" | "remind_subscription",
    wanted: string | null | undefined,
  ): Promise<ConfirmationMail> {
    const { keyring, settings, templates } = this.services
    const { baseUrl, locale } = (await settings.read()).general
    const templateVersionId = await templates.liveVersion(builtin)
    if (!templateVersionId || !baseUrl)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Sign-ups cannot be confirmed yet: Mailroom is not ready. An admin finds out why under Mailroom → Settings.",
      )
    const key = signingKeyOf(await keyring.signingKeys())
    return { templateVersionId, key, base: baseUrl.replace(/\/+$/, ""), locale: wanted ?? locale }
  }

  /** The confirmation mail is the person's own act, so it is transactional; it promotes and tracks nothing. */
  async send(
    tx: Db,
    asking: {
      person: Pick<Extract<Ensured, { ok: true }>, "contactId" | "addressId" | "email">
      requestId: string
      mail: ConfirmationMail
      topics: TopicName[]
      isReminder: boolean
    },
  ): Promise<void> {
    const { person, requestId, topics, isReminder } = asking
    const { key, base, locale, templateVersionId } = asking.mail
    const token = mintSubjectToken({ key, type: "d", subjectId: requestId })
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    await this.services.messages.plan(tx, [
      {
        idempotencyKey: `doi:${requestId}${isReminder ? ":reminder" : ""}`,
        originAt: clock!.at,
        class: "tx",
        origin: "automation",
        kind: "system",
        lane: "receipts",
        sourceId: null,
        contactId: person.contactId,
        addressId: person.addressId,
        to: { email: person.email },
        templateVersionId,
        locale,
        about: { kind: "subscription", id: requestId },
        context: {
          confirm: {
            url: `${base}/mailroom/confirm/${token}`,
            topics: topics.map((topic) => topicName(topic, locale)),
          },
        },
        isTracked: false,
        isCopyKept: true,
        expiresAt: new Date(clock!.at.getTime() + 24 * 3600 * 1000),
      },
    ])
  }
}
