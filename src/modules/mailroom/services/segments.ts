import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { conditionsOf, EVERYBODY_RULE, type Rule } from "../../../core/segments/rule"
import { READY_SEGMENTS } from "../../../core/segments/ready-segments"
import { chainProblem, LONGEST_CHAIN, referencesOf } from "../../../core/segments/references"
import type { Database, Db } from "../database"
import { stillUsed } from "../still-used"
import {
  deleteSegment,
  insertReadySegments,
  insertSegment,
  lockSegments,
  replaceSegmentUses,
  selectKnownReferences,
  selectSegment,
  selectSegmentByName,
  selectSegments,
  selectSegmentUsers,
  updateSegment,
  type SegmentRow,
  type SegmentUser,
} from "../sql/segments"
import type { ContactFieldService } from "./contact-fields"

export type { SegmentRow, SegmentUser }
export type Segment = SegmentRow & { used_by: Omit<SegmentUser, "segment_id">[] }

const LONGEST_NAME = 120

/** Groups of people by rule, and lists picked by hand (F23): what there is, and who relies on it. */
export class SegmentService {
  constructor(
    private readonly db: Database,
    private readonly fields: ContactFieldService,
  ) {}

  async list(): Promise<Segment[]> {
    const [rows, users] = await Promise.all([
      this.db.query<SegmentRow>(selectSegments()),
      this.db.query<SegmentUser>(selectSegmentUsers(null)),
    ])
    return rows.map((row) => withUsers(row, users))
  }

  /** Throws NOT_FOUND. */
  async get(id: string, db: Db = this.db): Promise<Segment> {
    const [row] = await db.query<SegmentRow>(selectSegment(id))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no segment "${id}".`)
    return withUsers(row, await db.query<SegmentUser>(selectSegmentUsers([id])))
  }

  async create(
    input: { kind: "rule" | "list"; name: string; rule?: Rule | null },
    by: string | null,
  ): Promise<Segment> {
    const name = checkedName(input.name)
    if (input.kind === "list" && input.rule) throw invalid(`rule: a list has none; its people are put on it by hand.`)
    const rule = input.kind === "list" ? null : (input.rule ?? EVERYBODY_RULE)
    const id = `mseg_${randomBytes(10).toString("hex")}`
    return this.db.transaction(async (tx) => {
      await tx.query(lockSegments())
      if (rule) await this.refuseBroken(tx, null, rule)
      if ((await tx.query(insertSegment({ id, kind: input.kind, name, rule, by }))).length === 0) throw nameTaken(name)
      if (rule) await this.storeUses(tx, id, rule)
      return this.get(id, tx)
    })
  }

  /** At each start: those that were never made here. One that somebody deleted stays deleted. */
  async ensureReady(locale: string): Promise<void> {
    const language = locale.toLowerCase().startsWith("de") ? "de" : "en"
    await this.db.query(
      insertReadySegments(READY_SEGMENTS.map(({ key, name, rule }) => ({ key, name: name[language], rule }))),
    )
  }

  /** CONFLICT when somebody changed it since `revision`; NOT_ALLOWED, with names, when it would break what relies on it. */
  async update(
    id: string,
    change: { name?: string; rule?: Rule; revision: number },
    by: string | null,
  ): Promise<Segment> {
    return this.db.transaction(async (tx) => {
      await tx.query(lockSegments())
      const before = await this.get(id, tx)
      if (before.revision !== change.revision) throw changedMeanwhile(before)
      if (change.rule && before.kind === "list")
        throw invalid(`rule: "${before.name}" is a list; its people are put on it by hand.`)
      const name = change.name === undefined ? before.name : checkedName(change.name)
      const rule = change.rule ?? before.rule
      if (change.rule) await this.refuseBroken(tx, id, change.rule)
      await this.refuseTakenName(tx, id, name)
      await tx.query(updateSegment({ id, name, rule, revision: change.revision, by }))
      if (rule) await this.storeUses(tx, id, rule)
      return this.get(id, tx)
    })
  }

  /** NOT_ALLOWED, with names, while something relies on it. */
  async remove(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query(lockSegments())
      const { name, used_by: users } = await this.get(id, tx)
      if (users.length > 0) throw stillUsed(name, users)
      await tx.query(deleteSegment(id))
    })
  }

  /** Keeps that a mailing or an automation relies on these segments. Throws NOT_FOUND for one that does not exist. */
  async use(tx: Db, user: { kind: "mailing" | "automation"; id: string }, segmentIds: string[]): Promise<void> {
    for (const id of segmentIds) await this.get(id, tx)
    await tx.query(replaceSegmentUses(user, segmentIds))
  }

  private async storeUses(tx: Db, id: string, rule: Rule): Promise<void> {
    await tx.query(replaceSegmentUses({ kind: "segment", id }, referencesOf(rule).segments))
  }

  private async refuseTakenName(tx: Db, id: string, name: string): Promise<void> {
    const [other] = await tx.query<{ id: string }>(selectSegmentByName(name))
    if (other && other.id !== id) throw nameTaken(name)
  }

  private async refuseBroken(tx: Db, id: string | null, rule: Rule): Promise<void> {
    const rows = await tx.query<SegmentRow>(selectSegments())
    refuseUnknownSegments(rule, rows)
    await this.refuseUnknown(tx, rule)
    await this.refuseWrongFields(tx, rule)
    refuseChains(id, rule, rows)
  }

  private async refuseUnknown(tx: Db, rule: Rule): Promise<void> {
    const { topics, mailings, polls } = referencesOf(rule)
    if (topics.length + mailings.length + polls.length === 0) return
    const found = await tx.query<{ id: string }>(selectKnownReferences([...topics, ...mailings, ...polls]))
    const known = new Set(found.map(({ id }) => id))
    const topic = topics.find((one) => !known.has(one))
    if (topic) throw invalid(`rule: there is no topic "${topic}". Choose another one.`)
    const mailing = mailings.find((one) => !known.has(one))
    const poll = polls.find((one) => !known.has(one))
    if (poll) throw invalid(`rule: there is no poll "${poll}". Choose another one.`)
    if (mailing) throw invalid(`rule: there is no mailing "${mailing}". Choose another one.`)
  }

  private async refuseWrongFields(tx: Db, rule: Rule): Promise<void> {
    const conditions = conditionsOf(rule).flatMap((one) => (one.kind === "field" ? [one] : []))
    if (conditions.length === 0) return
    const fields = new Map((await this.fields.list(tx)).map((one) => [one.key, one]))
    for (const { key, type } of conditions) {
      const field = fields.get(key)
      if (!field)
        throw invalid(
          `rule: there is no contact field "${key}". Known fields: ${[...fields.keys()].join(", ") || "none yet"}.`,
        )
      if (field.type !== type)
        throw invalid(`rule: the contact field "${key}" is of type "${field.type}", not "${type}".`)
    }
  }
}

function refuseUnknownSegments(rule: Rule, rows: SegmentRow[]): void {
  const missing = referencesOf(rule).segments.find((id) => !rows.some((row) => row.id === id))
  if (missing) throw invalid(`rule: there is no segment "${missing}". Choose another one.`)
}

/** The rule itself, then everything that reaches it: a change below must not make something above too large. */
function refuseChains(id: string | null, rule: Rule, rows: SegmentRow[]): void {
  const nameOf = (one: string) => `"${rows.find((row) => row.id === one)?.name ?? one}"`
  const rules = new Map(rows.flatMap((row) => (row.rule ? [[row.id, row.id === id ? rule : row.rule] as const] : [])))
  const problem = chainProblem(id, rule, rules)
  if (problem?.kind === "cycle")
    throw notAllowed(`rule: the segment would contain itself: ${problem.path.map(nameOf).join(" → ")}.`)
  if (problem?.kind === "too_deep")
    throw notAllowed(`rule: segments may contain each other at most ${LONGEST_CHAIN} deep.`)
  if (problem) throw notAllowed(`rule: together with the segments in it, it has more than 200 conditions.`)
  if (id === null) return
  const broken = rows.find((row) => row.rule && row.id !== id && chainProblem(row.id, row.rule, rules) !== null)
  if (broken)
    throw notAllowed(`rule: ${nameOf(broken.id)} uses this segment and would become too deep or too large by it.`)
}

function withUsers(row: SegmentRow, users: SegmentUser[]): Segment {
  const own = users.filter((one) => one.segment_id === row.id)
  return { ...row, used_by: own.map(({ segment_id: _, ...user }) => user) }
}

function checkedName(given: string): string {
  const name = given.normalize("NFC").trim()
  if (name !== "" && name.length <= LONGEST_NAME) return name
  throw invalid(`name is ${JSON.stringify(given)}: it must have 1 to ${LONGEST_NAME} characters.`)
}

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
const nameTaken = (name: string) => invalid(`name is "${name}": there is a segment of that name already.`)
const changedMeanwhile = ({ name, revision }: SegmentRow) =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    `Somebody else changed "${name}" meanwhile (it is at revision ${revision}). Load it again and repeat your change.`,
  )
