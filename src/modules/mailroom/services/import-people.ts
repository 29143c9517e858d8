import { randomBytes } from "node:crypto"
import { consentRow, type ConsentRow } from "../../../core/contacts/consent-row"
import { addCounts, type Counts } from "../../../core/contacts/import-counts"
import type { ImportPlan } from "../../../core/contacts/import-plan"
import { profileDifference, type ProfileDifference } from "../../../core/contacts/import-profile"
import type { ImportedPerson } from "../../../core/contacts/import-row"
import { consentEnd, judgeImport, type ImportVerdict } from "../../../core/contacts/judge-import"
import { truncateIp } from "../../../core/contacts/truncate-ip"
import type { Db } from "../database"
import { selectNow } from "../sql/consent"
import {
  cancelWaitingOf,
  insertChanges,
  insertFirstSubscriptions,
  insertFirstWords,
  insertImportedContacts,
  insertImportedSuppressions,
  lockKnown,
  newUuids,
  selectHolding,
  selectKnown,
  updateImportedProfiles,
  type HoldingRow,
  type ImportChange,
  type KnownPerson,
  type NewContact,
  type NewSuppressionRow,
} from "../sql/imports"
import type { Circumstances, ConsentService, Said, Utterance } from "./consent"

/** A row of a file, with the key by which its address is known. */
export type PreparedPerson = { person: ImportedPerson; emailHash: Buffer }

/** Whose import it is and what it may say; the same for all chunks. */
export type ImportContext = {
  importId: string
  plan: ImportPlan
  wordingId: string | null
  by: string | null
}

type Judged = PreparedPerson & {
  known: KnownPerson | null
  verdict: ImportVerdict
  /** When it was said: the row's own day, else that of the whole file; a "no" without a day is one of now. */
  at: Date
  consentEnds: Date | null
  difference: ProfileDifference | null
}

/** Rows of contacts against what is known: judged for the dry run, written for the import. Set by set, never one by one. */
export class ImportPeopleService {
  constructor(private readonly consent: ConsentService) {}

  /** What would become of these people, as counts; changes nothing. */
  async judge(db: Db, context: ImportContext, people: PreparedPerson[]): Promise<Counts> {
    return countsOf(await this.judged(db, context, people))
  }

  /** Makes and changes them in the caller's transaction. Addresses must differ from one another. */
  async write(tx: Db, context: ImportContext, people: PreparedPerson[]): Promise<Counts> {
    await tx.query(lockKnown(people.map(({ person }) => person.emailNorm)))
    const judged = await this.judged(tx, context, people)
    const lost = await this.writeNew(
      tx,
      context,
      judged.filter(({ known, verdict }) => !known && verdict.makesContact),
    )
    await this.writeKnown(
      tx,
      context,
      judged.filter(({ known, verdict }) => known && verdict.makesContact),
    )
    const counts = countsOf(judged.filter((one) => !lost.has(one)))
    // Somebody signed up with the address in this very moment: then it is known by now.
    return lost.size === 0 ? counts : addCounts(counts, await this.write(tx, context, [...lost]))
  }

  private async judged(db: Db, { plan }: ImportContext, people: PreparedPerson[]): Promise<Judged[]> {
    const [clock] = await db.query<{ at: Date }>(selectNow())
    const known = new Map(
      (await db.query<KnownPerson>(selectKnown(people.map(({ person }) => person.emailNorm)))).map((row) => [
        row.email_norm,
        row,
      ]),
    )
    const holding = await this.holding(db, people)
    return people.map(({ person, emailHash }) => {
      const row = known.get(person.emailNorm) ?? null
      const at = saidAt(person, plan) ?? clock!.at
      const consentEnds = plan.agreement ? consentEnd(plan.agreement.basis, at) : null
      const verdict = judgeImport({
        status: person.status,
        consentExpiresAt: consentEnds,
        now: clock!.at,
        known: row && { marketing: row.marketing, topics: row.topics },
        suppressions: holding(emailHash, person.domain),
        topicIds: plan.topicIds,
      })
      return {
        person,
        emailHash,
        known: row,
        verdict,
        at,
        consentEnds,
        difference: row && profileDifference(row, person, plan.overwrites),
      }
    })
  }

  private async holding(db: Db, people: PreparedPerson[]) {
    const rows = await db.query<HoldingRow>(
      selectHolding(
        people.map(({ emailHash }) => emailHash),
        [...new Set(people.map(({ person }) => person.domain))],
      ),
    )
    const byKey = new Map<string, HoldingRow[]>()
    for (const row of rows) {
      const key = row.email_hash?.toString("hex") ?? `domain ${row.domain}`
      byKey.set(key, [...(byKey.get(key) ?? []), row])
    }
    return (emailHash: Buffer, domain: string) =>
      [...(byKey.get(emailHash.toString("hex")) ?? []), ...(byKey.get(`domain ${domain}`) ?? [])].map((row) => ({
        scope: row.scope,
        topicId: row.topic_id,
        reason: row.reason,
        isDomain: row.domain !== null,
      }))
  }

  /** New people: contact, address with its folded state, first words, topics. Answers whose address was taken meanwhile. */
  private async writeNew(tx: Db, context: ImportContext, judged: Judged[]): Promise<Set<PreparedPerson>> {
    if (judged.length === 0) return new Set()
    const ids = (await tx.query<{ id: string }>(newUuids(judged.length * 2))).map(({ id }) => id)
    const made = judged.map((one, n) =>
      newContact(one, context, { contactId: ids[2 * n]!, addressId: ids[2 * n + 1]! }),
    )
    const rows = await tx.query<{ address_id: string }>(insertImportedContacts(made))
    const there = new Set(rows.map(({ address_id }) => address_id))
    const isMine = (_: unknown, n: number) => there.has(made[n]!.address_id)
    const mine = judged.filter(isMine)
    const contacts = made.filter(isMine)
    const entries = mine.map((one, n) => firstWords(one, contacts[n]!, context))
    const log = entries.flat()
    if (log.length > 0) await tx.query(insertFirstWords(log))
    await this.joinTopics(tx, context, mine, contacts)
    const suppressed = await this.suppress(tx, context, mine)
    await tx.query(
      insertChanges(
        context.importId,
        mine.map((one, n) => ({
          ...noChange(one),
          contact_id: contacts[n]!.contact_id,
          address_id: contacts[n]!.address_id,
          made_contact: true,
          said: entries[n]!.map(({ purpose, topicId, action }) => ({
            purpose,
            topicId,
            action,
            before: "never_asked",
          })),
          suppression_ids: suppressed.get(one.person.n) ?? [],
        })),
      ),
    )
    return new Set(judged.filter((_, n) => !there.has(made[n]!.address_id)))
  }

  private async joinTopics(tx: Db, { plan }: ImportContext, mine: Judged[], contacts: NewContact[]): Promise<void> {
    const joined = mine
      .map((one, n) => ({ one, contact: contacts[n]! }))
      .filter(({ one }) => one.verdict.outcome === "subscribed")
    // A topic that is blocked for an address alone (it was left before the address became a contact) is the exception.
    const plain = joined.filter(({ one }) => one.verdict.topicIds.length === plan.topicIds.length)
    for (const group of [plain, ...joined.filter((each) => !plain.includes(each)).map((each) => [each])]) {
      const topicIds = group[0]?.one.verdict.topicIds ?? []
      if (topicIds.length === 0) continue
      await tx.query(
        insertFirstSubscriptions(
          group.map(({ contact }) => contact.address_id),
          topicIds,
          group.map(({ one }) => one.at),
        ),
      )
    }
  }

  /** Known people: what differs in the profile, and what the file says, by the consent log's own rules. */
  private async writeKnown(tx: Db, context: ImportContext, judged: Judged[]): Promise<void> {
    if (judged.length === 0) return
    const differing = judged.filter(({ difference }) => difference !== null)
    if (differing.length > 0)
      await tx.query(
        updateImportedProfiles(
          differing.map(({ known, difference }) => ({
            contact_id: known!.contact_id,
            after: difference!.after,
            tags: difference!.tags,
          })),
        ),
      )
    const utterances = judged.map((one): Utterance => ({
      addressId: one.known!.address_id,
      said: saidBy(one, context),
      own: ownOf(one),
    }))
    const changed = await this.consent.append(tx, utterances, circumstancesOf(context))
    const after = new Map(changed.map((one) => [one.addressId, one]))
    // A "no" that is older than a later yes of the person's own changes nothing, so it must not suppress either.
    const leaves = ({ known, person }: Judged) =>
      person.status !== "unsubscribed" ||
      (after.get(known!.address_id)?.after.marketing.state ?? known!.marketing) === "unsubscribed"
    const suppressed = await this.suppress(tx, context, judged.filter(leaves))
    const stopped = judged.filter((one) => isNo(one) && leaves(one))
    if (stopped.length > 0)
      await tx.query(
        cancelWaitingOf(stopped.map(({ known, emailHash }) => ({ contactId: known!.contact_id, emailHash }))),
      )
    const changes = judged.map((one, n): ImportChange => {
      const said = utterances[n]!.said
      const spoken = after.get(one.known!.address_id)
      return {
        ...noChange(one),
        contact_id: one.known!.contact_id,
        address_id: one.known!.address_id,
        before: one.difference?.before ?? {},
        after: one.difference?.after ?? {},
        tags: one.difference?.tags ?? [],
        said: said.map((word) => ({ ...word, ...beforeOf(word, spoken?.before ?? null) })),
        suppression_ids: suppressed.get(one.person.n) ?? [],
      }
    })
    await tx.query(insertChanges(context.importId, changes.filter(isChange)))
  }

  /** Answers the ids that are new, by row. */
  private async suppress(tx: Db, context: ImportContext, judged: Judged[]): Promise<Map<number, string[]>> {
    const rows = judged.filter(isNo).map(suppressionOf)
    if (rows.length === 0) return new Map()
    const made = await tx.query<{ id: string; n: string }>(insertImportedSuppressions("address", rows, context))
    return new Map(made.map(({ id, n }) => [Number(n), [id]]))
  }
}

const isNo = ({ person }: Judged) => ["unsubscribed", "bounced", "complained"].includes(person.status)

function suppressionOf({ person, emailHash }: Judged): NewSuppressionRow {
  const [scope, reason] =
    person.status === "bounced"
      ? ["all", "hard_bounce"]
      : person.status === "complained"
        ? ["marketing", "complaint"]
        : ["marketing", "unsubscribed"]
  return {
    n: person.n,
    email_hash: emailHash.toString("hex"),
    email_norm: person.emailNorm,
    domain: null,
    scope: scope!,
    reason: reason!,
  }
}

/** What the row says, as words of the consent log; a dead address says nothing about consent. */
function saidBy({ person, verdict, consentEnds, known }: Judged, { plan }: ImportContext): Said[] {
  if (person.status === "unsubscribed" || person.status === "complained")
    return [{ purpose: "marketing", action: "withdraw" }]
  if (verdict.outcome !== "subscribed") return []
  const basis = plan.agreement?.basis ?? null
  const said: Said[] = verdict.topicIds.map((topicId) => ({
    purpose: "topic",
    topicId,
    action: "grant",
    basis,
    expiresAt: consentEnds,
  }))
  if (known?.marketing !== "subscribed")
    said.unshift({ purpose: "marketing", action: "grant", basis, expiresAt: consentEnds })
  return said
}

function saidAt({ status, consentedAt, leftAt }: ImportedPerson, { agreement }: ImportPlan): Date | null {
  if (status !== "subscribed") return leftAt
  return consentedAt ?? (agreement ? new Date(`${agreement.date}T00:00:00Z`) : null)
}

function ownOf({ person, verdict, at }: Judged): Partial<Circumstances> {
  return verdict.outcome === "subscribed" ? { at, ip: person.ip } : { at }
}

function circumstancesOf({ importId, plan, wordingId, by }: ImportContext): Circumstances {
  return { source: "import", method: importId, actor: by ?? "api", wordingId, note: plan.agreement?.note || null }
}

function newContact(one: Judged, { plan }: ImportContext, ids: { contactId: string; addressId: string }): NewContact {
  const { person, emailHash, verdict, at, consentEnds } = one
  const state =
    verdict.outcome === "subscribed"
      ? "subscribed"
      : person.status === "unsubscribed" || person.status === "complained"
        ? "unsubscribed"
        : "never_asked"
  return {
    n: person.n,
    contact_id: ids.contactId,
    address_id: ids.addressId,
    email: person.email,
    email_norm: person.emailNorm,
    domain: person.domain,
    email_hash: emailHash.toString("hex"),
    ...person.profile,
    tags: person.tags,
    fields: person.fields,
    marketing: state,
    marketing_basis: state === "subscribed" ? (plan.agreement?.basis ?? null) : null,
    marketing_since: state === "never_asked" ? null : at,
    marketing_expires_at: state === "subscribed" ? consentEnds : null,
  }
}

/** The chain of somebody who said nothing before: no reading, no folding. */
function firstWords(one: Judged, contact: NewContact, context: ImportContext): ConsentRow[] {
  const rows: ConsentRow[] = []
  const { wordingId, source, method, actor, note } = circumstancesOf(context)
  const personal = {
    email: contact.email,
    pageUrl: null,
    ip: truncateIp(ownOf(one).ip),
    userAgent: null,
    note: note ?? null,
  }
  for (const said of saidBy(one, context))
    rows.push(
      consentRow(
        {
          contactId: contact.contact_id,
          seq: rows.length + 1,
          emailHash: one.emailHash,
          purpose: said.purpose,
          topicId: said.topicId ?? null,
          action: said.action,
          basis: said.basis ?? null,
          expiresAt: said.expiresAt ?? null,
          wordingId: wordingId ?? null,
          source,
          method: method ?? null,
          messageId: null,
          actor,
          at: one.at,
        },
        personal,
        { salt: randomBytes(16), previous: rows.at(-1)?.hash ?? null },
      ),
    )
  return rows
}

function noChange({ person }: Judged): ImportChange {
  return {
    n: person.n,
    contact_id: null,
    address_id: null,
    made_contact: false,
    before: {},
    after: {},
    tags: [],
    said: [],
    suppression_ids: [],
  }
}

function isChange(change: ImportChange): boolean {
  return change.said.length + change.tags.length + change.suppression_ids.length + Object.keys(change.after).length > 0
}

type StateBefore = {
  marketing: { state: string; basis: string | null; expiresAt: Date | null }
  topics: Record<string, { state: string }>
}

/** What the undo brings back. */
function beforeOf(word: Said, before: StateBefore | null): Record<string, unknown> {
  if (word.purpose === "topic") return { before: before?.topics[word.topicId ?? ""]?.state ?? "none" }
  const topics = Object.entries(before?.topics ?? {}).filter(([, { state }]) => state === "subscribed")
  return {
    before: before?.marketing.state ?? "never_asked",
    basisBefore: before?.marketing.basis ?? null,
    expiresBefore: before?.marketing.expiresAt ?? null,
    // Leaving everything leaves each topic, too.
    topicsBefore: word.action === "withdraw" ? topics.map(([id]) => id) : [],
  }
}

function countsOf(judged: Judged[]): Counts {
  const counts: Counts = {}
  const count = (key: string) => (counts[key] = (counts[key] ?? 0) + 1)
  for (const { verdict, known, difference, person } of judged) {
    count(verdict.outcome)
    if (person.leftOut > 0) count("with_values_left_out")
    if (!verdict.makesContact) continue
    count(known ? "known" : "new")
    if (difference) count("changed")
  }
  return counts
}
