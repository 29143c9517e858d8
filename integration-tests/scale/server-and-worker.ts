import type { CompiledTemplate } from "../../src/core/templates/contexts"
import { createDataSource } from "../../src/modules/mailroom/data-source"
import { assembleMailroom } from "../../src/modules/mailroom/assemble-mailroom"
import type { Log, Mailroom } from "../../src/modules/mailroom/mailroom"
import { parseOptions } from "../../src/modules/mailroom/options"
import type { Loop } from "../../src/runtime/loop"
import { allLoops } from "../../src/runtime/loops"
import { startRuntime } from "../../src/runtime/start"
import { createMailroomDatabase } from "../support/database"
import { aShop } from "../support/shop"
import { startSmtpSink } from "../support/smtp-sink"

const CONTENT: CompiledTemplate = {
  subject: "Your order",
  preheader: "",
  html: "<p>Thank you</p>",
  plain: "Thank you",
  links: [],
  variables: [],
}

/** Loops of a receipt's way; in the worker they look by themselves only every so often. */
const WAY = new Set(["triggers", "automation-clock", "dispatcher"])

export type Pair = Awaited<ReturnType<typeof openPair>>

/**
 * A server process, which only writes down, and a worker process, which works off, as two Mailrooms with a pool each: what
 * they share is the database and Redis. The worker's loops look every `lookMs`, so that a test can tell being woken from
 * having looked.
 */
export async function openPair({
  redisUrl,
  lookMs,
  database: given,
}: {
  redisUrl: string | false
  lookMs: number
  database?: { url: string; drop: () => Promise<void> }
}) {
  const database = given ?? (await createMailroomDatabase())
  const sink = await startSmtpSink()
  const said: string[] = []
  const log: Log = {
    info: (line) => said.push(line),
    warn: (line) => said.push(line),
    error: (line) => said.push(line),
  }
  const open = async () => {
    const { options } = parseOptions({
      redisUrl,
      smtpUrl: `${sink.url}?tls=never`,
      baseUrl: "https://shop.example",
      environment: "test",
    })
    const dataSource = await createDataSource({ url: database.url, poolMax: 5 }).initialize()
    return assembleMailroom({ dataSource, options, log })
  }
  const server = await open()
  const worker = await open()
  const shop = aShop()
  worker.shop = shop
  await prepare(server)
  const looking = (loop: Loop): Loop => Object.assign(Object.create(loop) as Loop, { everyMs: lookMs })
  const loops = allLoops(worker)
    .filter(({ name }) => WAY.has(name))
    .map(looking)
  const runtimes = [
    startRuntime(server, { role: "server", loops: [] }),
    startRuntime(worker, { role: "worker", loops }),
  ]
  return {
    server,
    worker,
    shop,
    sink,
    said,
    async close(): Promise<void> {
      await Promise.all(runtimes.map((runtime) => runtime.stop()))
      for (const { db } of [server, worker]) await db.dataSource.destroy()
      await sink.close()
      await database.drop()
    },
  }
}

async function prepare(mailroom: Mailroom): Promise<void> {
  await mailroom.senders.ensureDefault({ shopName: "Shop", locale: "en" })
  await mailroom.senders.update("msnd_default", {
    from_email: "hello@shop.example",
    postal_address: "1 High Street, Springfield",
  })
  await mailroom.templates.syncBuiltins(async () => CONTENT, { locales: ["en"] })
  await mailroom.automations.ensureBuiltins({ storeHasOrders: false })
}
