import { MedusaError } from "@medusajs/framework/utils"
import type { CorrectableKind, QualityKind } from "../../../core/contacts/address-quality"
import { isDay } from "../../../core/contacts/contact-field"
import { joinGroup } from "../../../core/contacts/join-group"
import { checkTags } from "../../../core/contacts/profile"
import type { RecordableBasis } from "../../../core/contacts/record-basis"
import type { ContactFilter } from "../../../core/reports/contact-filter"
import { UUID } from "../../../core/reports/uuid"
import type { Database, Db } from "../database"
import { groupMember } from "../group-member"
import type { Bus } from "../mailroom"
import {
  addTags,
  advanceBulkAction,
  deleteMembers,
  insertBulkAction,
  lockNextBulkAction,
  removeTags,
  selectBulkAction,
  selectBulkActions,
  selectGroupMembers,
  selectMembers,
  stopBulkAction,
  type BulkActionRow,
  type GroupMemberRow,
} from "../sql/bulk-actions"
import { selectNow } from "../sql/consent"
import { cancelWaiting } from "../sql/suppression"
import type { Changed, Circumstances, ConsentService, Said } from "./consent"
import type { ContactQualityService } from "./contact-quality"
import type { TopicService } from "./topics"

/** What is done to everybody of a filter. */
export type BulkWork =
  | { kind: "tag" | "untag"; tags: string[] }
  | { kind: "subscribe"; topic_id: string; basis: RecordableBasis; agreed_on: string; wording: string; reason: string }
  | { kind: "unsubscribe"; topic_id: string; reason: string }
  | { kind: "correct"; quality: CorrectableKind }

/** `BulkAction` of docs/api.md. */
export type BulkAction = Omit<BulkActionRow, "created_at" | "finished_at"> & {
  created_at: string
  finished_at: string | null
}

type Outcome = { changed: number; skipped: Record<string, number>; events: Changed[] }

/** About a tenth of a second of work, so that a stop is heard and nobody waits long for a lock. */
const CHUNK = 500
const SHOWN = 20

/** Tags, topics and corrections for many contacts at once, worked off in the background with a progress. */
export class BulkActionService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      consent: ConsentService
      topics: TopicService
      quality: ContactQualityService
      bus: Bus
    },
  ) {}

  async list(): Promise<BulkAction[]> {
    return (await this.db.query<BulkActionRow>(selectBulkActions(SHOWN))).map(actionOf)
  }

  async get(id: string): Promise<BulkAction> {
    const [row] = UUID.test(id) ? await this.db.query<BulkActionRow>(selectBulkAction(id)) : []
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no bulk action "${id}".`)
    return actionOf(row)
  }

  /**
   * Freezes who the filter finds now and begins. `confirmed` is the number that the person at the screen has typed: with
   * another one nothing begins, because it would be done to others than were meant.
   */
  async start(begin: {
    work: BulkWork
    filter: ContactFilter
    confirmed: number
    by: string | null
  }): Promise<BulkAction> {
    const { work, filter, confirmed, by } = begin
    const { kind, ...what } = await this.checked(work)
    return this.db.transaction(async (tx) => {
      const [row] = await tx.query<BulkActionRow>(insertBulkAction({ kind, what, filter: inScope(work, filter), by }))
      const { total } = row!
      if (total === 0) throw invalid("Nobody fits this filter (any more): there is nothing to do.")
      if (total !== confirmed)
        throw new MedusaError(
          MedusaError.Types.CONFLICT,
          `confirmed is ${confirmed}, but ${total} contacts fit now. Look at the list again and confirm that number.`,
        )
      return actionOf(row!)
    })
  }

  async stop(id: string): Promise<BulkAction> {
    await this.get(id)
    await this.db.transaction(async (tx) => {
      if ((await tx.query(stopBulkAction(id))).length > 0) await tx.query(deleteMembers(id))
    })
    return this.get(id)
  }

  /** One chunk of the oldest unfinished action; false when there is none. Killed anywhere, it goes on where it was. */
  async workOff(): Promise<boolean> {
    const done = await this.db.transaction(async (tx) => {
      const [action] = await tx.query<BulkActionRow>(lockNextBulkAction())
      return action ? { action, outcome: await this.chunk(tx, action) } : null
    })
    if (!done) return false
    await this.tell(done.action, done.outcome.events)
    return true
  }

  private async chunk(tx: Db, action: BulkActionRow): Promise<Outcome> {
    const to = Math.min(action.done + CHUNK, action.total)
    const members = await tx.query<{ contact_id: string }>(selectMembers(action.id, action.done, to))
    const outcome = await this.carryOut(
      tx,
      action,
      members.map(({ contact_id: id }) => id),
    )
    const skipped = summed(action.skipped, outcome.skipped)
    await tx.query(advanceBulkAction(action.id, { done: to, changed: outcome.changed, skipped }))
    if (to >= action.total) await tx.query(deleteMembers(action.id))
    return outcome
  }

  private async carryOut(tx: Db, action: BulkActionRow, contactIds: string[]): Promise<Outcome> {
    const work = { kind: action.kind, ...action.what } as BulkWork
    switch (work.kind) {
      case "tag":
        return tagged(contactIds, await tx.query(addTags(contactIds, work.tags)))
      case "untag":
        return tagged(contactIds, await tx.query(removeTags(contactIds, work.tags)))
      case "correct":
        return { ...(await this.services.quality.correct(tx, work.quality, contactIds)), events: [] }
      case "subscribe":
        return this.subscribe(tx, work, { contactIds, by: action.created_by, now: action.created_at })
      case "unsubscribe":
        return this.unsubscribe(tx, work, { contactIds, by: action.created_by })
    }
  }

  private async subscribe(
    tx: Db,
    work: Extract<BulkWork, { kind: "subscribe" }>,
    { contactIds, by, now }: { contactIds: string[]; by: string | null; now: Date },
  ): Promise<Outcome> {
    const members = await tx.query<GroupMemberRow>(selectGroupMembers(contactIds, work.topic_id))
    const agreedOn = new Date(`${work.agreed_on}T00:00:00Z`)
    const skipped: Record<string, number> = {}
    const statements = members.flatMap((member) => {
      const verdict = joinGroup(groupMember(member), { basis: work.basis, agreedOn, now })
      if (verdict.join) return [{ addressId: member.address_id, said: yes(work, verdict) }]
      skipped[verdict.reason] = (skipped[verdict.reason] ?? 0) + 1
      return []
    })
    const wordingId = await this.services.consent.wordingId(tx, {
      kind: "recorded_basis",
      locale: "und",
      text: work.wording,
    })
    const isToday = work.agreed_on === now.toISOString().slice(0, 10)
    const events = await this.services.consent.append(tx, statements, {
      ...admin(by),
      wordingId,
      note: work.reason,
      ...(isToday ? {} : { at: agreedOn }),
    })
    return { changed: events.length, skipped, events }
  }

  private async unsubscribe(
    tx: Db,
    work: Extract<BulkWork, { kind: "unsubscribe" }>,
    { contactIds, by }: { contactIds: string[]; by: string | null },
  ): Promise<Outcome> {
    const members = await tx.query<GroupMemberRow>(selectGroupMembers(contactIds, work.topic_id))
    const leaving = members.filter(({ topic }) => topic === "subscribed" || topic === "pending")
    const said: Said[] = [{ purpose: "topic", topicId: work.topic_id, action: "withdraw" }]
    const events = await this.services.consent.append(
      tx,
      leaving.map(({ address_id: addressId }) => ({ addressId, said })),
      { ...admin(by), note: work.reason },
    )
    const waiting = leaving.map((one) => ({ contactId: one.contact_id, emailHash: one.email_hash }))
    if (waiting.length > 0) await tx.query(cancelWaiting(waiting, { topicId: work.topic_id, reason: "unsubscribed" }))
    return { changed: events.length, skipped: { not_subscribed: members.length - leaving.length }, events }
  }

  /** After the commit; other systems follow each person. */
  private async tell({ kind, what }: BulkActionRow, events: Changed[]): Promise<void> {
    const name = kind === "subscribe" ? "mailroom.contact.subscribed" : "mailroom.contact.preferences_changed"
    for (const { contactId, addressId } of events)
      await this.services.bus.emit(name, {
        contact_id: contactId,
        address_id: addressId,
        topic_ids: [what.topic_id],
        method: "bulk",
      })
  }

  private async checked(work: BulkWork): Promise<BulkWork> {
    if (work.kind === "correct") return work
    if ("topic_id" in work) {
      await this.services.topics.get(work.topic_id)
      if (work.kind === "subscribe") await this.checkDay(work.agreed_on)
      return work
    }
    const answer = checkTags(work.tags)
    if (!answer.ok) throw invalid(answer.problem)
    if (answer.tags.length === 0) throw invalid("tags: name at least one tag.")
    return { ...work, tags: answer.tags }
  }

  private async checkDay(day: string): Promise<void> {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    if (!isDay(day) || day > clock!.at.toISOString().slice(0, 10))
      throw invalid(`agreed_on is ${JSON.stringify(day)}: it must be a day in the past, written as YYYY-MM-DD.`)
  }
}

/** Only who has the problem can be corrected of it. */
function inScope(work: BulkWork, filter: ContactFilter): ContactFilter {
  return work.kind === "correct" ? { ...filter, quality: work.quality satisfies QualityKind } : filter
}

const admin = (by: string | null): Circumstances => ({ source: "admin", method: "bulk", actor: by ?? "api key" })

function yes(
  { topic_id: topicId, basis }: Extract<BulkWork, { kind: "subscribe" }>,
  { withMarketing, expiresAt }: { withMarketing: boolean; expiresAt: Date | null },
): Said[] {
  const grant = { action: "grant", basis, expiresAt } as const
  return [
    ...(withMarketing ? [{ purpose: "marketing", ...grant } satisfies Said] : []),
    { purpose: "topic", topicId, ...grant },
  ]
}

function tagged(asked: string[], changed: unknown[]): Outcome {
  return { changed: changed.length, skipped: { already: asked.length - changed.length }, events: [] }
}

function summed(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const sum = { ...a }
  for (const [reason, n] of Object.entries(b)) if (n > 0) sum[reason] = (sum[reason] ?? 0) + n
  return sum
}

const actionOf = (row: BulkActionRow): BulkAction => ({
  ...row,
  created_at: row.created_at.toISOString(),
  finished_at: row.finished_at?.toISOString() ?? null,
})

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
