import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../../../core/contacts/normalise-address"
import { topicName } from "../../../core/contacts/topic-name"
import { truncateIp } from "../../../core/contacts/truncate-ip"
import { mintSubjectToken, signingKeyOf, type TokenKey } from "../../../core/tracking/tokens"
import type { Database, Db } from "../database"
import type { Bus } from "../mailroom"
import {
  confirmRequest,
  countRequests,
  insertRequest,
  selectRequest,
  selectRequestMessage,
  type RequestRow,
} from "../sql/subscription-requests"
import { selectPublicTopicIds } from "../sql/topics"
import { selectNow } from "../sql/consent"
import type { Circumstances, ConsentService, Said } from "./consent"
import type { ContactService, Ensured } from "./contacts"
import type { KeyringService } from "./keyring"
import type { MessageService } from "./messages"
import type { PreferenceService } from "./preferences"
import type { SettingsService } from "./settings"
import type { TemplateService } from "./templates"

export type SignUp = {
  email: string
  /** Ids or slugs of public topics; none = Newsletters. */
  topics?: string[]
  /** A box of its own, unticked at first (standards §3.3). */
  tracking?: boolean
  locale?: string | null
  firstName?: string | null
  /** The words beside the box, as they were shown. */
  wording?: string | null
  pageUrl?: string | null
  ip?: string | null
  userAgent?: string | null
}

export type SignUpAnswer = { kind: "accepted" } | { kind: "too_many"; retryAfterSeconds: number }

export type PendingRequest = Pick<RequestRow, "id" | "email" | "locale" | "topics" | "wants_tracking"> & {
  state: "open" | "confirmed" | "expired"
}

const MOST_PER_ADDRESS_A_DAY = 3
const MOST_PER_NETWORK_AN_HOUR = 30
const DEFAULT_TOPIC = "newsletters"

/** Sign-ups by double opt-in: a mail without promotion or tracking, a page, a button. */
export class SubscriptionService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      keyring: KeyringService
      settings: SettingsService
      contacts: ContactService
      consent: ConsentService
      preferences: PreferenceService
      messages: MessageService
      templates: TemplateService
      bus: Bus
    },
  ) {}

  /**
   * Asks the address to confirm. The answer is the same whether it is new, known, subscribed or suppressed: nobody can
   * ask us who is a customer. Only a network that asks too often is told so.
   */
  async request(signUp: SignUp): Promise<SignUpAnswer> {
    const address = normaliseAddress(signUp.email)
    if (!address.ok) throw invalid(addressProblemText(signUp.email, address.problem))
    const topics = await this.topics(signUp.topics ?? [])
    const emailHash = await this.services.keyring.emailHash(address.emailNorm)
    const ipHash = await this.networkHash(signUp.ip)
    const [asked] = await this.db.query<{ by_email: number; by_ip: number }>(countRequests(emailHash, ipHash))
    if (ipHash && asked!.by_ip >= MOST_PER_NETWORK_AN_HOUR) return { kind: "too_many", retryAfterSeconds: 3600 }
    // Who floods a stranger's inbox must not learn that he reached the limit.
    if (asked!.by_email >= MOST_PER_ADDRESS_A_DAY) return { kind: "accepted" }
    await this.store(signUp, { topics, emailHash, ipHash })
    return { kind: "accepted" }
  }

  /** What the page behind the link shows; null for an unknown request. Looking at it changes nothing. */
  async pending(requestId: string): Promise<PendingRequest | null> {
    const [row] = await this.db.query<RequestRow>(selectRequest(requestId))
    return row ? { ...row, state: row.confirmed_at ? "confirmed" : row.is_expired ? "expired" : "open" } : null
  }

  /** The button: single use. Answers the state after it. */
  async confirm(
    requestId: string,
    circumstances: Pick<Circumstances, "ip" | "userAgent">,
  ): Promise<PendingRequest["state"] | null> {
    const [request] = await this.db.query<RequestRow>(selectRequest(requestId))
    if (!request) return null
    const isNew = await this.db.transaction(async (tx) => {
      if ((await tx.query(confirmRequest(requestId))).length === 0) return false
      const [message] = await tx.query<{ id: string }>(selectRequestMessage(requestId))
      await this.services.preferences.join(tx, {
        whose: { addressId: request.address_id, emailHash: request.email_hash },
        said: agreed(request),
        circumstances: {
          source: "form",
          method: "double_opt_in",
          actor: "contact",
          wordingId: request.wording_id,
          pageUrl: request.page_url,
          messageId: message?.id ?? null,
          ...circumstances,
        },
        isDoubleOptIn: true,
      })
      return true
    })
    if (!isNew) return request.confirmed_at ? "confirmed" : request.is_expired ? "expired" : "confirmed"
    await this.services.bus.emit("mailroom.contact.subscribed", {
      contact_id: request.contact_id,
      address_id: request.address_id,
      topic_ids: request.topic_ids,
      method: "double_opt_in",
    })
    return "confirmed"
  }

  /** Of the network only, keyed, so that it cannot be turned back: it serves the hourly limit and nothing else. */
  private async networkHash(ip: string | null | undefined): Promise<Buffer | null> {
    const network = truncateIp(ip)
    return network === null ? null : this.services.keyring.emailHash(`network ${network}`)
  }

  private async topics(wanted: string[]): Promise<TopicName[]> {
    const asked = wanted.length > 0 ? [...new Set(wanted)] : [DEFAULT_TOPIC]
    // Postgres refuses NUL; no topic has one in its name.
    const known = await this.db.query<TopicName>(selectPublicTopicIds(asked.filter((one) => !one.includes("\u0000"))))
    const unknown = asked.find((one) => !known.some(({ id, slug }) => id === one || slug === one))
    if (unknown !== undefined)
      throw invalid(
        `topics: there is no public topic ${JSON.stringify(unknown)}. GET /store/mailroom/topics lists them.`,
      )
    return known
  }

  private async store(
    signUp: SignUp,
    known: { topics: TopicName[]; emailHash: Buffer; ipHash: Buffer | null },
  ): Promise<void> {
    // Read before the transaction: what asks the pool for a second connection while it holds one can starve the pool.
    const mail = await this.confirmationMail(signUp.locale)
    const { contacts, consent } = this.services
    await this.db.transaction(async (tx) => {
      const [person] = await contacts.ensureByEmail(tx, [
        { email: signUp.email, source: "form", locale: signUp.locale, firstName: signUp.firstName },
      ])
      if (!person?.ok) return
      const text = signUp.wording?.replaceAll("\u0000", "").trim().slice(0, 4000)
      const wordingId = text ? await consent.wordingId(tx, { kind: "sign_up", locale: mail.locale, text }) : null
      const [row] = await tx.query<{ id: string }>(newId())
      await tx.query(
        insertRequest({
          id: row!.id,
          address_id: person.addressId,
          email_hash: known.emailHash,
          ip_hash: known.ipHash,
          topic_ids: known.topics.map(({ id }) => id),
          wants_tracking: signUp.tracking ?? false,
          locale: mail.locale,
          wording_id: wordingId,
          page_url: signUp.pageUrl?.replaceAll("\u0000", "").slice(0, 2048) ?? null,
        }),
      )
      await consent.append(tx, [{ addressId: person.addressId, said: requested(known.topics) }], {
        source: "form",
        method: "store_api",
        actor: "contact",
        wordingId,
        pageUrl: signUp.pageUrl,
        ip: signUp.ip,
        userAgent: signUp.userAgent,
      })
      await this.ask(tx, { person, requestId: row!.id, mail, topics: known.topics })
    })
  }

  /** What the mail needs besides the person. Throws when there is no template or no address for its link yet. */
  private async confirmationMail(wanted: string | null | undefined): Promise<ConfirmationMail> {
    const { keyring, settings, templates } = this.services
    const { baseUrl, locale } = (await settings.read()).general
    const templateVersionId = await templates.liveVersion("confirm_subscription")
    if (!templateVersionId || !baseUrl)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Sign-ups cannot be confirmed yet: Mailroom is not ready. An admin finds out why under Mailroom → Settings.",
      )
    const key = signingKeyOf(await keyring.signingKeys())
    return { templateVersionId, key, base: baseUrl.replace(/\/+$/, ""), locale: wanted ?? locale }
  }

  /** The confirmation mail is the person's own act, so it is transactional; it promotes and tracks nothing. */
  private async ask(
    tx: Db,
    asking: {
      person: Extract<Ensured, { ok: true }>
      requestId: string
      mail: ConfirmationMail
      topics: TopicName[]
    },
  ): Promise<void> {
    const { person, requestId, topics } = asking
    const { key, base, locale, templateVersionId } = asking.mail
    const token = mintSubjectToken({ key, type: "d", subjectId: requestId })
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    await this.services.messages.plan(tx, [
      {
        idempotencyKey: `doi:${requestId}`,
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

type ConfirmationMail = { templateVersionId: string; key: TokenKey; base: string; locale: string }

type TopicName = { id: string; slug: string; name: string; translations: Record<string, { name?: string }> }

function requested(topics: TopicName[]): Said[] {
  return [
    { purpose: "marketing", action: "request" },
    ...topics.map(({ id }): Said => ({ purpose: "topic", topicId: id, action: "request" })),
  ]
}

function agreed({ topic_ids, wants_tracking }: RequestRow): Said[] {
  return [
    { purpose: "marketing", action: "confirm", basis: "express_doi" },
    ...topic_ids.map((topicId): Said => ({ purpose: "topic", topicId, action: "confirm", basis: "express_doi" })),
    ...(wants_tracking ? [{ purpose: "tracking", action: "confirm", basis: "express_doi" } as Said] : []),
  ]
}

const newId = () => ({ text: "SELECT mailroom.uuidv7() AS id", values: [] })

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
