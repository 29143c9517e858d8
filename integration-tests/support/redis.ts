import { redisServerPath } from "./redis-server"

/** Tests that need a Redis; left out, and said so by `tellWithoutRedis`, where there is none. */
export const describeWithRedis = redisServerPath ? describe : describe.skip

export function tellWithoutRedis(tests: number): void {
  if (!redisServerPath)
    process.stderr.write(
      `SKIPPED: ${tests} tests with Redis. There is no redis-server here; install one or name it by MAILROOM_REDIS_SERVER.\n`,
    )
}
