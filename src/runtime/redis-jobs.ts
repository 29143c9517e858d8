import { DelayedError, Queue, UnrecoverableError, Worker, type Job as QueuedJob } from "bullmq"
import { LOOP_OF, type JobKey } from "../core/jobs/job"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Job } from "../modules/mailroom/services/jobs"
import type { RedisLink } from "./redis-link"

/** The queue that a dashboard shows (docs/operations.md). */
export const JOBS_QUEUE = "jobs"

const LOOK_MS = 1_000
const MIRROR_MS = 2_000
const CLOSE_MS = 2_000
const DAY_SECONDS = 86_400
/** A worker that is stopped for a while is no reason to give a job up: its row says how far it is. */
const ANY_NUMBER = 1_000_000
const MOST_AT_ONCE = 10

/**
 * Carries the jobs that stand in Postgres through BullMQ, for whoever watches or retries them there: each row that goes on
 * has a job, whose progress and end are the row's. The row is the truth: a job that Redis forgot is made again, one that
 * was removed by hand does not stop the work, and one that is retried asks the row to begin again.
 */
export class RedisJobs {
  private readonly queue: Queue
  private readonly worker: Worker
  private readonly timer: NodeJS.Timeout
  private isStopping = false
  private mirroring: Promise<void> = Promise.resolve()

  constructor(
    private readonly mailroom: Mailroom,
    private readonly parts: { link: RedisLink; prefix: string },
  ) {
    const { link, prefix } = parts
    const common = { prefix, skipVersionCheck: true }
    this.queue = new Queue(JOBS_QUEUE, { ...common, connection: link.client })
    this.worker = new Worker(JOBS_QUEUE, (job, token) => this.follow(job as QueuedJob<JobKey>, token!), {
      ...common,
      connection: link.waiting(),
      concurrency: MOST_AT_ONCE,
      maxStalledCount: ANY_NUMBER,
    })
    // The link has told of it.
    this.queue.on("error", () => undefined)
    this.worker.on("error", () => undefined)
    this.timer = setInterval(() => void this.mirror(), MIRROR_MS)
    this.timer.unref()
  }

  async close(): Promise<void> {
    this.isStopping = true
    clearInterval(this.timer)
    await this.mirroring
    const closing = Promise.all([this.worker.close(), this.queue.close()]).catch(() => undefined)
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())])
  }

  /** Every process does this: a job that is there already is not made again. */
  private mirror(): void {
    if (!this.parts.link.isUp) return
    this.mirroring = this.mirroring
      .then(() => this.addMissing())
      // Redis or the database is away, which is told elsewhere; the next look is in two seconds.
      .catch(() => undefined)
  }

  private async addMissing(): Promise<void> {
    const jobs = (await this.mailroom.jobs.list()).filter(({ state }) => state === "running")
    for (const { id, kind, row_id: rowId, title } of jobs) {
      const known = (await this.queue.getJob(id)) as QueuedJob | undefined
      if (known && !(await hasEnded(known))) continue
      // The same file checked once more, the same mailing looked through again.
      await known?.remove()
      await this.queue.add(title ? `${kind}: ${title}` : kind, { kind, rowId } satisfies JobKey, {
        jobId: id,
        removeOnComplete: { age: 7 * DAY_SECONDS, count: 1_000 },
        removeOnFail: { age: 30 * DAY_SECONDS, count: 1_000 },
      })
    }
  }

  /** Stays with the row until it has ended; a throw with its sentence makes the job a failed one. */
  private async follow(queued: QueuedJob<JobKey>, token: string): Promise<Pick<Job, "state" | "done" | "total">> {
    const { jobs, wakes } = this.mailroom
    let job = await jobs.find(queued.data)
    // Only one that had ended here before was asked for again by somebody.
    if (queued.attemptsMade > 0 && job?.can.retry) job = await jobs.retry(job.id, null)
    wakes.wake(LOOP_OF[queued.data.kind])
    while (job?.state === "running") {
      const { step, done, total } = job
      await queued.updateProgress({ step, done, total })
      await this.rest(queued, token)
      job = await jobs.find(queued.data)
    }
    if (job?.state === "failed") throw new UnrecoverableError(job.problem ?? "It failed.")
    // A mailing that is planned and a check that is over are no jobs any more.
    return { state: job?.state ?? "done", done: job?.done ?? null, total: job?.total ?? null }
  }

  /** A process that ends hands the job to another, which goes on following the row. */
  private async rest(queued: QueuedJob, token: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    if (!this.isStopping) return
    await queued.moveToDelayed(Date.now() + LOOK_MS, token)
    throw new DelayedError()
  }
}

const hasEnded = async (job: QueuedJob): Promise<boolean> => (await job.isCompleted()) || (await job.isFailed())
