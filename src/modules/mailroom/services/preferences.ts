import type { ConsentState } from "../../../core/contacts/consent-fold"
import type { Bus } from "../mailroom"
import type { Database, Db } from "../database"
import { lockContacts, selectNow } from "../sql/consent"
import {
  selectRecipientOfAddress,
  selectRecipientOfMessage,
  selectTopicsOf,
  type RecipientRow,
} from "../sql/preferences"
import type { Circumstances, ConsentService, Said } from "./consent"
import type { SuppressionService } from "./suppression"
import type { TrackingService } from "./tracking"

/** The person behind a link: of a mail, or of an address. */
export type Recipient = {
  messageId: string | null
  contactId: string | null
  addressId: string | null
  email: string | null
  emailNorm: string | null
  emailHash: Buffer
  topicId: string | null
  locale: string | null
  senderId: string | null
  isTest: boolean
}

export type TopicChoice = {
  id: string
  slug: string
  name: string
  description: string | null
  translations: Record<string, { name?: string; description?: string }>
  state: "none" | "pending" | "subscribed" | "unsubscribed"
  is_double_opt_in: boolean
}

/** What a person sees and may change; `undo` says whether there is a leaving that can be taken back. */
export type Preferences = { state: ConsentState; topics: TopicChoice[]; canUndo: boolean }

export type PreferenceChange = {
  /** The topics that were shown; those of them not in `chosen` are left. */
  topics?: { shown: string[]; chosen: string[] }
  tracking?: boolean
  /** Days without marketing; null ends a pause. */
  pauseDays?: number | null
}

const DAY = 24 * 3600 * 1000

/** What people decide about the mails that they get: leaving, coming back, topics, tracking, pause. */
export class PreferenceService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      consent: ConsentService
      suppression: SuppressionService
      tracking: TrackingService
      bus: Bus
    },
  ) {}

  async recipientOfMessage(messageId: string): Promise<Recipient | null> {
    const [row] = await this.db.query<RecipientRow>(selectRecipientOfMessage(messageId))
    return row ? recipient(row) : null
  }

  async recipientOfAddress(addressId: string): Promise<Recipient | null> {
    const [row] = await this.db.query<RecipientRow>(selectRecipientOfAddress(addressId))
    return row ? recipient(row) : null
  }

  async read(whose: Recipient): Promise<Preferences> {
    const topics = await this.db.query<TopicChoice>(selectTopicsOf(whose.addressId))
    if (!whose.addressId) return { state: nothingKnown, topics, canUndo: false }
    const state = await this.services.consent.stateOf(this.db, whose.addressId)
    return { state, topics, canUndo: (await this.leftBefore(this.db, whose)) !== null }
  }

  /**
   * Leaves one topic or all marketing: log, suppression, and everything of that scope that waits, in one transaction.
   * Receipts go on. Doing it again changes nothing. A mail's topic is what its one-click link leaves; a mail without
   * one leaves all marketing.
   */
  async leave(whose: Recipient, scope: "mail" | "all", circumstances: Circumstances): Promise<void> {
    // The merchant who tries the link of a test must not leave by it.
    if (whose.isTest) return
    const topicId = scope === "mail" ? whose.topicId : null
    const isNew = await this.db.transaction((tx) => this.leaveIn(tx, { whose, topicId, circumstances }))
    if (isNew)
      await this.tell("mailroom.contact.unsubscribed", whose, {
        topic_id: topicId,
        method: circumstances.method ?? null,
      })
  }

  /** Takes the last leaving back: what was subscribed just before it is subscribed again. */
  async undo(whose: Recipient, circumstances: Circumstances): Promise<void> {
    const { addressId } = whose
    if (!addressId) return
    const restored = await this.db.transaction(async (tx) => {
      const left = await this.leftBefore(tx, whose)
      return left ? this.join(tx, { whose, said: left, circumstances, isDoubleOptIn: false }) : false
    })
    if (restored) await this.tell("mailroom.contact.subscribed", whose, { method: circumstances.method ?? null })
  }

  /** Topics that the last leaving took away. */
  async regainable(whose: Recipient): Promise<string[]> {
    return ((await this.leftBefore(this.db, whose)) ?? []).flatMap(({ topicId }) => topicId ?? [])
  }

  /** What the form says, as a whole: only what differs from the state before is written down. */
  async change(whose: Recipient, change: PreferenceChange, how: Circumstances): Promise<void> {
    const { addressId } = whose
    if (!addressId) return
    const { shown, chosen } = change.topics ?? { shown: [], chosen: [] }
    await this.db.transaction(async (tx) => {
      // The state is read by whoever holds the person, and one form is one moment: undo takes back all of it.
      if (whose.contactId) await tx.query(lockContacts([whose.contactId]))
      const state = await this.services.consent.stateOf(tx, addressId)
      const [clock] = await tx.query<{ at: Date }>(selectNow())
      const circumstances = { ...how, moment: clock!.at }
      const left = shown.filter((id) => state.topics[id]?.state === "subscribed" && !chosen.includes(id))
      for (const topicId of left) await this.leaveIn(tx, { whose, topicId, circumstances })
      // The form comes from outside: only what the page offers can be joined, no internal, archived or invented topic.
      const offered = (await tx.query<TopicChoice>(selectTopicsOf(addressId))).map(({ id }) => id)
      const joined = offered.filter(
        (id) => shown.includes(id) && chosen.includes(id) && state.topics[id]?.state !== "subscribed",
      )
      if (joined.length > 0) {
        const said: Said[] = joined.map((topicId) => ({
          purpose: "topic",
          topicId,
          action: "grant",
          basis: "express_soi",
        }))
        if (state.marketing.state !== "subscribed")
          said.unshift({ purpose: "marketing", action: "grant", basis: "express_soi" })
        await this.join(tx, { whose, said, circumstances, isDoubleOptIn: false })
      }
      await this.services.consent.append(
        tx,
        [{ addressId, said: otherChanges(state, change, clock!.at) }],
        circumstances,
      )
    })
    await this.tell("mailroom.contact.preferences_changed", whose, { method: how.method ?? null })
  }

  /** Writes a yes and lifts what an earlier no left behind; false when nothing was said. */
  async join(
    tx: Db,
    joining: {
      whose: Pick<Recipient, "addressId" | "emailHash">
      said: Said[]
      circumstances: Circumstances
      isDoubleOptIn: boolean
    },
  ): Promise<boolean> {
    const { whose, said, circumstances, isDoubleOptIn } = joining
    if (!whose.addressId || said.length === 0) return false
    await this.services.consent.append(tx, [{ addressId: whose.addressId, said }], circumstances)
    const topicIds = said.flatMap(({ topicId }) => topicId ?? [])
    await this.services.suppression.liftByConsent(tx, { emailHash: whose.emailHash, topicIds, isDoubleOptIn })
    return true
  }

  private async leaveIn(
    tx: Db,
    leaving: { whose: Recipient; topicId: string | null; circumstances: Circumstances },
  ): Promise<boolean> {
    const { whose, topicId, circumstances } = leaving
    const { consent, suppression, tracking } = this.services
    const said: Said =
      topicId === null
        ? { purpose: "marketing", action: "withdraw" }
        : { purpose: "topic", topicId, action: "withdraw" }
    const [changed] = whose.addressId
      ? await consent.append(tx, [{ addressId: whose.addressId, said: [said] }], circumstances)
      : []
    await suppression.suppress(tx, {
      emailHash: whose.emailHash,
      emailNorm: whose.emailNorm,
      ...(topicId === null ? { scope: "marketing" } : { scope: "topic", topicId }),
      reason: "unsubscribed",
      source: circumstances.method ?? circumstances.source,
      evidence: whose.messageId ? { messageId: whose.messageId } : {},
      by: circumstances.actor,
    })
    if (whose.contactId)
      await suppression.cancelWaiting(tx, {
        contactId: whose.contactId,
        emailHash: whose.emailHash,
        topicId,
        reason: "unsubscribed",
      })
    const isNew = changed ? !isLeft(changed.before, topicId) : true
    if (whose.messageId && isNew) await tracking.append(tx, [{ kind: "unsubscribed", messageId: whose.messageId }])
    return isNew
  }

  /** What the last leaving took away, as the words that bring it back; null when the last word was no leaving. */
  private async leftBefore(db: Db, whose: Recipient): Promise<Said[] | null> {
    if (!whose.addressId || !whose.contactId) return null
    const history = await this.services.consent.history(db, whose.contactId)
    const last = history.filter(({ purpose }) => purpose === "marketing" || purpose === "topic").at(-1)
    if (last?.action !== "withdraw" || last.actor !== "contact") return null
    const now = await this.services.consent.stateOf(db, whose.addressId)
    const before = await this.services.consent.stateOf(db, whose.addressId, new Date(last.at.getTime() - 1))
    const said = regained(before, now)
    return said.length > 0 ? said : null
  }

  private async tell(name: string, whose: Recipient, more: Record<string, unknown>): Promise<void> {
    const { contactId, addressId, messageId } = whose
    await this.services.bus.emit(name, { contact_id: contactId, address_id: addressId, message_id: messageId, ...more })
  }
}

const nothingKnown: ConsentState = {
  marketing: { state: "never_asked", since: null, basis: null, expiresAt: null },
  tracking: { state: "unknown", since: null },
  topics: {},
  pausedUntil: null,
  channels: {},
}

function isLeft(state: ConsentState, topicId: string | null): boolean {
  return topicId === null ? state.marketing.state === "unsubscribed" : state.topics[topicId]?.state === "unsubscribed"
}

function regained(before: ConsentState, now: ConsentState): Said[] {
  const said: Said[] = []
  if (before.marketing.state === "subscribed" && now.marketing.state !== "subscribed")
    said.push({
      purpose: "marketing",
      action: "grant",
      basis: before.marketing.basis,
      expiresAt: before.marketing.expiresAt,
    })
  for (const [topicId, { state }] of Object.entries(before.topics))
    if (state === "subscribed" && now.topics[topicId]?.state !== "subscribed")
      said.push({ purpose: "topic", topicId, action: "grant" })
  return said
}

function otherChanges(state: ConsentState, { tracking, pauseDays }: PreferenceChange, now: Date): Said[] {
  const said: Said[] = []
  if (tracking === true && state.tracking.state !== "granted")
    said.push({ purpose: "tracking", action: "grant", basis: "express_soi" })
  if (tracking === false && state.tracking.state !== "denied") said.push({ purpose: "tracking", action: "withdraw" })
  if (pauseDays === null && state.pausedUntil !== null) said.push({ purpose: "pause", action: "withdraw" })
  if (typeof pauseDays === "number")
    said.push({ purpose: "pause", action: "grant", expiresAt: new Date(now.getTime() + pauseDays * DAY) })
  return said
}

function recipient(row: RecipientRow): Recipient {
  return {
    messageId: row.message_id,
    contactId: row.contact_id,
    addressId: row.address_id,
    email: row.email,
    emailNorm: row.email_norm,
    emailHash: row.email_hash,
    topicId: row.topic_id,
    locale: row.locale,
    senderId: row.sender_id,
    isTest: row.is_test,
  }
}
