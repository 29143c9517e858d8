import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { RedisLink } from "./redis-link"

/** The limit per second: of all processes together, and this one's equal share of it, which Postgres knows (heartbeats). */
export type Limit = { total: number; share: number }

/** Tokens fetched at once: a twentieth of a second's worth. */
const PART = 20
/** Later than this an answer of Redis is not waited for; the share is what this process may send in any case. */
const WAIT_MS = 50
const UNSURE_MS = 1_000

/**
 * The limit per second out of one pool in Redis: what one process does not use is the others'. Tokens are fetched before
 * they are needed, and nobody waits for Redis: without its answer this process has its share, as without Redis.
 */
export class SharedPace {
  private hand = { tokens: 0, until: -Infinity }
  private refusedUntil = -Infinity
  private fetching?: Promise<void>
  private made?: { of: string; pool: RateLimiterRedis; share: RateLimiterMemory }

  constructor(
    private readonly link: RedisLink,
    private readonly prefix: string,
    private readonly times = { windowSeconds: 1, waitMs: WAIT_MS },
  ) {}

  /** Takes one token. False: there is none now; `onMore` is called when it is worth asking again. */
  take(limit: Limit, onMore: () => void): boolean {
    const now = performance.now()
    if (now >= this.hand.until) this.hand.tokens = 0
    if (this.hand.tokens > 0) {
      this.hand.tokens -= 1
      if (this.hand.tokens < partOf(limit) / 2) void this.fetch(limit)
      return true
    }
    void this.fetch(limit).then(() => {
      if (this.hand.tokens > 0) onMore()
      else setTimeout(onMore, Math.max(1, this.refusedUntil - performance.now()))
    })
    return false
  }

  /** After what is on its way has come: whether the window has no more for this process. */
  async isEmpty(): Promise<boolean> {
    await this.fetching
    return this.hand.tokens === 0 && performance.now() < this.refusedUntil
  }

  private fetch(limit: Limit): Promise<void> {
    if (performance.now() < this.refusedUntil) return Promise.resolve()
    this.fetching ??= this.ask(limit).finally(() => (this.fetching = undefined))
    return this.fetching
  }

  private async ask(limit: Limit): Promise<void> {
    const { pool, share } = this.limitersFor(limit)
    const part = partOf(limit)
    try {
      const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), this.times.waitMs))
      const answer = await Promise.race([pool.consume("second", part), late])
      const given = answer === "late" ? await share.consume("second", 1) : answer
      this.hand.tokens += answer === "late" ? 1 : part
      this.hand.until = performance.now() + given.msBeforeNext
    } catch (refused) {
      // What fails in Redis goes to the share's own limiter; whatever else there may be is no reason to send without limit.
      const waitMs = refused instanceof RateLimiterRes ? refused.msBeforeNext : UNSURE_MS
      this.refusedUntil = performance.now() + waitMs
    }
  }

  private limitersFor({ total, share }: Limit) {
    const of = `${total}/${share}`
    if (this.made?.of === of) return this.made
    // Less than one a second: one in so many seconds.
    const own = new RateLimiterMemory({
      points: Math.max(1, Math.floor(share * this.times.windowSeconds + 1e-9)),
      duration: Math.max(this.times.windowSeconds, Math.ceil(1 / share - 1e-9)),
    })
    const pool = new RateLimiterRedis({
      storeClient: this.link.client,
      keyPrefix: `${this.prefix}:pace`,
      points: Math.max(1, Math.round(total * this.times.windowSeconds)),
      duration: this.times.windowSeconds,
      rejectIfRedisNotReady: true,
      insuranceLimiter: own,
    })
    this.made = { of, pool, share: own }
    return this.made
  }
}

const partOf = ({ total }: Limit): number => Math.max(1, Math.floor(total / PART))

const paces = new WeakMap<Mailroom, SharedPace>()

/** Undefined without Redis: then each process keeps to its share by itself. */
export const sharedPaceOf = (mailroom: Mailroom): SharedPace | undefined => paces.get(mailroom)

export const useSharedPace = (mailroom: Mailroom, pace: SharedPace): void => void paces.set(mailroom, pace)
