/** A process that runs the engine of automations and carries its effects out, beside a shop in a few tables. */
import { assembleMailroom } from "../../src/modules/mailroom/assemble-mailroom"
import { createDataSource } from "../../src/modules/mailroom/data-source"
import type { Mailroom } from "../../src/modules/mailroom/mailroom"
import { parseOptions } from "../../src/modules/mailroom/options"
import { automationClock } from "../../src/runtime/automation-clock"
import { effectLoop } from "../../src/runtime/effects/effect-loop"
import { startRuntime } from "../../src/runtime/start"
import { aShop } from "../support/shop"

const say = (text: string) => void process.stderr.write(`${text}\n`)
const log = { info: say, warn: say, error: (text: string, error?: Error) => say(`${text} ${error?.stack ?? ""}`) }

/** Medusa's promise, and no more: a code is there once. It answers a moment later than it has done it. */
function mintIn({ db }: Mailroom) {
  return async (codes: { code: string }[]) => {
    await db.query({
      text: `INSERT INTO minted (code) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`,
      values: [codes.map(({ code }) => code)],
    })
    return codes.map(({ code }) => ({ code, id: `promo_${code}` }))
  }
}

async function main({ databaseUrl }: { databaseUrl: string }): Promise<void> {
  const { options } = parseOptions({ baseUrl: "https://shop.example", environment: "bench", pool: { max: 6 } })
  const dataSource = await createDataSource({ url: databaseUrl, poolMax: options.pool.max }).initialize()
  const mailroom = assembleMailroom({ dataSource, options, log })
  const shop = aShop()
  mailroom.shop = { ...shop, promotions: { ...shop.promotions, mint: mintIn(mailroom) } }
  startRuntime(mailroom, { role: "worker", loops: [automationClock(mailroom), effectLoop(mailroom)] })
  process.stdout.write(`${JSON.stringify({ event: "started", pid: process.pid })}\n`)
}

main(JSON.parse(process.argv[2]!) as { databaseUrl: string }).catch((error: unknown) => {
  say(String(error))
  process.exit(1)
})
