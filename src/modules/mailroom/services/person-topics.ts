import { MedusaError } from "@medusajs/framework/utils"
import { isDay } from "../../../core/contacts/contact-field"
import { joinGroup } from "../../../core/contacts/join-group"
import { joinRefusal } from "../../../core/contacts/join-refusal"
import type { RecordableBasis } from "../../../core/contacts/record-basis"
import { UUID } from "../../../core/reports/uuid"
import type { Database, Db } from "../database"
import { groupMember } from "../group-member"
import type { Bus } from "../mailroom"
import { selectGroupMembers, type GroupMemberRow } from "../sql/bulk-actions"
import { lockContacts, selectNow } from "../sql/consent"
import type { Circumstances, ConsentService, Said } from "./consent"
import type { PreferenceService } from "./preferences"
import type { SubscriptionService } from "./subscriptions"
import type { TopicService } from "./topics"

/** What an owner does about one person and one topic; the reason stands in the person's log. */
export type TopicChange = { topicId: string; reason: string } & (
  | { action: "leave" }
  | { action: "ask" }
  /** `agreedOn` is YYYY-MM-DD; `wording` is what the person agreed to. */
  | { action: "join"; basis: RecordableBasis; agreedOn: string; wording: string }
)

/** One person's topics as the owner changes them: taken out, put in with a proof, or asked by mail. */
export class PersonTopicService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      consent: ConsentService
      preferences: PreferenceService
      subscriptions: SubscriptionService
      topics: TopicService
      bus: Bus
    },
  ) {}

  /** Throws NOT_FOUND for an unknown contact or topic, NOT_ALLOWED with the way that is left for what the rules refuse. */
  async change(contactId: string, change: TopicChange, by: string | null): Promise<void> {
    const topic = await this.services.topics.get(change.topicId)
    if (topic.archived_at && change.action !== "leave") throw notAllowed(`The topic "${topic.name}" is archived.`)
    const how: Circumstances = { source: "admin", method: "admin", actor: by ?? "api key", note: change.reason }
    if (change.action === "join") return this.join(contactId, change, how)
    const member = await this.member(this.db, contactId, topic.id)
    return change.action === "leave" ? this.leave(member, topic, how) : this.ask(member, topic, how)
  }

  private async member(db: Db, contactId: string, topicId: string): Promise<GroupMemberRow> {
    const [member] = UUID.test(contactId)
      ? await db.query<GroupMemberRow>(selectGroupMembers([contactId], topicId))
      : []
    if (!member) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    return member
  }

  /** As strong as the person's own word: what waits is cancelled, and only the person comes back. */
  private async leave(member: GroupMemberRow, topic: { id: string; name: string }, how: Circumstances): Promise<void> {
    if (member.topic !== "subscribed" && member.topic !== "pending")
      throw notAllowed(`This person is not subscribed to "${topic.name}".`)
    const whose = (await this.services.preferences.recipientOfAddress(member.address_id))!
    await this.services.preferences.leave({ ...whose, topicId: topic.id }, "mail", how)
  }

  /** The confirmation mail of a sign-up, whatever was said before: its button alone decides. */
  private async ask(
    member: GroupMemberRow,
    topic: { id: string; name: string; visibility: string },
    { actor, note }: Circumstances,
  ): Promise<void> {
    if (!member.email) throw notAllowed(joinRefusal("no_address"))
    if (topic.visibility !== "public")
      throw notAllowed(
        `"${topic.name}" is internal: nobody can be asked for it by mail. Make it public, or put the person in.`,
      )
    if (member.topic === "subscribed" && member.marketing === "subscribed") throw notAllowed(joinRefusal("already"))
    const whose = await this.services.preferences.recipientOfAddress(member.address_id)
    const isSent = await this.services.subscriptions.ask({
      email: member.email,
      topics: [topic.id],
      locale: whose?.locale,
      source: "admin",
      actor,
      note,
    })
    if (!isSent) throw notAllowed("This address has got three confirmation mails today. Try again tomorrow.")
  }

  private async join(
    contactId: string,
    { topicId, basis, agreedOn: day, wording }: Extract<TopicChange, { action: "join" }>,
    how: Circumstances,
  ): Promise<void> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const now = clock!.at
    const today = now.toISOString().slice(0, 10)
    if (!isDay(day) || day > today)
      throw invalid(`agreed_on is ${JSON.stringify(day)}: it must be a day in the past, written as YYYY-MM-DD.`)
    const agreedOn = new Date(`${day}T00:00:00Z`)
    const addressId = await this.db.transaction(async (tx) => {
      const known = await this.member(tx, contactId, topicId)
      // Who leaves in this very moment is not brought back: the verdict is made of what holds under the lock.
      await tx.query(lockContacts([known.contact_id]))
      const member = await this.member(tx, contactId, topicId)
      const verdict = joinGroup(groupMember(member), { basis, agreedOn, now })
      if (!verdict.join) throw notAllowed(joinRefusal(verdict.reason))
      const grant = { action: "grant", basis, expiresAt: verdict.expiresAt } as const
      const said: Said[] = [
        ...(verdict.withMarketing ? [{ purpose: "marketing", ...grant } satisfies Said] : []),
        { purpose: "topic", topicId, ...grant },
      ]
      const words = { kind: "recorded_basis", locale: "und", text: wording }
      const wordingId = await this.services.consent.wordingId(tx, words)
      const at = day === today ? {} : { at: agreedOn }
      const heard = { ...how, wordingId, ...at }
      const [changed] = await this.services.consent.append(tx, [{ addressId: member.address_id, said }], heard)
      // The fold goes by the day of each word: what was agreed before something ended does not bring it back.
      const { marketing, topics } = changed!.after
      if (marketing.state !== "subscribed" || topics[topicId]?.state !== "subscribed")
        throw notAllowed(
          `agreed_on is ${JSON.stringify(day)}: something newer is on file. See the timeline of this person.`,
        )
      return member.address_id
    })
    await this.services.bus.emit("mailroom.contact.subscribed", {
      contact_id: contactId,
      address_id: addressId,
      topic_ids: [topicId],
      method: "admin",
    })
  }
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
