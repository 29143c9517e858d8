import type { Readable } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"
import { parse } from "csv-parse"
import { CsvDecoder } from "../../../core/contacts/csv-decoder"
import { columnsOf, separatorOf } from "../../../core/contacts/csv-shape"
import { addCounts, type Counts } from "../../../core/contacts/import-counts"
import { importPlanSchema, planProblem, type ImportKind, type ImportPlan } from "../../../core/contacts/import-plan"
import { suggestImport, type Suggestion } from "../../../core/contacts/import-presets"
import { readImportRow } from "../../../core/contacts/import-row"
import { readSuppressionRow, type ImportedSuppression } from "../../../core/contacts/import-suppression-row"
import { csvLine } from "../../../core/reports/csv"
import { pageOf, readCursor } from "../../../core/reports/cursor"
import type { Database, Db } from "../database"
import type { Bus } from "../mailroom"
import { selectNow } from "../sql/consent"
import { selectContactFields, type ContactFieldRow } from "../sql/contact-fields"
import {
  advanceImport,
  claimAddresses,
  clearCheck,
  deleteImport,
  deleteImportFile,
  finishUpload,
  insertImport,
  insertImportedSuppressions,
  insertImportRows,
  insertChanges,
  insertProblems,
  lockImport,
  moveImport,
  selectChanges,
  selectFirstRows,
  selectHolding,
  selectImport,
  selectImportInMotion,
  selectImportRows,
  selectImports,
  selectProblems,
  selectTopicIds,
  type HoldingRow,
  type ImportChange,
  type ImportRow,
  type ImportState,
  type NewSuppressionRow,
  type ProblemRow,
  type StagedRow,
} from "../sql/imports"
import type { ConsentService } from "./consent"
import type { ImportContext, ImportPeopleService, PreparedPerson } from "./import-people"
import type { ImportUndoService } from "./import-undo"
import type { KeyringService } from "./keyring"

/** As the admin API answers it. */
export type Import = Omit<ImportRow, "rows" | "position" | "plan"> & {
  rows: number
  position: number
  plan: ImportPlan | null
  /** Null where nothing is counted. */
  share: number | null
  can_undo: boolean
}

export type ImportDetail = Import & { suggestion: Suggestion; sample: string[][] }

const MOST_ROWS = 1_000_000
const MOST_BYTES = 500 * 1024 * 1024
const STAGED_AT_ONCE = 1_000
const SAMPLE = 5

/** Files of contacts or suppressions: uploaded into a staging table, checked, confirmed, imported chunk by chunk, taken back. */
export class ImportService {
  /** Rows per transaction: a fraction of a second, so that a cancel acts and the shop's own requests do not wait. */
  chunkRows = 2_000

  constructor(
    private readonly db: Database,
    private readonly services: {
      keyring: KeyringService
      consent: ConsentService
      people: ImportPeopleService
      undo: ImportUndoService
      bus: Bus
    },
  ) {}

  /**
   * Reads the file as it comes, row by row, into the database; memory holds a thousand rows. A broken line (too long a
   * quote) is INVALID_DATA with its place; a connection that is cut leaves nothing behind.
   */
  async upload(
    file: Readable,
    about: { kind: ImportKind; fileName: string; by: string | null },
  ): Promise<ImportDetail> {
    const fileName = about.fileName.replace(/\p{Cc}/gu, "").slice(0, 200) || "file.csv"
    const [made] = await this.db.query<{ id: string }>(insertImport({ ...about, fileName }))
    const { id } = made!
    try {
      await this.stage(id, file)
    } catch (error) {
      await this.db.query(deleteImportFile(id))
      await this.db.query(deleteImport(id))
      throw error
    }
    return this.get(id)
  }

  async list(query: {
    cursor?: string | null
    limit?: number
  }): Promise<{ imports: Import[]; next_cursor: string | null }> {
    const limit = query.limit ?? 50
    const [after = null] = readCursor(query.cursor, ["text"]) ?? []
    const rows = await this.db.query<ImportRow>(selectImports(after, limit + 1))
    const { page, next_cursor } = pageOf(rows, limit, ({ id }) => [id])
    return { imports: page.map(shown), next_cursor }
  }

  /** With what its columns seem to be and the first rows. Throws NOT_FOUND. */
  async get(id: string): Promise<ImportDetail> {
    const row = await this.row(id)
    const sample = await this.db.query<StagedRow>(selectImportRows(id, 0, SAMPLE))
    const suggestion = suggestImport({ kind: row.kind, fileName: row.file_name, columns: row.columns })
    return { ...shown(row), suggestion, sample: sample.map(({ cells }) => cells) }
  }

  /** Takes the plan and counts what would happen; may be done again with another plan. */
  async check(id: string, plan: ImportPlan): Promise<Import> {
    const row = await this.row(id)
    await this.refuseBadPlan(row, plan)
    await this.db.query(clearCheck(id))
    return this.move(id, { from: ["uploaded", "checked", "checking"], to: "checking", plan })
  }

  /** Starts the import that was checked. */
  async start(id: string): Promise<Import> {
    return this.move(id, { from: ["checked"], to: "running" })
  }

  /** A running import stops after its chunk; what it did stays, and can be taken back. */
  async cancel(id: string): Promise<Import> {
    const { state } = await this.row(id)
    return state === "checking"
      ? this.move(id, { from: ["checking"], to: "uploaded" })
      : this.move(id, { from: ["running"], to: "cancelled" })
  }

  async undo(id: string): Promise<Import> {
    if (!(await this.row(id)).has_changes)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "What this import changed is no longer kept (Settings → Rules and retention), so it cannot be taken back any more.",
      )
    return this.move(id, { from: ["done", "cancelled"], to: "undoing" })
  }

  /** Forgets a file that was never imported, or the rows of one that was; what it changed can then still be taken back. */
  async remove(id: string): Promise<void> {
    const { state } = await this.row(id)
    if (["checking", "running", "undoing"].includes(state)) throw refusal("delete", state)
    await this.db.query(deleteImportFile(id))
    if (["uploading", "uploaded", "checked"].includes(state)) await this.db.query(deleteImport(id))
  }

  /** The refused rows as they stood in the file, with the reason and the line, as CSV for a spreadsheet. */
  async *problemsCsv(id: string): AsyncGenerator<string> {
    const { columns, first_row: firstRow } = await this.row(id)
    yield csvLine(["Row", "Problem", ...columns])
    let after = 0
    for (;;) {
      const rows = await this.db.query<ProblemRow>(selectProblems(id, after, STAGED_AT_ONCE))
      if (rows.length === 0) return
      yield rows.map(({ n, problem, cells }) => csvLine([Number(n) + firstRow - 1, problem, ...cells])).join("")
      after = Number(rows.at(-1)!.n)
    }
  }

  /**
   * One chunk of whatever import has something to do; false when none has. A chunk's work and its position are one
   * transaction, so it may be killed anywhere and is gone on with by whoever comes next.
   */
  async advance(): Promise<boolean> {
    const [row] = await this.db.query<ImportRow>(selectImportInMotion())
    if (!row) return false
    if (row.state === "undoing") await this.undoChunk(row)
    else await this.workChunk(row)
    return true
  }

  private async workChunk(row: ImportRow): Promise<void> {
    const rows = await this.db.query<StagedRow>(selectImportRows(row.id, Number(row.position), this.chunkRows))
    if (rows.length === 0) return this.finish(row)
    const context = await this.context(row)
    const write =
      row.kind === "contacts" ? await this.peopleOf(row, context, rows) : await this.suppressionsOf(row, context, rows)
    await this.db.transaction(async (tx) => {
      if (!(await this.holds(tx, row))) return
      const counts = await write(tx)
      const column = row.state === "checking" ? "checked" : "result"
      await tx.query(
        advanceImport(row.id, { column, position: Number(rows.at(-1)!.n), counts: { rows: rows.length, ...counts } }),
      )
    })
  }

  /** Read outside of the transaction, because it costs processor time and no lock should wait for it. */
  private async peopleOf(row: ImportRow, context: ImportContext, rows: StagedRow[]) {
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const fields = await this.db.query<ContactFieldRow>(selectContactFields())
    const prepared: PreparedPerson[] = []
    const problems: { n: number; problem: string }[] = []
    for (const [n, staged] of rows.entries()) {
      if (n % 200 === 199) await breathe()
      const read = readImportRow({ n: Number(staged.n), cells: staged.cells }, context.plan, {
        columns: row.columns,
        fields,
        now: clock!.at,
      })
      if (!read.ok) problems.push({ n: Number(staged.n), problem: read.problem })
      else
        prepared.push({ person: read.person, emailHash: await this.services.keyring.emailHash(read.person.emailNorm) })
    }
    const { people } = this.services
    return async (tx: Db): Promise<Counts> => {
      const { first, repeated } = await this.firstOf(tx, row, prepared)
      // Of a repetition only a "no" counts: the first row decides, but nobody who left anywhere in the file is written to.
      const repeatedNo = lastOfEach(
        repeated.filter(({ person }) => ["unsubscribed", "bounced", "complained"].includes(person.status)),
      )
      if (row.state === "checking") {
        if (problems.length > 0) await tx.query(insertProblems(row.id, problems))
        const counts = await people.judge(tx, context, first)
        return { invalid: problems.length, repeated: repeated.length, ...counts }
      }
      const counts = first.length > 0 ? await people.write(tx, context, first) : {}
      if (repeatedNo.length > 0) await people.write(tx, context, repeatedNo)
      return { invalid: problems.length, repeated: repeated.length, ...counts }
    }
  }

  private async firstOf(tx: Db, row: ImportRow, prepared: PreparedPerson[]) {
    if (prepared.length === 0) return { first: [], repeated: [] }
    const keys = prepared.map(({ person, emailHash }) => ({ n: person.n, emailHash }))
    const found = await tx.query<{ n: string }>(
      row.state === "checking" ? claimAddresses(row.id, keys) : selectFirstRows(row.id, keys),
    )
    const firsts = new Set(found.map(({ n }) => Number(n)))
    return {
      first: prepared.filter(({ person }) => firsts.has(person.n)),
      repeated: prepared.filter(({ person }) => !firsts.has(person.n)),
    }
  }

  private async suppressionsOf(row: ImportRow, context: ImportContext, rows: StagedRow[]) {
    const read = rows.map((staged) => ({
      n: Number(staged.n),
      ...readSuppressionRow({ n: Number(staged.n), cells: staged.cells }, context.plan),
    }))
    const problems = read.flatMap((one) => (one.ok ? [] : [{ n: one.n, problem: one.problem }]))
    const wanted: (ImportedSuppression & { emailHash: Buffer | null })[] = []
    for (const one of read)
      if (one.ok)
        wanted.push({
          ...one.suppression,
          emailHash:
            one.suppression.address && (await this.services.keyring.emailHash(one.suppression.address.emailNorm)),
        })
    return async (tx: Db): Promise<Counts> => {
      if (row.state === "checking") {
        if (problems.length > 0) await tx.query(insertProblems(row.id, problems))
        return { invalid: problems.length, ...(await countNew(tx, wanted)) }
      }
      const made = await this.writeSuppressions(tx, context, wanted)
      return { invalid: problems.length, suppressed: made, already_suppressed: wanted.length - made }
    }
  }

  private async writeSuppressions(
    tx: Db,
    context: ImportContext,
    wanted: (ImportedSuppression & { emailHash: Buffer | null })[],
  ): Promise<number> {
    const rows = wanted.map((one): NewSuppressionRow => ({
      n: one.n,
      email_hash: one.emailHash?.toString("hex") ?? null,
      email_norm: one.address?.emailNorm ?? null,
      domain: one.domain,
      scope: one.scope,
      reason: one.reason,
    }))
    const made: { id: string; n: string }[] = []
    for (const kind of ["address", "domain"] as const) {
      const some = rows.filter(({ domain }) => (kind === "domain") === (domain !== null))
      if (some.length > 0)
        made.push(...(await tx.query<{ id: string; n: string }>(insertImportedSuppressions(kind, some, context))))
    }
    const changes = made.map(({ id, n }): ImportChange => ({
      n: Number(n),
      contact_id: null,
      address_id: null,
      made_contact: false,
      before: {},
      after: {},
      tags: [],
      said: [],
      suppression_ids: [id],
    }))
    await tx.query(insertChanges(context.importId, changes))
    return made.length
  }

  private async undoChunk(row: ImportRow): Promise<void> {
    // Backwards from the end: a position below zero counts down from the highest row.
    const before = Number(row.position) === 0 ? null : Number(row.position)
    const changes = await this.db.query<ImportChange & { n: string | number }>(
      selectChanges(row.id, before, this.chunkRows),
    )
    if (changes.length === 0) return this.finish(row)
    await this.db.transaction(async (tx) => {
      if (!(await this.holds(tx, row))) return
      const counts = await this.services.undo.undo(tx, { importId: row.id, by: row.created_by }, changes)
      await tx.query(advanceImport(row.id, { column: "undone", position: Number(changes.at(-1)!.n), counts }))
    })
  }

  private async holds(tx: Db, row: ImportRow): Promise<boolean> {
    return (await tx.query(lockImport(row.id, row.state, Number(row.position)))).length > 0
  }

  private async finish(row: ImportRow): Promise<void> {
    const to = ({ checking: "checked", running: "done", undoing: "undone" } as const)[
      row.state as "checking" | "running" | "undoing"
    ]
    const moved = await this.db.query(moveImport(row.id, { from: [row.state], to }))
    if (moved.length > 0 && to !== "checked")
      await this.services.bus.emit(to === "done" ? "mailroom.import.finished" : "mailroom.import.undone", {
        import_id: row.id,
        kind: row.kind,
      })
  }

  private async context(row: ImportRow): Promise<ImportContext> {
    const plan = importPlanSchema.parse(row.plan)
    const wordingId =
      plan.agreement && row.state === "running"
        ? await this.services.consent.wordingId(this.db, {
            kind: "import",
            locale: plan.agreement.locale,
            text: plan.agreement.wording,
          })
        : null
    return { importId: row.id, plan, wordingId, by: row.created_by }
  }

  private async refuseBadPlan(row: ImportRow, plan: ImportPlan): Promise<void> {
    const problem =
      plan.columns.length !== row.columns.length
        ? `columns: the file has ${row.columns.length} columns, the plan names ${plan.columns.length}. Give one entry for each, null for what is left out.`
        : planProblem(row.kind, plan)
    if (problem) throw invalid(problem)
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    if (plan.agreement && new Date(`${plan.agreement.date}T00:00:00Z`) > clock!.at)
      throw invalid(`agreement.date is "${plan.agreement.date}": nobody can have agreed in the future.`)
    const fields = (await this.db.query<ContactFieldRow>(selectContactFields())).map(({ key }) => `field:${key}`)
    const foreign = plan.columns.find((column) => column?.startsWith("field:") && !fields.includes(column))
    if (foreign)
      throw invalid(
        `columns: there is no field ${JSON.stringify(foreign.slice(6))}. Make it first under Contacts → Fields.`,
      )
    const known = (await this.db.query<{ id: string }>(selectTopicIds(plan.topicIds))).map(({ id }) => id)
    const unknown = plan.topicIds.find((id) => !known.includes(id))
    if (unknown)
      throw invalid(`topicIds: there is no topic ${JSON.stringify(unknown)}. GET /admin/mailroom/topics lists them.`)
  }

  private async stage(id: string, file: Readable): Promise<void> {
    const decoder = new CsvDecoder()
    const shape = await shapeOf(decodedLines(file, decoder))
    const parser = parse({
      delimiter: shape.separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 256 * 1024,
    })
    const fed = feed(parser, shape.text)
    let columns: { columns: string[]; hasHeader: boolean } | null = null
    let staged: string[][] = []
    let rows = 0
    const flush = async () => {
      if (staged.length > 0) await this.db.query(insertImportRows(id, rows - staged.length + 1, staged))
      staged = []
    }
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        if (!columns) {
          columns = columnsOf(cells)
          if (columns.hasHeader) continue
        }
        if (++rows > MOST_ROWS) throw invalid(`The file has more than ${MOST_ROWS} rows. Cut it into several files.`)
        if (staged.push(cells) === STAGED_AT_ONCE) await flush()
      }
      await fed
    } catch (error) {
      parser.destroy()
      throw readable(error)
    }
    await flush()
    if (!columns || rows === 0)
      throw invalid("The file has no rows. It needs a line of names and at least one line below.")
    await this.db.query(
      finishUpload({
        id,
        encoding: decoder.encoding,
        separator: shape.separator,
        columns: columns.columns,
        firstRow: columns.hasHeader ? 2 : 1,
        rows,
      }),
    )
  }

  private async move(id: string, move: Parameters<typeof moveImport>[1]): Promise<Import> {
    const [moved] = await this.db.query<ImportRow>(moveImport(id, move))
    if (moved) return shown(moved)
    throw refusal(move.to, (await this.row(id)).state)
  }

  private async row(id: string): Promise<ImportRow> {
    const [row] = await this.db.query<ImportRow>(selectImport(id))
    if (!row) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no import "${id}".`)
    return row
  }
}

/** Text as it comes, and never more bytes than a file may have. */
async function* decodedLines(file: Readable, decoder: CsvDecoder): AsyncGenerator<string> {
  let size = 0
  for await (const chunk of file as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES)
      throw invalid(`The file is larger than ${MOST_BYTES / 1024 / 1024} MB. Cut it into several files.`)
    yield decoder.write(chunk)
  }
  yield decoder.end()
}

/** Looks at the first kilobytes for the separator, and gives the whole text on. */
async function shapeOf(text: AsyncGenerator<string>): Promise<{ separator: string; text: AsyncGenerator<string> }> {
  let beginning = ""
  while (beginning.length < 65_536) {
    const { value, done } = await text.next()
    if (done) break
    beginning += value
  }
  const whole = async function* () {
    yield beginning.replace(/^\ufeff/, "")
    yield* text
  }
  return { separator: separatorOf(beginning.replace(/^\ufeff/, "")), text: whole() }
}

async function feed(parser: ReturnType<typeof parse>, text: AsyncGenerator<string>): Promise<void> {
  try {
    for await (const piece of text) {
      if (parser.destroyed) return
      if (!parser.write(piece)) await drained(parser)
    }
    parser.end()
  } catch (error) {
    parser.destroy(error as Error)
  }
}

/** Until it takes more, or will never again. */
function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      parser.off("drain", done).off("close", done)
      resolve()
    }
    parser.on("drain", done).on("close", done)
  })
}

function readable(error: unknown): Error {
  const { code, lines } = error as { code?: string; lines?: number }
  if (code === "CSV_MAX_RECORD_SIZE")
    return invalid(
      `Line ${lines ?? "?"}: a quotation mark is opened and never closed. Correct the file there and upload it again.`,
    )
  if (code?.startsWith("CSV_")) return invalid(`The file is not readable as CSV: ${(error as Error).message}`)
  return error as Error
}

async function countNew(tx: Db, wanted: (ImportedSuppression & { emailHash: Buffer | null })[]): Promise<Counts> {
  const held = await tx.query<HoldingRow>(
    selectHolding(
      wanted.flatMap(({ emailHash }) => emailHash ?? []),
      wanted.flatMap(({ domain }) => domain ?? []),
    ),
  )
  const key = (who: string, scope: string, reason: string) => `${who} ${scope} ${reason}`
  const known = new Set(held.map((row) => key(row.email_hash?.toString("hex") ?? row.domain!, row.scope, row.reason)))
  return wanted.reduce<Counts>((counts, { emailHash, domain, scope, reason }) => {
    const isKnown = known.has(key(emailHash?.toString("hex") ?? domain!, scope, reason))
    return addCounts(counts, { [isKnown ? "already_suppressed" : "suppressed"]: 1 })
  }, {})
}

function lastOfEach(people: PreparedPerson[]): PreparedPerson[] {
  return [...new Map(people.map((one) => [one.person.emailNorm, one])).values()]
}

function shown(row: ImportRow): Import {
  const { plan, rows, position, ...rest } = row
  const read = importPlanSchema.safeParse(plan)
  return {
    ...rest,
    rows: Number(rows),
    position: Number(position),
    plan: read.success ? read.data : null,
    share: shareOf(row),
    can_undo: (row.state === "done" || row.state === "cancelled") && row.has_changes,
  }
}

/** An undo goes backwards from the last row. */
function shareOf({ state, position, rows }: ImportRow): number | null {
  const share = Number(position) / Math.max(1, Number(rows))
  if (state === "undoing") return Number(position) === 0 ? 0 : 1 - share
  return state === "checking" || state === "running" ? share : null
}

// The storefront's requests are answered in between.
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

function refusal(wanted: ImportState | "delete", state: ImportState): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `This import is "${state}", so it cannot become "${wanted}" now. Look at it again.`,
  )
}
