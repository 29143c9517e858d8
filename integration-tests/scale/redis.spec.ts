import { anOrder } from "../support/shop"
import { describeWithRedis, startRedisServer, tellWithoutRedis, type RedisServer } from "../support/redis"
import { openPair, type Pair } from "./server-and-worker"

const NEVER_MS = 3_600_000
const TESTS = 3

tellWithoutRedis(TESTS)

const until = async (isTrue: () => boolean) => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describeWithRedis("with Redis", () => {
  let redis: RedisServer
  let pair: Pair
  beforeAll(async () => {
    redis = await startRedisServer()
    pair = await openPair({ redisUrl: redis.url, lookMs: NEVER_MS })
  })
  afterAll(async () => {
    await pair.close()
    await redis.stop()
  })

  const tell = async () => {
    const order = anOrder()
    pair.shop.orders_.set(order.context.id, order)
    await pair.server.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
  }

  /** An order is told to the server process; resolves when its receipt has left from the worker. */
  const receipt = async () => {
    const before = pair.sink.mails.length
    await tell()
    await pair.sink.received(before + 1)
  }

  const aboutRedis = () => pair.said.filter((line) => line.includes("Redis is"))

  it("a receipt of the server process leaves from a worker that was woken, not one that looked", async () => {
    await receipt()
    await receipt()
  })

  it("a worker is woken again when Redis was killed and is back, empty", async () => {
    await redis.kill()
    await until(() => pair.said.some((line) => line.includes("Redis is away")))
    // Nobody waits for Redis, and nothing fails; what nobody was told of is found when it is back.
    await tell()
    await redis.start()
    await pair.sink.received(3)
    await receipt()
    await until(() => aboutRedis().length === 4)
    expect(aboutRedis().filter((line) => line.includes("is away"))).toHaveLength(2)
  })

  it("a stopped Redis holds up nobody", async () => {
    redis.signal("SIGSTOP")
    await tell()
    redis.signal("SIGCONT")
    await receipt()
  })
})
