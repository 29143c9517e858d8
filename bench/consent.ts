import { assembleMailroom } from "../src/modules/mailroom/assemble-mailroom"
import type { Log } from "../src/modules/mailroom/mailroom"
import { createDataSource } from "../src/modules/mailroom/data-source"
import { parseOptions } from "../src/modules/mailroom/options"
import { throwAwayDatabase } from "./database"
import { seedContacts } from "./seed-contacts"

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const say = (line: string) => void process.stderr.write(`${line}\n`)

async function seconds(what: string, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  const took = (performance.now() - from) / 1000
  say(`${what}: ${took.toFixed(1)} s`)
  return Math.round(took * 10) / 10
}

/**
 * The nightly work of consent on a large shop: the two-year rule over all contacts, a basis for everybody who was never
 * asked, and the check of the ledger that comes of it. Last line: JSON.
 *
 * @example node scripts/run-ts.mjs bench/consent.ts 1000000
 */
async function main(contacts: number): Promise<void> {
  const database = await throwAwayDatabase()
  const dataSource = await createDataSource({ url: database.url, poolMax: 4 }).initialize()
  const mailroom = assembleMailroom({ dataSource, options: parseOptions({}).options, log: quiet })
  await seedContacts(mailroom.db, contacts, (made) => say(`${made} contacts`))
  const fade = async () => {
    for (let after: string | null = null; ;) {
      const { last } = await mailroom.fading.refresh(after, 20_000)
      if (last === null) return
      after = last
    }
  }
  const fading_first_s = await seconds("two-year rule, first night", fade)
  const fading_s = await seconds("two-year rule, any other night", fade)
  const audience_s = await seconds("who may I write to", () => mailroom.bases.audience())
  const { total } = await mailroom.bases.record(
    {
      people: "all",
      countries: null,
      basis: "express_doi",
      topicIds: ["mtop_newsletters"],
      agreedOn: "2026-01-01",
      reason: "Measured, not meant.",
      wording: "Yes, please.",
    },
    null,
  )
  const recording_s = await seconds(`a basis for ${total} people`, async () => {
    while (await mailroom.bases.step());
  })
  let chains = 0
  const check_s = await seconds("check of the ledger", async () => {
    chains = (await mailroom.consentCheck.run()).chains
  })
  await dataSource.destroy()
  await database.stop()
  const peak_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${JSON.stringify({ contacts, fading_first_s, fading_s, audience_s, people: total, recording_s, chains, check_s, peak_rss_mb })}\n`,
  )
}

main(Number(process.argv[2] ?? 1_000_000)).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
})
