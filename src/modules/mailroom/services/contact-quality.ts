import {
  QUALITY_KINDS,
  qualityProblems,
  type QualityKind,
  type QualityProblem,
  isCorrectable,
  type CorrectableKind,
} from "../../../core/contacts/address-quality"
import { normaliseAddress } from "../../../core/contacts/normalise-address"
import { pageOf } from "../../../core/reports/cursor"
import { isoOrNull } from "../../../core/reports/outbox-row"
import type { Database, Db } from "../database"
import { pageStart } from "../page-start"
import {
  countQuality,
  deleteMended,
  deleteQuality,
  makeQualityDue,
  pairDuplicates,
  selectQuality,
  selectQualityFacts,
  selectQualityTask,
  upsertQuality,
  type QualityLineRow,
  type QualityScanRow,
} from "../sql/contact-quality"
import { updateProfile } from "../sql/profiles"
import type { ContactService } from "./contacts"

export type QualityLine = {
  contact_id: string
  email: string | null
  name: string | null
  suggestion: string | null
  other: { contact_id: string; email: string | null } | null
  /** Why "correct" would leave this one as it is; null when it would not. */
  obstacle: QualityObstacle | null
}

/** account: the address is the shop's customer's. taken: another contact has the suggested address. */
export type QualityObstacle = "account" | "taken" | "no_suggestion"

export type QualityOverview = {
  kinds: { kind: QualityKind; count: number; correctable: number }[]
  checked_at: string | null
  is_checking: boolean
}

/** Contacts that look wrong, found by a nightly look at all of them (F58). */
export class ContactQualityService {
  constructor(
    private readonly db: Database,
    private readonly contacts: ContactService,
  ) {}

  async overview(): Promise<QualityOverview> {
    const [counts, [task]] = await Promise.all([
      this.db.query<{ kind: QualityKind; n: number; with_suggestion: number }>(countQuality()),
      this.db.query<{ state: { after?: string; finishedAt?: string; isAsked?: boolean }; last_run_at: Date | null }>(
        selectQualityTask(),
      ),
    ])
    const of = new Map(counts.map((row) => [row.kind, row]))
    return {
      kinds: QUALITY_KINDS.map((kind) => ({
        kind,
        count: of.get(kind)?.n ?? 0,
        correctable: isCorrectable(kind) ? (of.get(kind)?.with_suggestion ?? 0) : 0,
      })),
      checked_at: task?.state.finishedAt ?? isoOrNull(task?.last_run_at ?? null),
      is_checking: Boolean(task?.state.after),
    }
  }

  /** What was found of one kind, with what a correction would make of it: the preview. */
  async page(
    kind: QualityKind,
    { cursor, limit }: { cursor?: string | null; limit: number },
  ): Promise<{ contacts: QualityLine[]; next_cursor: string | null }> {
    const [after = null] = pageStart(cursor) ?? []
    const rows = await this.db.query<QualityLineRow>(selectQuality(kind, { after, limit: limit + 1 }))
    const { page, next_cursor } = pageOf(rows, limit, ({ contact_id: id }) => [id])
    return { contacts: page.map((row) => lineOf(kind, row)), next_cursor }
  }

  /** A worker looks at everybody again within seconds. */
  async checkNow(): Promise<void> {
    await this.db.query(makeQualityDue())
  }

  /** One bounded piece of the look at everybody; answers the last id, or null when nobody is left. */
  async scan(after: string | null, { limit, run }: { limit: number; run: number }): Promise<string | null> {
    const people = await this.db.query<QualityScanRow>(selectQualityFacts(after, limit))
    const found = people.flatMap((person) => problemsOf(person).map((one) => ({ ...one, contact_id: person.id })))
    if (found.length > 0) await this.db.query(upsertQuality(found, run))
    // A short page is the last: one turn is enough for a small shop, and who waits until nothing is left to do gets there.
    if (people.length === limit) return people.at(-1)!.id
    await this.db.transaction(async (tx) => {
      await tx.query(deleteMended(run))
      await tx.query(pairDuplicates())
    })
    return null
  }

  /**
   * Takes the suggestions of these contacts over: a meant address by the rules of a changed one, a name where there is
   * none. Answers how many, and why the others stay.
   */
  async correct(
    tx: Db,
    kind: CorrectableKind,
    contactIds: string[],
  ): Promise<{ changed: number; skipped: Record<string, number> }> {
    const rows = await tx.query<QualityLineRow>(
      selectQuality(kind, { after: null, limit: contactIds.length, ids: contactIds }),
    )
    const skipped: Record<string, number> = {}
    const corrected: string[] = []
    for (const row of rows.sort((a, b) => (a.contact_id < b.contact_id ? -1 : 1))) {
      const obstacle = obstacleOf(kind, row)
      if (obstacle) skipped[obstacle] = (skipped[obstacle] ?? 0) + 1
      else if (await this.correctOne(tx, kind, row)) corrected.push(row.contact_id)
    }
    await tx.query(deleteQuality(kind, corrected))
    return { changed: corrected.length, skipped }
  }

  private async correctOne(tx: Db, kind: CorrectableKind, row: QualityLineRow): Promise<boolean> {
    if (kind === "no_name") {
      const [first_name, last_name] = row.suggestion!.split(" ")
      return (await tx.query(updateProfile(row.contact_id, { first_name, last_name }))).length > 0
    }
    // Two slips of one meant address in the same batch: the first one has it now.
    if (await this.contacts.byEmail(tx, row.suggestion!)) return false
    const address = normaliseAddress(row.suggestion!)
    if (!address.ok) return false
    await this.contacts.changeAddress(tx, row.contact_id, address)
    return true
  }
}

/** An address of a stranger's domain may be no slip at all for a person with an account: the shop decides. */
function obstacleOf(kind: QualityKind, row: QualityLineRow): QualityObstacle | null {
  if (!row.suggestion) return "no_suggestion"
  if (kind !== "typo") return null
  if (row.has_account) return "account"
  return row.suggestion_taken ? "taken" : null
}

function lineOf(kind: QualityKind, row: QualityLineRow): QualityLine {
  const { contact_id, email, suggestion, other_contact_id: otherId } = row
  return {
    contact_id,
    email,
    name: [row.first_name, row.last_name].filter(Boolean).join(" ") || null,
    suggestion,
    other: otherId === null ? null : { contact_id: otherId, email: row.other_email },
    obstacle: isCorrectable(kind) ? obstacleOf(kind, row) : null,
  }
}

function problemsOf(person: QualityScanRow): QualityProblem[] {
  return qualityProblems({
    emailNorm: person.email_norm,
    firstName: person.first_name,
    lastName: person.last_name,
    isUndeliverable: person.is_undeliverable,
  })
}
