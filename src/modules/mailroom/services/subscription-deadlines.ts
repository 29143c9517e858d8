import type { Database, Db } from "../database"
import type { Bus } from "../mailroom"
import { forgetUnconfirmed } from "../sql/forget-unconfirmed"
import {
  claimReminders,
  countOpenRequests,
  lapseRequests,
  selectEndedConsents,
  selectUnconfirmedPeople,
  type LapsedRequest,
  type OpenRequest,
} from "../sql/subscription-requests"
import type { ConfirmationMailService } from "./confirmation-mails"
import type { ConsentService, Said } from "./consent"

/** A request lives seven days: the reminder comes while there is time left to answer it. */
const REMIND_AFTER_HOURS = 72
const LAPSE_AFTER_DAYS = 30

/** What time does with sign-ups and with consent that was given for a time: a reminder, a lapse, an end. */
export class SubscriptionDeadlineService {
  constructor(
    private readonly db: Database,
    private readonly services: { consent: ConsentService; mails: ConfirmationMailService; bus: Bus },
  ) {}

  /** One reminder per request, with the same link; answers how many. */
  async remind(limit: number): Promise<number> {
    const mail = await this.services.mails.prepare("remind_subscription", null)
    return this.db.transaction(async (tx) => {
      const due = await tx.query<OpenRequest>(claimReminders(REMIND_AFTER_HOURS, limit))
      for (const request of due)
        await this.services.mails.send(tx, {
          person: { contactId: request.contact_id, addressId: request.address_id, email: request.email },
          requestId: request.id,
          mail: { ...mail, locale: request.locale },
          topics: request.topics,
          isReminder: true,
        })
      return due.length
    })
  }

  /**
   * Requests of thirty days ago that nobody confirmed end; people of whom nothing else is known are forgotten (their
   * chain stays, without who it was). Answers how many requests.
   */
  async lapse(limit: number): Promise<number> {
    return this.db.transaction(async (tx) => {
      const lapsed = await tx.query<LapsedRequest>(lapseRequests(LAPSE_AFTER_DAYS, limit))
      for (const { address_id: addressId, topic_ids: topicIds } of lapsed)
        if (addressId) await this.expirePending(tx, addressId, topicIds)
      const contactIds = lapsed.flatMap(({ contact_id }) => contact_id ?? [])
      const unknown = await tx.query<{ id: string }>(selectUnconfirmedPeople(contactIds))
      if (unknown.length > 0)
        for (const statement of forgetUnconfirmed(unknown.map(({ id }) => id))) await tx.query(statement)
      return lapsed.length
    })
  }

  /** Consent that was given for a time ends in the log, too; the gate has refused since the minute it was over. */
  async endConsents(limit: number): Promise<number> {
    const ended = await this.db.transaction(async (tx) => {
      const addresses = await tx.query<{ id: string }>(selectEndedConsents(limit))
      return this.services.consent.append(
        tx,
        addresses.map(({ id }) => ({ addressId: id, said: [{ purpose: "marketing", action: "expire" }] })),
        { source: "clock", method: "consent_ended", actor: "system" },
      )
    })
    for (const { contactId, addressId } of ended)
      await this.services.bus.emit("mailroom.contact.unsubscribed", {
        contact_id: contactId,
        address_id: addressId,
        method: "consent_ended",
      })
    return ended.length
  }

  /** Only what still waits: another request of the same address may have been confirmed, or lie open. */
  private async expirePending(tx: Db, addressId: string, topicIds: string[]): Promise<void> {
    const { consent } = this.services
    const [open] = await tx.query<{ n: number }>(countOpenRequests(addressId))
    if (open!.n > 0) return
    const state = await consent.stateOf(tx, addressId)
    const said: Said[] = topicIds
      .filter((id) => state.topics[id]?.state === "pending")
      .map((topicId) => ({ purpose: "topic", topicId, action: "expire" }))
    if (state.marketing.state === "pending") said.unshift({ purpose: "marketing", action: "expire" })
    await consent.append(tx, [{ addressId, said }], { source: "clock", method: "never_confirmed", actor: "system" })
  }
}
