import { environmentOf } from "../modules/mailroom/options"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { WorkerMode } from "../modules/mailroom/service"
import { RedisJobs } from "./redis-jobs"
import { RedisLink, type RedisState } from "./redis-link"
import { RedisWakes } from "./redis-wakes"
import { SharedPace, useSharedPace } from "./shared-pace"

export type RedisParts = {
  readonly isUp: boolean
  readonly state: RedisState
  close(): Promise<void>
}

/**
 * What Redis does for several processes: wakes them at once, and shows the jobs that are not mails. Null without a `redisUrl`. What is lost with it is found again
 * in Postgres, which alone says what is to be done.
 */
export function startRedis(
  mailroom: Mailroom,
  { role, wakeHere }: { role: WorkerMode; wakeHere: (loop: string) => boolean },
): RedisParts | null {
  const { redisUrl } = mailroom.options
  if (!redisUrl) return null
  const link = new RedisLink(redisUrl, mailroom.log)
  const isWorker = role !== "server"
  let isClosed = false
  const parts: { close(): Promise<void> }[] = []
  const begin = async () => {
    const prefix = await prefixOf(mailroom)
    if (isClosed) return
    useSharedPace(mailroom, new SharedPace(link, prefix))
    parts.push(new RedisWakes({ link, prefix, wakes: mailroom.wakes, wakeHere, isWorker }))
    if (isWorker) parts.push(new RedisJobs(mailroom, { link, prefix }))
  }
  begin().catch((error: unknown) => {
    const cause = error instanceof Error ? error : new Error(String(error))
    mailroom.log.error("Mailroom: Redis is not used, workers find their work by looking", cause)
  })
  return {
    get isUp() {
      return link.isUp
    },
    get state() {
      return link.state
    },
    async close() {
      isClosed = true
      await Promise.all(parts.map((part) => part.close()))
      link.close()
    },
  }
}

/** Shops that share a Redis must not wake each other: each has its own keys. In braces, so that a cluster keeps them together. */
export async function prefixOf({ options, keyring }: Mailroom): Promise<string> {
  return `{${options.redisPrefix ?? `mailroom:${await keyring.installationMark(environmentOf(options))}`}}`
}
