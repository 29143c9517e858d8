import { Queue } from "bullmq"
import Redis from "ioredis"
import { JOBS_QUEUE } from "../../src/runtime/redis-jobs"
import { prefixOf } from "../../src/runtime/redis"
import { openNewsletterRun } from "../kill/newsletter-run"
import { anOrder } from "../support/shop"
import { describeWithRedis, tellWithoutRedis } from "../support/redis"
import { startRedisServer, type RedisServer } from "../support/redis-server"
import { openPair, type Pair } from "./server-and-worker"

const NEVER_MS = 3_600_000
const TESTS = 6

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

  describe("a job that is not a mail", () => {
    let queue: Queue
    let client: Redis
    beforeAll(async () => {
      client = new Redis(redis.url)
      queue = new Queue(JOBS_QUEUE, { connection: client, prefix: await prefixOf(pair.worker) })
    })
    afterAll(async () => {
      await queue.close()
      client.disconnect()
    })

    const sql = (text: string) => pair.server.db.query({ text, values: [] })
    const job = () => queue.getJob("import-mimp_1")
    const comes = async (state: string) => {
      for (;;) {
        const one = await job()
        if (one && (await one.getState()) === state) return one
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }

    it("is seen in Redis with its row's progress, is there again when Redis forgot it, and ends with the row", async () => {
      await sql(
        `INSERT INTO mailroom.import (id, kind, file_name, state, rows, position) VALUES ('mimp_1', 'contacts', 'people.csv', 'running', 200, 50)`,
      )
      expect((await comes("active")).name).toBe("import: people.csv")
      await redis.ask((one) => one.flushall())
      await comes("active")
      while (JSON.stringify((await job())?.progress) !== JSON.stringify({ step: "running", done: 50, total: 200 }))
        await new Promise((resolve) => setTimeout(resolve, 50))
      await sql(`UPDATE mailroom.import SET state = 'done', position = 200, finished_at = mailroom.now()`)
      expect((await comes("completed")).returnvalue).toEqual({ state: "done", done: 200, total: 200 })
    })

    it("that is retried in a dashboard begins again in its row", async () => {
      const rows = await pair.server.db.query<{ id: string }>({
        text: `INSERT INTO mailroom.effect (idempotency_key, automation_id, node, visit, kind, settings)
               VALUES ('key', 'mauto_1', 'n1', 0, 'webhook', '{}') RETURNING id`,
        values: [],
      })
      const id = `effect-${rows[0]!.id}`
      const state = async () => (await queue.getJob(id))?.getState()
      while ((await state()) !== "active") await new Promise((resolve) => setTimeout(resolve, 50))
      await sql(`UPDATE mailroom.effect SET state = 'failed', last_error = 'The server answered 500.'`)
      while ((await state()) !== "failed") await new Promise((resolve) => setTimeout(resolve, 50))
      const failed = await queue.getJob(id)
      expect(failed!.failedReason).toBe("The server answered 500.")
      await failed!.retry()
      const key = { kind: "effect", rowId: rows[0]!.id } as const
      while ((await pair.server.jobs.find(key))?.state !== "running")
        await new Promise((resolve) => setTimeout(resolve, 50))
      expect(await state()).toBe("active")
    })
  })
})

describeWithRedis("a newsletter whose Redis has every trouble there is", () => {
  it("reaches everybody once", async () => {
    const redis = await startRedisServer()
    const run = await openNewsletterRun({ connections: 5 })
    const have = async (share: number) => run.until(async () => (await run.accepted()) >= share)
    try {
      const workers = [1, 2].map(() => run.start({ options: { redisUrl: redis.url } }))
      await Promise.all(workers.map(({ started }) => started))
      await run.bulk.plan(600)
      await run.bulk.open()
      await have(60)
      await redis.ask((one) => one.flushall())
      await have(150)
      // Full: first it throws keys away, then it takes none.
      await redis.ask((one) => one.config("SET", "maxmemory", "1mb", "maxmemory-policy", "allkeys-lru"))
      await have(240)
      await redis.ask((one) => one.config("SET", "maxmemory", "1", "maxmemory-policy", "noeviction"))
      await have(330)
      redis.signal("SIGSTOP")
      await have(420)
      redis.signal("SIGCONT")
      await have(480)
      await redis.kill()
      await have(540)
      await redis.start()
      await run.until(run.isOver)
      await Promise.all(workers.map((worker) => worker.stop()))
      expect(await run.compare()).toEqual({ accepted: 600, lost: 0, duplicates: 0, in_doubt: 0 })
    } finally {
      await run.close()
      await redis.stop()
    }
  }, 180_000)
})
