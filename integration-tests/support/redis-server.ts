import { spawn, type ChildProcess } from "node:child_process"
import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import Redis from "ioredis"
import { freePort } from "./free-port"

const PLACES = [
  process.env.MAILROOM_REDIS_SERVER,
  "/usr/bin/redis-server",
  "/usr/local/bin/redis-server",
  "/opt/homebrew/bin/redis-server",
]

/** The redis-server of this machine, if it has one; MAILROOM_REDIS_SERVER names another. */
export const redisServerPath: string | undefined = PLACES.find((place) => place && existsSync(place))

export type RedisServer = Awaited<ReturnType<typeof startRedisServer>>

/** A Redis of its own that keeps nothing on the disk: whoever kills it finds an empty one. */
export async function startRedisServer() {
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-redis-"))
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess
  const server = {
    url,
    async start(): Promise<void> {
      const options = [
        "--port",
        String(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        folder,
      ]
      child = spawn(redisServerPath!, options, { stdio: "ignore" })
      await server.ask((redis) => redis.ping())
    },
    /** Runs what is asked on a connection of its own, as an operator would. */
    async ask<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
      const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 25 })
      redis.on("error", () => undefined)
      try {
        return await work(redis)
      } finally {
        redis.disconnect()
      }
    },
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    async kill(): Promise<void> {
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGKILL")
      await ended
    },
    async stop(): Promise<void> {
      await server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}
