import { MedusaError } from "@medusajs/framework/utils"
import { compileClauses, compileMembers, type CompileContext, type SegmentSource } from "../../../core/segments/compile"
import type { Rule } from "../../../core/segments/rule"
import { verdictOf, type ClauseVerdict } from "../../../core/segments/verdict"
import { pageOf } from "../../../core/reports/cursor"
import { isStopped, type Database, type Db, type Statement } from "../database"
import { pageStart } from "../page-start"
import { selectNow } from "../sql/consent"
import {
  addListMembers,
  copyMembers,
  countMembers,
  limitReading,
  refreshRfm,
  removeListMembers,
  selectMemberPage,
  type SegmentPerson,
} from "../sql/segment-members"
import { selectSegments, storeSegmentCount, type SegmentRow } from "../sql/segments"
import type { SegmentService } from "./segments"
import type { SettingsService } from "./settings"

/** `count` null: it took longer than it may; nobody knows, and a guess would look like knowledge. */
export type MemberCount = { count: number | null; ms: number }
export type Person = { id: string; name: string | null; email: string | null }

/** Somebody waits for a screen. */
const LIVE_MS = 5_000
/** At night, or for a copy onto a list. */
const PATIENT_MS = 120_000
const MOST_AT_ONCE = 1_000

/** Who is in a segment: counted, listed, asked about one person, handed to what sends. */
export class SegmentMemberService {
  constructor(
    private readonly db: Database,
    private readonly parts: { segments: SegmentService; settings: SettingsService },
  ) {}

  /** `SELECT c.id …`, for one set-based statement of whoever needs these people (a mailing's audience, an automation). */
  async statementOf(id: string, db: Db = this.db): Promise<Statement> {
    return compileMembers(sourceOf(await this.parts.segments.get(id, db)), await this.context(db))
  }

  /** Which of these contacts are in, by a stored segment's id or a rule. */
  async among(of: string | Rule, contactIds: string[]): Promise<Set<string>> {
    const source: SegmentSource =
      typeof of === "string" ? sourceOf(await this.parts.segments.get(of)) : { kind: "rule", rule: of }
    const rows = await this.db.query<{ id: string }>(compileMembers(source, await this.context(this.db), contactIds))
    return new Set(rows.map(({ id }) => id))
  }

  /** Of a rule that may not be stored yet. */
  async count(rule: Rule, limitMs = LIVE_MS): Promise<MemberCount> {
    return this.counted(await this.statementOfRule(rule), limitMs)
  }

  /** Of a stored one; the figure is kept for the list. */
  async countOf(id: string, limitMs = LIVE_MS): Promise<MemberCount> {
    const found = await this.counted(await this.statementOf(id), limitMs)
    await this.db.query(storeSegmentCount(id, { members: found.count, ms: found.ms }))
    return found
  }

  /** Some of them, newest first; null when it took too long. */
  async sample(rule: Rule, limit: number): Promise<Person[] | null> {
    const rows = await this.read<SegmentPerson>(
      selectMemberPage(await this.statementOfRule(rule), { after: null, limit }),
      LIVE_MS,
    )
    return rows && rows.map(personOf)
  }

  /** Everybody in it, page by page, newest first. NOT_ALLOWED when even a page takes too long. */
  async page(
    id: string,
    { cursor, limit }: { cursor?: string | null; limit: number },
  ): Promise<{ people: Person[]; next_cursor: string | null }> {
    const [after = null] = pageStart(cursor) ?? []
    const rows = await this.read<SegmentPerson>(
      selectMemberPage(await this.statementOf(id), { after, limit: limit + 1 }),
      LIVE_MS,
    )
    if (!rows) throw notAllowed(`Listing these people takes longer than ${LIVE_MS / 1000} seconds. Narrow the rule.`)
    const { page, next_cursor } = pageOf(rows, limit, (row) => [row.id])
    return { people: page.map(personOf), next_cursor }
  }

  /** Whether this contact is in, and which conditions decide it. NOT_FOUND for an unknown or erased contact. */
  async explain(rule: Rule, contactId: string): Promise<{ is_in: boolean; clauses: ClauseVerdict[] }> {
    const { count, ...statement } = compileClauses(rule, contactId, await this.context(this.db))
    const rows = await this.read<Record<string, boolean>>(statement, LIVE_MS)
    if (!rows) throw notAllowed(`This takes longer than ${LIVE_MS / 1000} seconds. Take costly conditions out.`)
    if (!rows[0]) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no contact "${contactId}".`)
    const truths = Array.from({ length: count }, (_, n) => rows[0]![`clause_${n}`]!)
    const { isIn, clauses } = verdictOf(rule, truths)
    return { is_in: isIn, clauses }
  }

  /** How many came onto the list; who is unknown, erased or on it already does not count. */
  async add(id: string, contactIds: string[]): Promise<number> {
    return this.changeList(id, contactIds, addListMembers)
  }

  async remove(id: string, contactIds: string[]): Promise<number> {
    return this.changeList(id, contactIds, removeListMembers)
  }

  /** A list of who is in it now: it stays as it is when the rule would find others. */
  async copyToList(id: string, name: string, by: string | null): Promise<string> {
    const list = await this.parts.segments.create({ kind: "list", name }, by)
    const members = await this.statementOf(id)
    const copied = await this.read(copyMembers(members, list.id), PATIENT_MS)
    if (!copied) {
      await this.parts.segments.remove(list.id)
      throw notAllowed(`Finding these people takes longer than ${PATIENT_MS / 60_000} minutes. Narrow the rule.`)
    }
    await this.countOf(list.id)
    return list.id
  }

  /** The nightly look at all buyers. */
  async refreshRfm(): Promise<void> {
    if (!(await this.read(refreshRfm(), PATIENT_MS)))
      throw new Error(
        `Sorting all buyers into fifths took longer than ${PATIENT_MS / 1000} seconds; the old ones stay.`,
      )
  }

  private async changeList(
    id: string,
    contactIds: string[],
    change: (id: string, contactIds: string[]) => Statement,
  ): Promise<number> {
    const { kind, name } = await this.parts.segments.get(id)
    if (kind !== "list") throw notAllowed(`"${name}" finds its people by a rule. Change the rule, or make a list.`)
    if (contactIds.length > MOST_AT_ONCE)
      throw notAllowed(`contact_ids has ${contactIds.length} of them: at most ${MOST_AT_ONCE} at once.`)
    const [row] = await this.db.query<{ n: number }>(change(id, contactIds))
    await this.countOf(id)
    return row!.n
  }

  private async statementOfRule(rule: Rule): Promise<Statement> {
    return compileMembers({ kind: "rule", rule }, await this.context(this.db))
  }

  private async counted(members: Statement, limitMs: number): Promise<MemberCount> {
    const begun = process.hrtime.bigint()
    const rows = await this.read<{ n: number }>(countMembers(members), limitMs)
    const ms = Math.round(Number(process.hrtime.bigint() - begun) / 1e6)
    return { count: rows ? rows[0]!.n : null, ms }
  }

  /** Null when the database stopped it for taking too long; what it had written is undone. */
  private async read<Row>(statement: Statement, limitMs: number): Promise<Row[] | null> {
    try {
      return await this.db.transaction(async (tx) => {
        await tx.query(limitReading(limitMs))
        return tx.query<Row>(statement)
      })
    } catch (error) {
      if (isStopped(error)) return null
      throw error
    }
  }

  private async context(db: Db): Promise<CompileContext> {
    const [{ general }, [clock], rows] = await Promise.all([
      this.parts.settings.read(),
      db.query<{ at: Date }>(selectNow()),
      db.query<SegmentRow>(selectSegments()),
    ])
    return {
      clock: { now: clock!.at, timeZone: general.timeZone },
      segments: new Map(rows.map((row) => [row.id, sourceOf(row)])),
    }
  }
}

function sourceOf(row: Pick<SegmentRow, "id" | "rule">): SegmentSource {
  return row.rule ? { kind: "rule", rule: row.rule } : { kind: "list", id: row.id }
}

function personOf(row: SegmentPerson): Person {
  return { id: row.id, name: [row.first_name, row.last_name].filter(Boolean).join(" ") || null, email: row.email }
}

const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
