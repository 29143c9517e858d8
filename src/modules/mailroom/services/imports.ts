import type { Readable } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"
import { importPlanSchema, planProblem, type ImportKind, type ImportPlan } from "../../../core/contacts/import-plan"
import { suggestImport, type Suggestion } from "../../../core/contacts/import-presets"
import { csvLine } from "../../../core/reports/csv"
import { pageOf, readCursor } from "../../../core/reports/cursor"
import type { Database } from "../database"
import { selectNow } from "../sql/consent"
import { selectContactFields, type ContactFieldRow } from "../sql/contact-fields"
import {
  clearCheck,
  deleteImportFile,
  selectImportRows,
  selectProblems,
  type ProblemRow,
  type StagedRow,
} from "../sql/import-rows"
import {
  deleteImport,
  insertImport,
  moveImport,
  selectImport,
  selectImports,
  selectTopicIds,
  type ImportRow,
  type ImportState,
} from "../sql/imports"
import type { ImportUploadService } from "./import-uploads"
import type { ImportWorkService } from "./import-work"

/** As the admin API answers it. */
export type Import = Omit<ImportRow, "rows" | "position" | "ahead" | "plan"> & {
  rows: number
  position: number
  plan: ImportPlan | null
  /** Null where nothing is counted. */
  share: number | null
  can_undo: boolean
}

export type ImportDetail = Import & { suggestion: Suggestion; sample: string[][] }

const LISTED_AT_ONCE = 1_000
const SAMPLE = 5

/** Files of contacts or suppressions: uploaded into a staging table, checked, confirmed, imported chunk by chunk, taken back. */
export class ImportService {
  /** Rows per transaction: a fraction of a second, so that a cancel acts and the shop's own requests do not wait. */
  chunkRows = 2_000

  constructor(
    private readonly db: Database,
    private readonly services: { uploads: ImportUploadService; work: ImportWorkService },
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
      await this.services.uploads.stage(id, file)
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
    const sample = await this.db.query<StagedRow>(selectImportRows(id, { after: 0, to: SAMPLE }))
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
      const rows = await this.db.query<ProblemRow>(selectProblems(id, after, LISTED_AT_ONCE))
      if (rows.length === 0) return
      yield rows.map(({ n, problem, cells }) => csvLine([Number(n) + firstRow - 1, problem, ...cells])).join("")
      after = Number(rows.at(-1)!.n)
    }
  }

  /** Some chunks of whatever import has something to do, one if nothing else is said; false when none has. */
  async advance(pace: { lanes: number; forMs: number } = { lanes: 1, forMs: 0 }): Promise<boolean> {
    return this.services.work.advance({ chunkRows: this.chunkRows, ...pace })
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

function shown(row: ImportRow): Import {
  const { plan, rows, position, ahead: _, ...rest } = row
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

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)

function refusal(wanted: ImportState | "delete", state: ImportState): MedusaError {
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `This import is "${state}", so it cannot become "${wanted}" now. Look at it again.`,
  )
}
