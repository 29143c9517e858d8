import { isDatabaseAway } from "../modules/mailroom/database"
import type { Log } from "../modules/mailroom/mailroom"
import { backoffMs } from "./backoff"
import type { Loop } from "./loop"

/** What the heartbeat row says of a loop. */
export type LoopHealth = { failures: number; lastError: string | null }

/** Idle turns in a row after which a loop that is told of its work looks less often. */
const PATIENT_AFTER = 10
/** How often it then looks. Not never: a hint may be lost, and what is due later is due without one. */
const PATIENT_MS = 1_000

/**
 * Runs one loop for ever: again at once with `more`, after `everyMs` with `idle`, or when somebody wakes it. A throw is
 * logged and the loop comes back later and later; a database that is away is reported once and waited for.
 */
export class SupervisedLoop {
  readonly health: LoopHealth = { failures: 0, lastError: null }
  private isStopping = false
  private isAsleep = false
  /** Somebody said so while a turn was going on: it may have looked too early. */
  private isAsked = false
  private idleTurns = 0
  private wakeUp: () => void = () => undefined
  private running: Promise<void> = Promise.resolve()

  constructor(
    readonly loop: Loop,
    private readonly log: Log,
    private readonly hooks: { isTold: () => boolean; onWork: () => void } = {
      isTold: () => false,
      onWork: () => undefined,
    },
  ) {}

  start(): void {
    this.running = this.run()
  }

  /** There is work: looks at once, or once more after this turn. One that backs off after an error waits all the same. */
  wake(): void {
    this.isAsked = true
    if (this.isAsleep && this.health.failures === 0) this.wakeUp()
  }

  /** Awaits the turn in flight, then lets the loop go of what it holds. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.wakeUp()
    await this.running
    await this.loop.stop?.()
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      this.isAsked = false
      const waitMs = await this.turn()
      const isWanted = this.isAsked && this.health.failures === 0
      if (!this.isStopping && waitMs > 0 && !isWanted) await this.sleep(waitMs)
    }
  }

  private async turn(): Promise<number> {
    try {
      const turn = await this.loop.turn()
      this.recovered()
      return turn === "more" ? this.worked() : this.idleMs()
    } catch (error) {
      return this.failed(error)
    }
  }

  private worked(): number {
    this.idleTurns = 0
    this.hooks.onWork()
    return 0
  }

  private idleMs(): number {
    this.idleTurns += 1
    const isPatient = this.idleTurns > PATIENT_AFTER && this.hooks.isTold()
    return isPatient ? Math.max(PATIENT_MS, this.loop.everyMs) : this.loop.everyMs
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
    this.isAsleep = true
    return new Promise((resolve) => {
      const awake = () => {
        clearTimeout(timer)
        this.isAsleep = false
        resolve()
      }
      const timer = setTimeout(awake, ms)
      this.wakeUp = awake
    })
  }
}
