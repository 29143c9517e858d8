import { MedusaError } from "@medusajs/framework/utils"
import { topicName } from "../../../core/contacts/topic-name"
import { LOCALES } from "../../../core/templates/contexts"
import { mintSubjectToken, signingKeyOf } from "../../../core/tracking/tokens"
import type { Database } from "../database"
import { touchContacts } from "../sql/consent"
import type { Circumstances, ConsentService } from "./consent"
import type { ContactService, KnownAddress } from "./contacts"
import type { CustomerService } from "./customers"
import type { KeyringService } from "./keyring"
import type { PreferenceService, Recipient, TopicChoice } from "./preferences"
import type { SettingsService } from "./settings"
import type { SubscriptionService } from "./subscriptions"
import type { SuppressionService } from "./suppression"

/** What a logged-in customer sees under "Communications": `Communications` of docs/api.md. */
export type Communications = {
  email: string
  marketing: "never_asked" | "pending" | "subscribed" | "unsubscribed"
  topics: { id: string; slug: string; name: string; description: string | null; state: TopicChoice["state"] }[]
  tracking: "unknown" | "granted" | "denied"
  paused_until: string | null
  locale: string | null
  /** Whether the last leaving can be taken back. */
  can_undo: boolean
  /** Why no marketing reaches this address although it may be subscribed: it came back, or a mail was called spam. */
  is_stopped: boolean
  /** The hosted page, signed for this customer; null while Mailroom has no base URL. */
  preferences_url: string | null
}

export type CommunicationsChange = {
  /** False leaves everything. True subscribes again, to `topics` or to what was left last. */
  marketing?: boolean
  /** Ids or slugs of all topics that the customer wants; what is not in it is left. */
  topics?: string[]
  tracking?: boolean
  /** Days without marketing; 0 ends a pause. */
  pauseDays?: number
  locale?: string
  /** Takes the last leaving back. */
  undo?: boolean
}

type Asking = {
  customerId: string
  locale: string | null
  circumstances: Pick<Circumstances, "ip" | "userAgent" | "pageUrl">
}

/** The customer's own account page (F17): reads, changes, and reverses an unsubscribe. */
export class CommunicationService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      contacts: ContactService
      consent: ConsentService
      suppression: SuppressionService
      preferences: PreferenceService
      subscriptions: SubscriptionService
      customers: CustomerService
      settings: SettingsService
      keyring: KeyringService
    },
  ) {}

  /** Looking at it while logged in is a sign of life (F22). */
  async read({ customerId, locale }: Pick<Asking, "customerId" | "locale">): Promise<Communications> {
    const known = await this.known(customerId)
    await this.db.query(touchContacts([known.contactId]))
    return this.shown(known, locale)
  }

  /**
   * Leaving takes effect at once. Coming back does, too, where the mailbox is proven to be the customer's (an earlier
   * confirmation) or the topic needs none; else a confirmation mail goes out and the topic is `pending`: an account can be
   * made with anybody's address.
   */
  async change(asking: Asking, change: CommunicationsChange): Promise<Communications> {
    const known = await this.known(asking.customerId)
    const whose = (await this.services.preferences.recipientOfAddress(known.addressId))!
    const circumstances: Circumstances = { source: "account", method: "api", actor: "contact", ...asking.circumstances }
    if (change.locale) await this.chooseLocale(known, change.locale)
    if (change.marketing === false) await this.services.preferences.leave(whose, "all", circumstances)
    else await this.join({ known, whose, asking, circumstances }, change)
    const { tracking, pauseDays } = change
    if (tracking !== undefined || pauseDays !== undefined)
      await this.services.preferences.change(
        whose,
        { tracking, ...(pauseDays === undefined ? {} : { pauseDays: pauseDays === 0 ? null : pauseDays }) },
        circumstances,
      )
    return this.shown(await this.known(asking.customerId), asking.locale)
  }

  private async join(
    context: { known: KnownAddress; whose: Recipient; asking: Asking; circumstances: Circumstances },
    change: CommunicationsChange,
  ): Promise<void> {
    const { known, whose, asking, circumstances } = context
    const { preferences, subscriptions } = this.services
    const { topics } = await preferences.read(whose)
    const wanted = await this.wanted(whose, topics, change)
    if (wanted === null) return
    const isProven = await this.isProven(known, whose.emailHash)
    const atOnce = topics.filter(
      (one) => wanted.includes(one.id) && (one.state === "subscribed" || isProven || !one.is_double_opt_in),
    )
    const asked = wanted.filter((id) => !atOnce.some((one) => one.id === id))
    const shown = topics.map(({ id }) => id)
    await preferences.change(whose, { topics: { shown, chosen: atOnce.map(({ id }) => id) } }, circumstances)
    if (asked.length === 0) return
    await subscriptions.request({
      email: known.email,
      topics: asked,
      locale: asking.locale ?? known.locale,
      source: "account",
      ...asking.circumstances,
    })
  }

  /** The whole set of topics that shall be subscribed; null when the change says nothing about them. */
  private async wanted(
    whose: Recipient,
    topics: TopicChoice[],
    { marketing, topics: named, undo }: CommunicationsChange,
  ): Promise<string[] | null> {
    const subscribed = topics.filter(({ state }) => state === "subscribed").map(({ id }) => id)
    if (named) return named.map((one) => idOf(topics, one))
    if (!undo && marketing !== true) return null
    const regained = await this.services.preferences.regainable(whose)
    const back = [...new Set([...subscribed, ...regained.filter((id) => topics.some((one) => one.id === id))])]
    if (back.length > 0 || undo) return back
    const first = topics.find(({ slug }) => slug === "newsletters") ?? topics[0]
    return first ? [first.id] : null
  }

  /** Somebody has once confirmed from this mailbox, and no complaint stands, which only a new confirmation lifts. */
  private async isProven({ contactId, addressId }: KnownAddress, emailHash: Buffer): Promise<boolean> {
    const stops = await this.services.suppression.active(this.db, { emailHash, domain: null })
    if (stops.some(({ reason }) => reason === "complaint")) return false
    return this.services.consent.hasConfirmed(this.db, { contactId, addressId })
  }

  private async chooseLocale({ contactId }: KnownAddress, locale: string): Promise<void> {
    if (!(LOCALES as readonly string[]).includes(locale))
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `locale is ${JSON.stringify(locale)}: choose one of ${LOCALES.join(", ")}.`,
      )
    await this.services.contacts.chooseLocale(this.db, contactId, locale)
  }

  private async known(customerId: string): Promise<KnownAddress> {
    const known = await this.services.customers.contactOf(customerId)
    if (known) return known
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "This account has no e-mail address that could be written to.")
  }

  private async shown(known: KnownAddress, locale: string | null): Promise<Communications> {
    const { preferences, suppression } = this.services
    const whose = (await preferences.recipientOfAddress(known.addressId))!
    const [{ state, topics, canUndo }, stops] = await Promise.all([
      preferences.read(whose),
      suppression.active(this.db, { emailHash: whose.emailHash, domain: null }),
    ])
    const language = locale ?? known.locale ?? "en"
    return {
      email: known.email,
      marketing: state.marketing.state,
      topics: topics.map((topic) => ({
        id: topic.id,
        slug: topic.slug,
        name: topicName(topic, language),
        description: topic.translations[language]?.description ?? topic.description,
        state: topic.state,
      })),
      tracking: state.tracking.state,
      paused_until: state.pausedUntil?.toISOString() ?? null,
      locale: known.locale,
      can_undo: canUndo,
      is_stopped: stops.some(({ reason, scope }) => reason !== "unsubscribed" && scope !== "topic"),
      preferences_url: await this.pageUrl(known.addressId),
    }
  }

  private async pageUrl(addressId: string): Promise<string | null> {
    const { baseUrl } = (await this.services.settings.read()).general
    if (!baseUrl) return null
    const key = signingKeyOf(await this.services.keyring.signingKeys())
    return `${baseUrl.replace(/\/+$/, "")}/mailroom/p/${mintSubjectToken({ key, type: "s", subjectId: addressId })}`
  }
}

function idOf(topics: TopicChoice[], idOrSlug: string): string {
  const topic = topics.find(({ id, slug }) => id === idOrSlug || slug === idOrSlug)
  if (topic) return topic.id
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `topics: there is no topic ${JSON.stringify(idOrSlug)}. GET /store/mailroom/communications lists them.`,
  )
}
