import type { Counts } from "../../../core/contacts/import-counts"
import { importPlanSchema } from "../../../core/contacts/import-plan"
import { nextStretch, withDone, type ImportProgress, type Stretch } from "../../../core/contacts/import-progress"
import type { Database, Db } from "../database"
import type { ImportContext } from "../import-words"
import type { Bus } from "../mailroom"
import { selectChanges, type ImportChange } from "../sql/import-changes"
import { selectImportRows, type StagedRow } from "../sql/import-rows"
import { advanceImport, lockImport, moveImport, selectImportInMotion, type ImportRow } from "../sql/imports"
import type { ConsentService } from "./consent"
import type { ImportContactService } from "./import-contacts"
import type { ImportSuppressionService } from "./import-suppressions"
import type { ImportUndoService } from "./import-undo"

export type Pace = {
  /** Rows per transaction: a fraction of a second, so that a cancel acts and the shop's own requests do not wait. */
  chunkRows: number
  /** Chunks that are read and written side by side. */
  lanes: number
  /** No chunk begins after so long. */
  forMs: number
}

/** A chunk as it is carried out in its transaction. */
export type ChunkWork = { write: (tx: Db) => Promise<Counts>; waitsForEarlier: boolean }

/** Works imports off, chunk by chunk, several side by side; whoever comes next goes on after what is committed. */
export class ImportWorkService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      consent: ConsentService
      contacts: ImportContactService
      suppressions: ImportSuppressionService
      undo: ImportUndoService
      bus: Bus
    },
  ) {}

  /** Some chunks of whatever import has something to do; false when none has. */
  async advance(pace: Pace): Promise<boolean> {
    const [row] = await this.db.query<ImportRow>(selectImportInMotion())
    if (!row) return false
    if (row.state === "undoing") await this.undoChunk(row, pace.chunkRows)
    else await this.chunks(row, pace)
    return true
  }

  /**
   * A chunk's work and its place in the progress are one transaction, so it may be killed anywhere. Chunks of a run are
   * independent of one another (each address is written by the row that names it first) and may end in any order; the
   * dry run finds out who is first, so it goes from the beginning to the end.
   */
  private async chunks(row: ImportRow, { chunkRows, lanes, forMs }: Pace): Promise<void> {
    const rows = Number(row.rows)
    let progress: ImportProgress | null = { position: Number(row.position), ahead: row.ahead }
    if (nextStretch(progress, rows, chunkRows) === null) return this.finish(row)
    const context = await this.context(row)
    const until = performance.now() + forMs
    const going = new Set<Promise<boolean>>()
    const lane = async () => {
      do {
        const stretch: Stretch | null = progress && nextStretch(progress, rows, chunkRows)
        if (!stretch) return
        progress = withDone(progress!, stretch)
        const chunk = this.chunk(row, context, { stretch, earlier: [...going] })
        going.add(chunk)
        // Cancelled, or another process works at it: nothing more is begun.
        if (!(await chunk)) progress = null
        going.delete(chunk)
      } while (performance.now() < until)
    }
    const width = row.state === "running" && row.kind === "contacts" ? lanes : 1
    const ends = await Promise.allSettled(Array.from({ length: width }, lane))
    for (const end of ends) if (end.status === "rejected") throw end.reason
  }

  /** False when it was not to be done any more; then nothing of it is. */
  private async chunk(
    row: ImportRow,
    context: ImportContext,
    { stretch, earlier }: { stretch: Stretch; earlier: Promise<boolean>[] },
  ): Promise<boolean> {
    const rows = await this.db.query<StagedRow>(selectImportRows(row.id, stretch))
    const isCheck = row.state === "checking"
    const work =
      row.kind === "contacts"
        ? await this.services.contacts.work(row, context, rows)
        : { write: await this.services.suppressions.ofList(context, rows, isCheck), waitsForEarlier: false }
    if (work.waitsForEarlier) await Promise.all(earlier)
    try {
      await this.db.transaction(async (tx) => {
        const counts = { rows: rows.length, ...(await work.write(tx)) }
        const [now] = await tx.query<Pick<ImportRow, "position" | "ahead">>(lockImport(row.id, row.state))
        const progress = now && withDone({ position: Number(now.position), ahead: now.ahead }, stretch)
        if (!progress) throw new NotOurs()
        await tx.query(advanceImport(row.id, { column: isCheck ? "checked" : "result", progress, counts }))
      })
      return true
    } catch (error) {
      if (error instanceof NotOurs) return false
      throw error
    }
  }

  private async undoChunk(row: ImportRow, limit: number): Promise<void> {
    // Backwards from the end: a position below zero counts down from the highest row.
    const before = Number(row.position) === 0 ? null : Number(row.position)
    const changes = await this.db.query<ImportChange & { n: string | number }>(selectChanges(row.id, before, limit))
    if (changes.length === 0) return this.finish(row)
    await this.db.transaction(async (tx) => {
      const [now] = await tx.query<Pick<ImportRow, "position">>(lockImport(row.id, row.state))
      if (!now || now.position !== row.position) return
      const counts = await this.services.undo.undo(tx, { importId: row.id, by: row.created_by }, changes)
      const progress = { position: Number(changes.at(-1)!.n), ahead: [] }
      await tx.query(advanceImport(row.id, { column: "undone", progress, counts }))
    })
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
}

/** Rolls a chunk back that was cancelled, or that another process has done. */
class NotOurs extends Error {}
