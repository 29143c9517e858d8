import { Queue, Worker } from "bullmq"
import type { Wakes } from "../modules/mailroom/wakes"
import { TOLD_LOOPS } from "./followers"
import type { RedisLink } from "./redis-link"

const QUEUE = "wake"
/** Hints for one loop within this time are one. */
const TOGETHER_MS = 10
/** So many different ids of hints for a loop: while nobody listens, no more of them than that wait in Redis. */
const IDS = 64
const CLOSE_MS = 2_000

type Parts = {
  link: RedisLink
  prefix: string
  wakes: Wakes
  /** Wakes a loop of this process; false: it does not run here. */
  wakeHere: (loop: string) => boolean
  isWorker: boolean
}

/**
 * Tells one of the worker processes that there is work, when the loop for it does not run in this one; a worker also hears.
 * A hint that gets lost (Redis emptied, killed, full) costs the time until the next look, nothing else.
 */
export class RedisWakes {
  private readonly queue: Queue
  private readonly worker?: Worker
  private readonly soon = new Map<string, NodeJS.Timeout>()
  private readonly deafen: () => void
  private n = Math.floor(Math.random() * IDS)

  constructor(private readonly parts: Parts) {
    const { link, prefix, wakes, wakeHere, isWorker } = parts
    const common = { prefix, skipVersionCheck: true }
    this.queue = new Queue(QUEUE, { ...common, connection: link.client })
    // The link has told of it.
    this.queue.on("error", () => undefined)
    const pass = (loop: string) => {
      if (!wakeHere(loop)) this.tell(loop)
    }
    this.deafen = wakes.listen(pass)
    link.onUp = () => TOLD_LOOPS.forEach(pass)
    if (link.isUp) link.onUp()
    if (!isWorker) return
    this.worker = new Worker(QUEUE, async ({ name }) => void wakeHere(name), {
      ...common,
      connection: link.waiting(),
      concurrency: 8,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    })
    this.worker.on("error", () => undefined)
  }

  async close(): Promise<void> {
    this.deafen()
    for (const timer of this.soon.values()) clearTimeout(timer)
    const closing = Promise.all([this.worker?.close(true), this.queue.close()]).catch(() => undefined)
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())])
  }

  /** Returns at once: whoever has work to tell of does not wait for Redis. */
  private tell(loop: string): void {
    if (!this.parts.link.isUp || this.soon.has(loop)) return
    const timer = setTimeout(() => {
      this.soon.delete(loop)
      this.n = (this.n + 1) % IDS
      const hint = { jobId: `${loop}-${this.n}`, removeOnComplete: true, removeOnFail: true }
      // One that is lost is no news: the worker looks by itself.
      this.queue.add(loop, {}, hint).catch(() => undefined)
    }, TOGETHER_MS)
    this.soon.set(loop, timer)
  }
}
