import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { occurrenceOfStoreEvent } from "../../../core/automations/own-events"
import { ownEventName } from "../../../core/automations/triggers/own"
import type { Database, Db } from "../database"
import type { Log } from "../mailroom"
import { selectContactId, selectContactOfCustomer } from "../sql/contact-facts"
import { selectWaitedFor } from "../sql/own-events"
import type { ContactService } from "./contacts"
import type { TriggerService } from "./triggers"

/** Whom an event is about, by one of three; an address that nobody has makes a contact without any consent. */
export type Whom = { email: string } | { contactId: string } | { customerId: string }

export type OwnEvent = {
  name: string
  /** Told twice with the same key it counts once; without one each telling counts. */
  key?: string
  /** Null: now. */
  occurredAt?: Date | null
  /** Null: about nobody; people come by "select customers". */
  whom?: Whom | null
  /** For the mails, as `{{ event.… }}`. */
  data?: Record<string, unknown>
}

/** How long a process relies on what it knows of the names that automations wait for. */
const NAMES_MS = 2_000
/** After the names could not be read. */
const DEAF_MS = 30_000
const { INVALID_DATA, NOT_FOUND } = MedusaError.Types

/**
 * Events that Mailroom does not know by itself: pushed by API or by the merchant's code, or heard on the shop's bus.
 *
 * @example await container.resolve("mailroom").mailroom.ownEvents.push({ name: "loyalty.level_reached", key: "ada:gold",
 *   whom: { email: "ada@example.com" }, data: { level: "gold" } })
 */
export class OwnEventService {
  private waitedFor: { until: number; names: Promise<Set<string>> } | null = null

  constructor(
    private readonly db: Database,
    private readonly parts: { triggers: TriggerService; contacts: ContactService; log: Log },
  ) {}

  /** False: an event of this name and key was told before. NOT_FOUND for an unknown contact or customer. */
  async push({ name, key, occurredAt = null, whom = null, data = {} }: OwnEvent): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const contactId = whom && (await this.contactOf(tx, whom))
      return this.parts.triggers.recordNamed(
        {
          event: ownEventName(name),
          occurrenceKey: key ?? randomUUID(),
          payload: { ...(contactId && { contact_id: contactId }), data },
          source: "api",
          occurredAt,
        },
        tx,
      )
    })
  }

  /** Writes an event of the shop's bus down if a live automation waits for its name. */
  async heard(told: { name: string; data: Record<string, unknown>; publishedAt: string }): Promise<void> {
    const occurrence = occurrenceOfStoreEvent(told)
    if (!occurrence || !(await this.names()).has(occurrence.event)) return
    await this.parts.triggers.recordNamed({ ...occurrence, source: "bus", occurredAt: null })
  }

  /** The contact that is meant; made when an address is new. */
  async contactOf(tx: Db, whom: Whom): Promise<string> {
    if ("email" in whom) {
      const [person] = await this.parts.contacts.ensureByEmail(tx, [{ email: whom.email, source: "api" }])
      if (person!.ok) return person!.contactId
      throw new MedusaError(INVALID_DATA, `email is "${whom.email}": ${SAID[person!.problem] ?? "it is no address"}.`)
    }
    if ("contactId" in whom) {
      const [contact] = await tx.query<{ id: string }>(selectContactId(whom.contactId))
      if (contact) return contact.id
      throw new MedusaError(NOT_FOUND, `contact_id is "${whom.contactId}": there is no such contact.`)
    }
    const [customer] = await tx.query<{ contact_id: string }>(selectContactOfCustomer(whom.customerId))
    if (customer) return customer.contact_id
    throw new MedusaError(
      NOT_FOUND,
      `customer_id is "${whom.customerId}": Mailroom knows no such customer (yet). Give the address instead.`,
    )
  }

  /** After an automation was switched on in this process: it is heard from this moment on, not two seconds later. */
  forgetNames(): void {
    this.waitedFor = null
  }

  private names(): Promise<Set<string>> {
    if (!this.waitedFor || this.waitedFor.until < performance.now()) {
      this.waitedFor = { until: performance.now() + NAMES_MS, names: this.loadNames() }
    }
    return this.waitedFor.names
  }

  /**
   * Asked about with everything that happens in the shop: while the database is away, or Mailroom has not started, that
   * must be one line in the log and not one per event.
   */
  private async loadNames(): Promise<Set<string>> {
    if (!this.db.dataSource.isInitialized) return new Set()
    try {
      const rows = await this.db.query<{ name: string }>(selectWaitedFor())
      return new Set(rows.map(({ name }) => name))
    } catch (error) {
      this.waitedFor!.until = performance.now() + DEAF_MS
      this.parts.log.error(`Events of the shop are not heard by name for a while: ${(error as Error).message}`)
      return new Set()
    }
  }
}

const SAID: Record<string, string> = { erased: "its owner asked to be forgotten" }
