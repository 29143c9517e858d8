import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { orderBasis } from "../../../core/contacts/order-basis"
import type { ShopCustomer, ShopOrder } from "../../../core/shop/shop"
import type { Settings } from "../../../core/settings/settings"
import type { Database, Db } from "../database"
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
      /** Asked at the moment of use: the two know each other. */
      subscriptions: () => SubscriptionService
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
    const words = customers
      .filter(({ email, consent }) => email && consent)
      .map((customer) => word("customer", customer.id, saidByCustomer(customer)))
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
    const signedUp = await this.db.transaction(async (tx): Promise<SignedUp | null> => {
      const [person] = await this.services.contacts.ensureByEmail(tx, [{ email: said.email, source: kind }])
      // No row: it was said anew meanwhile, and that is taken instead.
      if ((await tx.query(closeShopWord(row, person?.ok ? "taken" : "no address"))).length === 0) return null
      if (!person?.ok) return null
      if (signUp) return this.services.subscriptions().write(tx, signUp)
      if (kind === "order") await this.takeOrder(tx, { row, person, settings, now: clock!.at })
      await this.takeOthers(tx, { row, person })
      return null
    })
    if (signedUp)
      await this.services.subscriptions().tellJoined(signedUp, kind === "order" ? "checkout" : "registration")
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

  /** No box was ticked: the purchase itself may allow it, for topics that are on for new customers. */
  private async takeOrder(
    tx: Db,
    order: { row: ShopWordRow; person: Known; settings: Settings; now: Date },
  ): Promise<void> {
    const { row, person, settings, now } = order
    const { said } = row
    const placedAt = new Date(said.at)
    const basis = orderBasis({
      country: said.country,
      placedAt,
      shownSince: shownSinceOf(settings),
      hasOptedOut: said.consent?.marketing === false,
      now,
    })
    if (!basis || !(await this.mayJoin(tx, person))) return
    const topics = await tx.query<{ id: string }>(selectDefaultTopicIds())
    if (topics.length === 0) return
    const { contacts, consent } = this.services
    const text = settings.consent.softOptInWording
    const locale = said.locale ?? settings.general.locale
    const wordingId = text ? await consent.wordingId(tx, { kind: "soft_opt_in", locale, text }) : null
    const agreed: Said[] = [
      { purpose: "marketing", action: "grant", basis: basis.basis, expiresAt: basis.expiresAt },
      ...topics.map(({ id }): Said => ({ purpose: "topic", topicId: id, action: "grant", basis: basis.basis })),
    ]
    await consent.append(tx, [{ addressId: person.addressId, said: agreed }], {
      ...circumstancesOf(row),
      wordingId,
      at: placedAt,
    })
    await contacts.ensureByEmail(tx, [{ email: said.email, source: "order", lastTransactionAt: placedAt }])
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

  /** A box for tracking, and a customer who takes an earlier yes back in the shop's own account page. */
  private async takeOthers(tx: Db, { row, person }: { row: ShopWordRow; person: Known }): Promise<void> {
    const { consent } = row.said
    if (!consent) return
    const state = await this.services.consent.stateOf(tx, person.addressId)
    const isTakenBack = row.kind === "customer" && row.is_repeat
    const said: Said[] = []
    if (isTakenBack && consent.marketing === false && state.marketing.state === "subscribed")
      said.push({ purpose: "marketing", action: "withdraw" })
    if (consent.tracking === true && consent.wording && state.tracking.state === "unknown")
      said.push({ purpose: "tracking", action: "grant", basis: "express_soi" })
    if (consent.tracking === false && isTakenBack && state.tracking.state === "granted")
      said.push({ purpose: "tracking", action: "withdraw" })
    if (said.length === 0) return
    const { locale, wording } = consent
    const wordingId = wording
      ? await this.services.consent.wordingId(tx, {
          kind: "sign_up",
          locale: locale ?? row.said.locale ?? "en",
          text: wording,
        })
      : null
    await this.services.consent.append(tx, [{ addressId: person.addressId, said }], {
      ...circumstancesOf(row),
      wordingId,
      pageUrl: consent.pageUrl,
    })
  }
}

const sourceOf = (kind: ShopWordRow["kind"]) => (kind === "order" ? "checkout" : "registration")

function circumstancesOf({ kind, id }: ShopWordRow): Circumstances {
  return { source: sourceOf(kind), method: kind, actor: "contact", note: `${kind} ${id}` }
}

function shownSinceOf({ consent }: Settings): Date | null {
  return consent.softOptInShownAtCheckout && consent.softOptInSince ? new Date(consent.softOptInSince) : null
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
  }
}

function word(kind: NewShopWord["kind"], id: string, said: ShopSaid): NewShopWord {
  const digest = createHash("sha256")
    .update(JSON.stringify([kind, said.consent]))
    .digest("hex")
  return { kind, id, digest, said }
}
