import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { addressProblemText, normaliseAddress } from "../../../core/contacts/normalise-address"
import { truncateIp } from "../../../core/contacts/truncate-ip"
import type { Database, Db } from "../database"
import type { Bus } from "../mailroom"
import {
  confirmRequest,
  countAttempt,
  insertRequest,
  selectRequest,
  selectRequestMessage,
  type RequestRow,
} from "../sql/subscription-requests"
import { selectPublicTopics, type PublicTopicRow } from "../sql/topics"
import type { Circumstances, ConsentService, Said } from "./consent"
import type { ConfirmationMail, ConfirmationMailService } from "./confirmation-mails"
import type { ContactService } from "./contacts"
import type { KeyringService } from "./keyring"
import type { PreferenceService } from "./preferences"
import type { SuppressionService } from "./suppression"

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
  /** Where it was asked for: form (default), checkout, registration, account, admin. */
  source?: string
  /** Who asks in the person's stead, and why; default: the person. */
  actor?: string
  note?: string | null
}

/** A sign-up whose topics and mail are known, ready to be written in a transaction. */
export type PreparedSignUp = SignUp & {
  known: PublicTopicRow[]
  emailHash: Buffer
  ipHash: Buffer | null
  mail: ConfirmationMail
}

/** What became of it: topics that were joined at once, and those that wait for the button. */
export type SignedUp = { contactId: string; addressId: string; joined: string[]; asked: string[] }

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
      contacts: ContactService
      consent: ConsentService
      preferences: PreferenceService
      suppression: SuppressionService
      mails: ConfirmationMailService
      bus: Bus
    },
  ) {}

  /**
   * Asks the address to confirm. The answer is the same whether it is new, known, subscribed or suppressed: nobody can
   * ask us who is a customer. Only a network that asks too often is told so.
   */
  async request(signUp: SignUp): Promise<SignUpAnswer> {
    const prepared = await this.prepare(signUp)
    const { ipHash } = prepared
    const byNetwork = ipHash ? await this.count("network", ipHash, 3600) : 0
    if (byNetwork > MOST_PER_NETWORK_AN_HOUR) return { kind: "too_many", retryAfterSeconds: 3600 }
    // Who floods a stranger's inbox must not learn that he reached the limit.
    await this.writeOnce(prepared)
    return { kind: "accepted" }
  }

  /** The same asked by somebody of the store; false when the address has had its mails of today. */
  async ask(signUp: SignUp): Promise<boolean> {
    return this.writeOnce(await this.prepare(signUp))
  }

  private async writeOnce(prepared: PreparedSignUp): Promise<boolean> {
    if ((await this.count("address", prepared.emailHash, 24 * 3600)) > MOST_PER_ADDRESS_A_DAY) return false
    const signedUp = await this.db.transaction((tx) => this.write(tx, prepared))
    if (signedUp) await this.tellJoined(signedUp, "single_opt_in")
    return true
  }

  /**
   * Reads what a sign-up needs. Before the transaction: what asks the pool for a second connection while it holds one can
   * starve the pool. Throws INVALID_DATA for an address or a topic that is none, NOT_ALLOWED while no mail could be made.
   */
  async prepare(signUp: SignUp): Promise<PreparedSignUp> {
    const address = normaliseAddress(signUp.email)
    if (!address.ok) throw invalid(addressProblemText(signUp.email, address.problem))
    return {
      ...signUp,
      known: await this.topics(signUp.topics ?? []),
      emailHash: await this.services.keyring.emailHash(address.emailNorm),
      ipHash: await this.networkHash(signUp.ip),
      mail: await this.services.mails.prepare("confirm_subscription", signUp.locale),
    }
  }

  /** After the commit of `write`: the bus hears of who is subscribed without a confirmation. */
  async tellJoined({ contactId, addressId, joined }: SignedUp, method: string): Promise<void> {
    if (joined.length > 0)
      await this.services.bus.emit("mailroom.contact.subscribed", {
        contact_id: contactId,
        address_id: addressId,
        topic_ids: joined,
        method,
      })
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
          source: request.source,
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

  private async count(what: "network" | "address", hash: Buffer, windowSeconds: number): Promise<number> {
    const key = createHash("sha256").update(what).update(hash).digest()
    const [row] = await this.db.query<{ n: number }>(countAttempt(key, windowSeconds))
    return row!.n
  }

  private async topics(wanted: string[]): Promise<PublicTopicRow[]> {
    const asked = wanted.length > 0 ? [...new Set(wanted)] : [DEFAULT_TOPIC]
    // Postgres refuses NUL; no topic has one in its name.
    const known = await this.db.query<PublicTopicRow>(
      selectPublicTopics(asked.filter((one) => !one.includes("\u0000"))),
    )
    const unknown = asked.find((one) => !known.some(({ id, slug }) => id === one || slug === one))
    if (unknown !== undefined)
      throw invalid(
        `topics: there is no public topic ${JSON.stringify(unknown)}. GET /store/mailroom/topics lists them.`,
      )
    return known
  }

  /**
   * Writes the sign-up down in the caller's transaction: topics with double opt-in wait for the button, the others are
   * joined at once. Whoever left, complained or was stopped comes back by the button only: anybody can type an address.
   * Null for an address that cannot be a contact.
   */
  async write(tx: Db, signUp: PreparedSignUp): Promise<SignedUp | null> {
    const { contacts, consent } = this.services
    const source = signUp.source ?? "form"
    const [person] = await contacts.ensureByEmail(tx, [
      { email: signUp.email, source: "form", locale: signUp.locale, firstName: signUp.firstName },
    ])
    if (!person?.ok) return null
    const text = signUp.wording?.replaceAll("\u0000", "").trim().slice(0, 4000)
    const wordingId = text ? await consent.wordingId(tx, { kind: "sign_up", locale: signUp.mail.locale, text }) : null
    const isFree = await this.isFree(tx, person, signUp.emailHash)
    const joined = isFree && wordingId ? signUp.known.filter((topic) => !topic.is_double_opt_in) : []
    const asked = signUp.known.filter((topic) => !joined.includes(topic))
    const circumstances: Circumstances = {
      source,
      method: source === "form" ? "store_api" : source,
      actor: signUp.actor ?? "contact",
      note: signUp.note,
      wordingId,
      pageUrl: signUp.pageUrl,
      ip: signUp.ip,
      userAgent: signUp.userAgent,
    }
    const said = [...agreedAtOnce(joined, asked.length === 0 && signUp.tracking === true), ...requested(asked)]
    await consent.append(tx, [{ addressId: person.addressId, said }], circumstances)
    if (asked.length > 0) {
      const requestId = await this.insertRequest(tx, {
        signUp,
        addressId: person.addressId,
        topics: asked,
        wordingId,
        source,
      })
      await this.services.mails.send(tx, { person, requestId, mail: signUp.mail, topics: asked, isReminder: false })
    }
    const ids = (topics: PublicTopicRow[]) => topics.map(({ id }) => id)
    return { contactId: person.contactId, addressId: person.addressId, joined: ids(joined), asked: ids(asked) }
  }

  /** Nobody who is said to have no wish for mail: no earlier "no" and nothing that stops it. */
  private async isFree(tx: Db, { marketing }: { marketing: string }, emailHash: Buffer): Promise<boolean> {
    if (marketing === "unsubscribed") return false
    return (await this.services.suppression.active(tx, { emailHash, domain: null })).length === 0
  }

  private async insertRequest(
    tx: Db,
    request: {
      signUp: PreparedSignUp
      addressId: string
      topics: PublicTopicRow[]
      wordingId: string | null
      source: string
    },
  ): Promise<string> {
    const { signUp, addressId, topics, wordingId, source } = request
    const [row] = await tx.query<{ id: string }>(newId())
    await tx.query(
      insertRequest({
        id: row!.id,
        address_id: addressId,
        email_hash: signUp.emailHash,
        ip_hash: signUp.ipHash,
        topic_ids: topics.map(({ id }) => id),
        wants_tracking: signUp.tracking ?? false,
        locale: signUp.mail.locale,
        wording_id: wordingId,
        page_url: signUp.pageUrl?.replaceAll("\u0000", "").slice(0, 2048) ?? null,
        source,
      }),
    )
    return row!.id
  }
}

function agreedAtOnce(topics: PublicTopicRow[], withTracking: boolean): Said[] {
  if (topics.length === 0) return []
  return [
    { purpose: "marketing", action: "grant", basis: "express_soi" },
    ...topics.map(({ id }): Said => ({ purpose: "topic", topicId: id, action: "grant", basis: "express_soi" })),
    ...(withTracking ? [{ purpose: "tracking", action: "grant", basis: "express_soi" } as Said] : []),
  ]
}

function requested(topics: PublicTopicRow[]): Said[] {
  if (topics.length === 0) return []
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
