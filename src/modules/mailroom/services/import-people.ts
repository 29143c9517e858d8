import { addCounts, type Counts } from "../../../core/contacts/import-counts"
import { profileDifference } from "../../../core/contacts/import-profile"
import { consentEnd, judgeImport } from "../../../core/contacts/judge-import"
import type { Db } from "../database"
import { saidAt, type ImportContext, type JudgedRow, type PreparedPerson } from "../import-words"
import { selectNow } from "../sql/consent"
import { lockKnown, selectKnown, type KnownPerson } from "../sql/import-known"
import { selectHolding, type HoldingRow } from "../sql/import-suppressions"
import type { ImportKnownService } from "./import-known"
import type { ImportNewcomerService } from "./import-newcomers"
import type { ImportSuppressionService } from "./import-suppressions"

/** Rows of contacts against what is known: judged for the dry run, written for the import. Set by set, never one by one. */
export class ImportPeopleService {
  constructor(
    private readonly services: {
      newcomers: ImportNewcomerService
      known: ImportKnownService
      suppressions: ImportSuppressionService
    },
  ) {}

  /** What would become of these people, as counts; changes nothing. */
  async judge(db: Db, context: ImportContext, people: PreparedPerson[]): Promise<Counts> {
    const [clock] = await db.query<{ at: Date }>(selectNow())
    return countsOf(await this.judged(db, context, { people, now: clock!.at }))
  }

  /** Makes and changes them in the caller's transaction. Addresses must differ from one another. */
  async write(
    tx: Db,
    context: ImportContext,
    people: PreparedPerson[],
    earlier = new Map<number, string[]>(),
  ): Promise<Counts> {
    const { newcomers, known, suppressions } = this.services
    await tx.query(lockKnown(people.map(({ person }) => person.emailNorm)))
    // Read after the wait for the lock.
    const [clock] = await tx.query<{ at: Date }>(selectNow())
    const now = clock!.at
    const judged = await this.judged(tx, context, { people, now })
    const written = judged.filter(({ verdict }) => verdict.makesContact)
    const unknown = written.filter((one) => !one.known)
    const suppressed = await suppressions.ofPeople(tx, context, unknown)
    for (const [n, ids] of earlier) suppressed.set(n, ids)
    const lost = await newcomers.write(tx, context, { judged: unknown, now, suppressed })
    await known.write(tx, context, { judged: written.filter((one) => one.known), earlier })
    if (lost.length === 0) return countsOf(judged)
    // Somebody signed up with the address in this very moment: then it is known by now.
    const counts = countsOf(judged.filter((one) => !lost.includes(one)))
    return addCounts(counts, await this.write(tx, context, lost, suppressed))
  }

  private async judged(
    db: Db,
    { plan }: ImportContext,
    { people, now }: { people: PreparedPerson[]; now: Date },
  ): Promise<JudgedRow[]> {
    const rows = await db.query<KnownPerson>(selectKnown(people.map(({ person }) => person.emailNorm)))
    const known = new Map(rows.map((row) => [row.email_norm, row]))
    const holding = await this.holding(db, people)
    return people.map(({ person, emailHash }) => {
      const row = known.get(person.emailNorm) ?? null
      const at = saidAt(person, plan) ?? now
      const consentEnds = plan.agreement ? consentEnd(plan.agreement.basis, at) : null
      const verdict = judgeImport({
        status: person.status,
        consentExpiresAt: consentEnds,
        now,
        known: row && { marketing: row.marketing, topics: row.topics },
        suppressions: holding(emailHash, person.domain),
        topicIds: plan.topicIds,
      })
      const difference = row && profileDifference(row, person, plan.overwrites)
      return { person, emailHash, known: row, verdict, at, consentEnds, difference }
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
      byKey.size === 0
        ? []
        : [...(byKey.get(emailHash.toString("hex")) ?? []), ...(byKey.get(`domain ${domain}`) ?? [])].map((row) => ({
            scope: row.scope,
            topicId: row.topic_id,
            reason: row.reason,
            isDomain: row.domain !== null,
          }))
  }
}

function countsOf(judged: JudgedRow[]): Counts {
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
