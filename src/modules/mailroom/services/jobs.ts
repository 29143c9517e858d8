import { MedusaError } from "@medusajs/framework/utils"
import { jobId, jobKeyOf, jobPossibilities, LOOP_OF, type JobKey, type JobKind } from "../../../core/jobs/job"
import type { Database } from "../database"
import { retryEffect, selectJobs, type JobRow } from "../sql/jobs"
import type { Wakes } from "../wakes"
import type { BulkActionService } from "./bulk-actions"
import type { ImportService } from "./imports"
import type { PreflightService } from "./preflight"
import type { ReplayService } from "./replays"

/** As the admin API answers it. */
export type Job = Omit<JobRow, "row_id"> & {
  id: string
  row_id: string
  /** From 0 to 1; null where nobody knows how much it is. */
  share: number | null
  can: { cancel: boolean; retry: boolean }
}

const LISTED = 50

/** Work that is not mail, whatever its kind, read from the rows that say how far it is. With or without Redis the same. */
export class JobService {
  constructor(
    private readonly db: Database,
    private readonly services: {
      imports: ImportService
      preflight: PreflightService
      bulkActions: BulkActionService
      replays: ReplayService
      wakes: Wakes
    },
  ) {}

  async list(limit = LISTED): Promise<Job[]> {
    return (await this.db.query<JobRow>(selectJobs({ limit, one: null }))).map(shown)
  }

  /** Null: there is no such job, or nothing is known of it any more. */
  async find(key: JobKey): Promise<Job | null> {
    const [row] = await this.db.query<JobRow>(selectJobs({ limit: 1, one: key }))
    return row ? shown(row) : null
  }

  /** What it did until then stays; the worker hears of it with its next step. Throws NOT_FOUND, NOT_ALLOWED. */
  async cancel(id: string): Promise<Job> {
    const { key, job } = await this.get(id)
    if (!job.can.cancel)
      throw refusal(`The job "${job.id}" is "${job.state}", so it cannot be cancelled now. Look at it again.`)
    await this.cancelRow(key)
    return (await this.get(id)).job
  }

  /** Begins what failed or was cancelled again. Throws NOT_FOUND, NOT_ALLOWED. */
  async retry(id: string, by: string | null): Promise<Job> {
    const { key, job } = await this.get(id)
    if (!job.can.retry)
      throw refusal(`The job "${job.id}" is "${job.state}", so it cannot be begun again now. Look at it again.`)
    if (key.kind === "preflight") await this.services.preflight.start(key.rowId, by)
    else await this.db.query(retryEffect(key.rowId))
    this.services.wakes.wake(LOOP_OF[key.kind])
    return (await this.get(id)).job
  }

  private async cancelRow({ kind, rowId }: JobKey): Promise<void> {
    const { imports, preflight, bulkActions, replays } = this.services
    const cancels: Partial<Record<JobKind, () => Promise<unknown>>> = {
      import: () => imports.cancel(rowId),
      preflight: () => preflight.cancel(rowId),
      bulk_action: () => bulkActions.stop(rowId),
      replay: () => replays.cancel(rowId),
    }
    await cancels[kind]!()
  }

  private async get(id: string): Promise<{ key: JobKey; job: Job }> {
    const key = jobKeyOf(id)
    const job = key && (await this.find(key))
    if (!job) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no job "${id}".`)
    return { key, job }
  }
}

function shown(row: JobRow): Job {
  const { kind, row_id: rowId, state, done, total } = row
  const share = state === "running" && done !== null && total ? Math.min(1, done / total) : null
  return { ...row, id: jobId({ kind, rowId }), share, can: jobPossibilities(kind, state) }
}

const refusal = (sentence: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
