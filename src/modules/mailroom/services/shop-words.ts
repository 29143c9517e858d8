import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { orderBasis } from "../../../core/contacts/order-basis"
import { registrationBasis } from "../../../core/contacts/registration-basis"
import type { ShopCustomer, ShopOrder } from "../../../core/shop/shop"
import type { Settings } from "../../../core/settings/settings"
import type { Database, Db } from "../database"
import type { Bus } from "../mailroom"
import { selectNow } from "../sql/consent"
import {
  closeShopWord,
  noteShopWords,
  postponeShopWord,
  selectWaitingShopWords,
  type NewShopWord,
  type ShopSaid,
  type ShopWordRow,
} from "../sql/shop-words"
import { selectDefaultTopicIds } from "../sql/topics"
import type { Circumstances, ConsentService, Said } from "./consent"
import type { ContactService, Ensured } from "./contacts"
import type { KeyringService } from "./keyring"
import type { PersonChannelService } from "./person-channels"
import type { PreferenceService } from "./preferences"
import type { SettingsService } from "./settings"
import type { PreparedSignUp, SignedUp, SubscriptionService } from "./subscriptions"
import type { SuppressionService } from "./suppression"

type Known = Extract<Ensured, { ok: true }>

/** A confirmation mail for an order of last year would be a mail about what happened before the switch-on. */
const FRESH_MS = 2 * 24 * 3600 * 1000
const LONGEST_WAIT_SECONDS = 3600

/**
 * Consent that the shop's own forms took: a box at the checkout or the registration (metadata), or the soft opt-in of a
 * buyer. Noted with the read model, taken over by a loop of its own, so that a receipt never waits for it.
 */
export class ShopWordService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      keyring: KeyringService
      settings: SettingsService
      contacts: ContactService
      consent: ConsentService
      suppression: SuppressionService
      bus: Bus
      /** Asked at the moment of use: these are made later. */
      preferences: () => PreferenceService
      subscriptions: () => SubscriptionService
      personChannels: () => PersonChannelService
    },
  ) {}

  /** In the read model's transaction; orders that say nothing are not noted. */
  async noteOrders(tx: Db, orders: ShopOrder[]): Promise<void> {
    const shownSince = shownSinceOf(await this.services.settings.read())
    const words = orders
      .filter(({ email, consent, placedAt }) => email && (consent || (shownSince && new Date(placedAt) >= shownSince)))
      .map((order) => word("order", order.context.id, saidByOrder(order)))
    if (words.length > 0) await tx.query(noteShopWords(words))
  }

  async noteCustomers(tx: Db, customers: ShopCustomer[]): Promise<void> {
    const [clock] = customers.length > 0 ? await tx.query<{ at: Date }>(selectNow()) : []
    const words = customers
      .filter(({ email }) => email)
      .map((customer) => ({ customer, said: saidByCustomer(customer) }))
      .filter(({ said }) => said.consent || basisOfCustomer(said, clock!.at))
      .map(({ customer, said }) => word("customer", customer.id, said))
    if (words.length > 0) await tx.query(noteShopWords(words))
  }

  /** Takes over what waits; answers how many were looked at. A word that fails is tried again, later and later. */
  async takeWaiting(limit: number, onProblem: (sentence: string) => void): Promise<number> {
    const waiting = await this.db.query<ShopWordRow>(selectWaitingShopWords(limit))
    for (const row of waiting) await this.takeOne(row, onProblem)
    return waiting.length
  }

  private async takeOne(row: ShopWordRow, onProblem: (sentence: string) => void): Promise<void> {
    try {
      await this.take(row)
    } catch (error) {
      if (!(error instanceof MedusaError)) throw error
      onProblem(`What ${row.kind} ${row.id} says about consent was not taken over: ${error.message}`)
      // A wrong topic or address stays wrong; "not ready yet" passes.
      if (error.type === MedusaError.Types.INVALID_DATA)
        await this.db.query(closeShopWord(row, error.message.slice(0, 500)))
      else {
        const seconds = Math.min(LONGEST_WAIT_SECONDS, 30 * 2 ** Math.min(row.attempts, 10))
        await this.db.query(postponeShopWord(row, seconds, error.message.slice(0, 500)))
      }
    }
  }

  private async take(row: ShopWordRow): Promise<void> {
    const { said, kind } = row
    const settings = await this.services.settings.read()
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const isFresh = row.is_repeat || clock!.at.getTime() - new Date(said.at).getTime() < FRESH_MS
    const signUp = said.consent?.marketing && isFresh ? await this.signUpOf(row) : null
    if (isTakenBack(row) && said.consent?.marketing === false) await this.leave(row)
    const outcome = await this.db.transaction(async (tx): Promise<Outcome> => {
      const [person] = await this.services.contacts.ensureByEmail(tx, [{ email: said.email, source: kind }])
      // No row: it was said anew meanwhile, and that is taken instead.
      if ((await tx.query(closeShopWord(row, person?.ok ? "taken" : "no address"))).length === 0) return nothing
      if (!person?.ok) return nothing
      await this.services
        .personChannels()
        .hear(tx, person, { said, how: circumstancesOf(row), isTakenBack: isTakenBack(row) })
      if (signUp) return { ...nothing, signedUp: await this.services.subscriptions().write(tx, signUp) }
      const isJoined = await this.takeBasis(tx, { row, person, settings, now: clock!.at })
      const isTracked = await this.takeTracking(tx, { row, person })
      return { signedUp: null, person, isJoined, isTracked }
    })
    await this.tell(row, outcome)
  }

  private async tell({ kind }: ShopWordRow, { signedUp, person, isJoined, isTracked }: Outcome): Promise<void> {
    const method = sourceOf(kind)
    if (signedUp) await this.services.subscriptions().tellJoined(signedUp, method)
    const who = { contact_id: person?.contactId, address_id: person?.addressId, method }
    if (isJoined) await this.services.bus.emit("mailroom.contact.subscribed", who)
    if (isTracked) await this.services.bus.emit("mailroom.contact.preferences_changed", who)
  }

  /** As by the preference page: what waits is cancelled with it. Before the word is closed, because it may be done twice. */
  private async leave(row: ShopWordRow): Promise<void> {
    const known = await this.services.contacts.byEmail(this.db, row.said.email)
    if (known?.marketing !== "subscribed") return
    const whose = await this.services.preferences().recipientOfAddress(known.addressId)
    if (whose) await this.services.preferences().leave(whose, "all", circumstancesOf(row))
  }

  private async signUpOf({ kind, said }: ShopWordRow): Promise<PreparedSignUp> {
    const consent = said.consent!
    const defaults = await this.db.query<{ id: string }>(selectDefaultTopicIds())
    return this.services.subscriptions().prepare({
      email: said.email,
      topics: consent.topics.length > 0 ? consent.topics : defaults.map(({ id }) => id),
      tracking: consent.tracking ?? false,
      locale: consent.locale ?? said.locale,
      firstName: said.firstName,
      wording: consent.wording,
      pageUrl: consent.pageUrl,
      source: sourceOf(kind),
    })
  }

  /** No box was ticked: the purchase or the account itself may allow it, for topics that are on for new customers. */
  private async takeBasis(
    tx: Db,
    taking: { row: ShopWordRow; person: Known; settings: Settings; now: Date },
  ): Promise<boolean> {
    const { row, person, settings, now } = taking
    const { said, kind } = row
    const basis = kind === "order" ? basisOfOrder(said, settings, now) : basisOfCustomer(said, now)
    if (!basis || !(await this.mayJoin(tx, person))) return false
    const topics = await tx.query<{ id: string }>(selectDefaultTopicIds())
    if (topics.length === 0) return false
    const { consent } = this.services
    // The words that the settings name stand at the checkout; of a registration none are known.
    const text = kind === "order" ? settings.consent.softOptInWording : null
    const locale = said.locale ?? settings.general.locale
    const wordingId = text ? await consent.wordingId(tx, { kind: "soft_opt_in", locale, text }) : null
    const agreed: Said[] = [
      { purpose: "marketing", action: "grant", basis: basis.basis, expiresAt: basis.expiresAt },
      ...topics.map(({ id }): Said => ({ purpose: "topic", topicId: id, action: "grant", basis: basis.basis })),
    ]
    await consent.append(tx, [{ addressId: person.addressId, said: agreed }], {
      ...circumstancesOf(row),
      wordingId,
      at: new Date(said.at),
    })
    return true
  }

  /** Who never answered, or whose implied consent of an earlier purchase this one prolongs; nobody who said no. */
  private async mayJoin(tx: Db, { marketing, addressId, emailNorm }: Known): Promise<boolean> {
    if (marketing === "unsubscribed" || marketing === "pending") return false
    if (marketing === "subscribed") {
      const { marketing: now } = await this.services.consent.stateOf(tx, addressId)
      return now.basis === "casl_implied_purchase" || now.basis === "casl_implied_inquiry"
    }
    const emailHash = await this.services.keyring.emailHash(emailNorm)
    return (await this.services.suppression.active(tx, { emailHash, domain: null })).length === 0
  }

  /** A box of its own; a customer may take it back later. */
  private async takeTracking(tx: Db, { row, person }: { row: ShopWordRow; person: Known }): Promise<boolean> {
    const { consent, locale } = row.said
    if (!consent || consent.tracking === null) return false
    const { tracking } = await this.services.consent.stateOf(tx, person.addressId)
    const { wording } = consent
    const isGranted = consent.tracking && wording !== null && tracking.state === "unknown"
    const isRefused = !consent.tracking && isTakenBack(row) && tracking.state === "granted"
    if (!isGranted && !isRefused) return false
    const said: Said = isGranted
      ? { purpose: "tracking", action: "grant", basis: "express_soi" }
      : { purpose: "tracking", action: "withdraw" }
    const words = { kind: "sign_up", locale: consent.locale ?? locale ?? "en" }
    const wordingId = wording ? await this.services.consent.wordingId(tx, { ...words, text: wording }) : null
    const circumstances = { ...circumstancesOf(row), wordingId, pageUrl: consent.pageUrl }
    await this.services.consent.append(tx, [{ addressId: person.addressId, said: [said] }], circumstances)
    return true
  }
}

type Outcome = { signedUp: SignedUp | null; person: Known | null; isJoined: boolean; isTracked: boolean }
const nothing: Outcome = { signedUp: null, person: null, isJoined: false, isTracked: false }

/** A box that was never ticked says nothing; one that is unticked later does. */
const isTakenBack = ({ kind, is_repeat: isRepeat }: ShopWordRow) => kind === "customer" && isRepeat

const sourceOf = (kind: ShopWordRow["kind"]) => (kind === "order" ? "checkout" : "registration")

function circumstancesOf({ kind, id }: ShopWordRow): Circumstances {
  return { source: sourceOf(kind), method: kind, actor: "contact", note: `${kind} ${id}` }
}

function shownSinceOf({ consent }: Settings): Date | null {
  return consent.softOptInShownAtCheckout && consent.softOptInSince ? new Date(consent.softOptInSince) : null
}

function basisOfOrder(said: ShopSaid, settings: Settings, now: Date) {
  return orderBasis({
    country: said.country,
    placedAt: new Date(said.at),
    shownSince: shownSinceOf(settings),
    hasOptedOut: said.consent?.marketing === false,
    now,
  })
}

function basisOfCustomer(said: ShopSaid, now: Date) {
  return registrationBasis({
    country: said.country,
    isAccount: said.isAccount ?? false,
    registeredAt: new Date(said.at),
    hasOptedOut: said.consent?.marketing === false,
    now,
  })
}

function saidByOrder(order: ShopOrder): ShopSaid {
  const { billingAddress, shippingAddress, firstName } = order.context
  return {
    email: order.email!,
    firstName: firstName || null,
    locale: order.locale,
    country: (billingAddress ?? shippingAddress)?.countryCode ?? null,
    at: order.placedAt,
    consent: order.consent ?? null,
  }
}

function saidByCustomer(customer: ShopCustomer): ShopSaid {
  return {
    email: customer.email!,
    firstName: customer.firstName,
    locale: customer.locale,
    country: customer.countryCode,
    at: customer.createdAt,
    consent: customer.consent ?? null,
    isAccount: customer.hasAccount,
  }
}

function word(kind: NewShopWord["kind"], id: string, said: ShopSaid): NewShopWord {
  const digest = createHash("sha256")
    .update(JSON.stringify([kind, said.consent]))
    .digest("hex")
  return { kind, id, digest, said }
}
