import { RedisLink } from "../../src/runtime/redis-link"
import { SharedPace, type Limit } from "../../src/runtime/shared-pace"
import { describeWithRedis, tellWithoutRedis } from "../support/redis"
import { startRedisServer, type RedisServer } from "../support/redis-server"

/** So long that no test sees its end. */
const WINDOW_SECONDS = 3600
const TIMES = { windowSeconds: WINDOW_SECONDS, waitMs: 60_000 }
/** Of all processes and of each of two, in the whole window. */
const LIMIT: Limit = { total: 20 / WINDOW_SECONDS, share: 10 / WINDOW_SECONDS }

tellWithoutRedis(3)

describeWithRedis("the limit per second, shared by Redis", () => {
  let redis: RedisServer
  const links: RedisLink[] = []
  beforeEach(async () => {
    redis = await startRedisServer()
  })
  afterEach(async () => {
    for (const link of links.splice(0)) link.close()
    await redis.stop()
  })

  const aPace = async () => {
    const link = new RedisLink(redis.url, { info: () => undefined, warn: () => undefined, error: () => undefined })
    links.push(link)
    if (!link.isUp) await new Promise<void>((resolve) => (link.onUp = resolve))
    return { link, pace: new SharedPace(link, "{test}", TIMES) }
  }
  /** Takes up to `most` tokens, waiting for each that is on its way; the pool is empty when none comes. */
  const take = async (pace: SharedPace, most: number): Promise<number> => {
    for (let taken = 0; taken < most;) {
      if (pace.take(LIMIT, () => undefined)) taken += 1
      else if (await pace.isEmpty()) return taken
    }
    return most
  }

  it("gives one process what the other does not use", async () => {
    const { pace } = await aPace()
    expect(await take(pace, 100)).toBe(20)
  })

  it("is one limit for both", async () => {
    const [one, other] = [await aPace(), await aPace()]
    expect(await take(one.pace, 14)).toBe(14)
    // The first one may have fetched one more than it took.
    const rest = await take(other.pace, 100)
    expect([5, 6]).toContain(rest)
  })

  it("is this process's share while Redis is away", async () => {
    const { pace } = await aPace()
    await redis.kill()
    expect(await take(pace, 100)).toBe(10)
    await redis.start()
  })
})
