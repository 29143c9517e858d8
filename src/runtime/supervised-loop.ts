import { isDatabaseAway } from "../modules/mailroom/database"
import type { Log } from "../modules/mailroom/mailroom"
import { backoffMs } from "./backoff"
import type { Loop } from "./loop"

/** What the heartbeat row says of a loop. */
export type LoopHealth = { failures: number; lastError: string | null }

/**
 * Runs one loop for ever: again at once with `more`, after `everyMs` with `idle`. A throw is logged and the loop comes
 * back later and later; a database that is away is reported once and waited for.
 */
export class SupervisedLoop {
  readonly health: LoopHealth = { failures: 0, lastError: null }
  private isStopping = false
  private wake: () => void = () => undefined
  private running: Promise<void> = Promise.resolve()

  constructor(
    readonly loop: Loop,
    private readonly log: Log,
  ) {}

  start(): void {
    this.running = this.run()
  }

  /** Awaits the turn in flight, then lets the loop go of what it holds. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.wake()
    await this.running
    await this.loop.stop?.()
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      const waitMs = await this.turn()
      if (!this.isStopping && waitMs > 0) await this.sleep(waitMs)
    }
  }

  private async turn(): Promise<number> {
    try {
      const turn = await this.loop.turn()
      this.recovered()
      return turn === "more" ? 0 : this.loop.everyMs
    } catch (error) {
      return this.failed(error)
    }
  }

  private recovered(): void {
    if (this.health.failures > 0) this.log.info(`Mailroom: ${this.loop.name} works again.`)
    Object.assign(this.health, { failures: 0, lastError: null })
  }

  private failed(error: unknown): number {
    this.health.failures += 1
    this.health.lastError = String(error instanceof Error ? error.message : error).slice(0, 500)
    const { failures } = this.health
    if (isDatabaseAway(error)) {
      if (failures === 1)
        this.log.warn(`Mailroom: ${this.loop.name} waits for the database (${this.health.lastError}).`)
      return backoffMs({ failures, baseMs: 500, capMs: 5_000, random: Math.random() })
    }
    const waitMs = backoffMs({ failures, baseMs: 1_000, capMs: 60_000, random: Math.random() })
    const sentence = `Mailroom: ${this.loop.name} failed (${failures} in a row), tries again in ${Math.ceil(waitMs / 1000)} s`
    this.log.error(sentence, error instanceof Error ? error : new Error(String(error)))
    return waitMs
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
