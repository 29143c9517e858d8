import Redis, { type RedisOptions } from "ioredis"
import type { Log } from "../modules/mailroom/mailroom"

/** What the heartbeat row says of Redis as this process sees it. */
export type RedisState = {
  is_up: boolean
  last_error: string | null
  /** Redis may throw keys away when its memory is full. Mailroom loses nothing by it; jobs vanish from the dashboard for a moment. */
  may_evict: boolean
}

const PULSE_MS = 5_000
/** Nothing of Mailroom waits for Redis; what takes longer has failed. */
const COMMAND_MS = 1_000
const LONGEST_PAUSE_MS = 5_000

/**
 * The connection to Redis, which may be away at any time. Its commands fail instead of waiting; that Redis went and that it
 * came back is said once each.
 */
export class RedisLink {
  readonly client: Redis
  private readonly others: Redis[] = []
  private readonly pulse: NodeJS.Timeout
  private isUpNow = false
  private wasSaid = false
  private lastError: string | null = null
  private mayEvict = false

  /** Called whenever Redis is there (again): hints were lost meanwhile. */
  onUp: () => void = () => undefined

  constructor(
    private readonly url: string,
    private readonly log: Log,
  ) {
    this.client = this.connect({ enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: COMMAND_MS })
    this.client.on("ready", () => void this.feel())
    this.client.on("close", () => this.gone("the connection was closed"))
    this.pulse = setInterval(() => void this.feel(), PULSE_MS)
    this.pulse.unref()
  }

  get isUp(): boolean {
    return this.isUpNow
  }

  get state(): RedisState {
    return { is_up: this.isUpNow, last_error: this.lastError, may_evict: this.mayEvict }
  }

  /** A connection for those who wait for what Redis says (BullMQ's workers); it comes back by itself. */
  waiting(): Redis {
    const made = this.connect({ maxRetriesPerRequest: null })
    this.others.push(made)
    return made
  }

  close(): void {
    clearInterval(this.pulse)
    this.wasSaid = true
    for (const one of [this.client, ...this.others]) one.disconnect()
  }

  private connect(options: RedisOptions): Redis {
    const made = new Redis(this.url, {
      connectTimeout: LONGEST_PAUSE_MS,
      retryStrategy: (times) => Math.min(100 * times, LONGEST_PAUSE_MS),
      ...options,
    })
    made.on("error", (error) => this.note(error))
    return made
  }

  /** A server that is stopped keeps its connections open: only an answer says that it lives. */
  private async feel(): Promise<void> {
    if (this.client.status !== "ready") return
    try {
      const memory = await this.client.info("memory")
      this.mayEvict = /maxmemory:[1-9]/.test(memory) && !/maxmemory_policy:noeviction/.test(memory)
      this.here()
    } catch (error) {
      this.note(error)
      this.gone(this.lastError!)
    }
  }

  private here(): void {
    if (!this.isUpNow && this.wasSaid) this.log.info("Mailroom: Redis is back; workers are woken at once again.")
    const wasUp = this.isUpNow
    this.isUpNow = true
    this.wasSaid = false
    this.lastError = null
    if (!wasUp) this.onUp()
  }

  private gone(why: string): void {
    this.isUpNow = false
    if (this.wasSaid) return
    this.wasSaid = true
    this.log.warn(
      `Mailroom: Redis is away (${this.lastError ?? why}). Nothing is lost; workers find their work by looking.`,
    )
  }

  private note(error: unknown): void {
    this.lastError = (error instanceof Error ? error.message : String(error)).slice(0, 200)
  }
}
