/**
 * `npm run bench:segments [-- --contacts 1000000 --purchases 5000000 --explain]`: how long it takes to count a segment (the
 * median of five, of the question in the README) and to put the largest one onto a list. `--explain` prints the plans that
 * docs/segments.md keeps. Filling the shop takes longer than measuring it: with `--keep NAME` (and DB_HOST) it stays for the
 * next run. The last line is JSON.
 */
import { parseArgs } from "node:util"
import { compileMembers } from "../src/core/segments/compile"
import type { Clause, Rule } from "../src/core/segments/rule"
import { createDataSource } from "../src/modules/mailroom/data-source"
import { assembleMailroom } from "../src/modules/mailroom/assemble-mailroom"
import type { Mailroom } from "../src/modules/mailroom/mailroom"
import { limitReading } from "../src/modules/mailroom/sql/segment-members"
import { parseOptions } from "../src/modules/mailroom/options"
import { keptDatabase, throwAwayDatabase } from "./database"
import { seedContacts } from "./seed-contacts"
import { seedPurchases } from "./seed-purchases"
import { seedVisits } from "./seed-visits"

const { values } = parseArgs({
  options: {
    contacts: { type: "string", default: "1000000" },
    purchases: { type: "string", default: "5000000" },
    explain: { type: "boolean", default: false },
    keep: { type: "string" },
  },
})
const contacts = Number(values.contacts)
const purchases = Number(values.purchases)
const ROUNDS = 5

const aRule = (...rules: Clause[]): Rule => ({ version: 1, match: "all", rules })
const boots: Clause = {
  kind: "bought",
  op: "ever",
  what: "category",
  ids: ["pcat_boots"],
  within: { kind: "last", days: 90 },
}
const asleep: Clause = { kind: "mail", op: "not_opened", of: { kind: "last", count: 3 } }
const nearby: Clause = { kind: "profile", field: "country", op: "is", values: ["DE", "AT"] }
const reader: Clause = { kind: "topic", topic_id: "mtop_newsletters", state: "subscribed" }

/** The first is the one that the last line speaks of. */
const RULES: Record<string, Rule> = {
  "boots in 90 days, slept through 3 mailings, DE or AT": aRule(boots, asleep, nearby),
  "boots in 90 days": aRule(boots),
  "never any boots": aRule({ kind: "bought", op: "never", what: "category", ids: ["pcat_boots"] }),
  "subscribed, at least 3 orders, over 200 euros": aRule(
    reader,
    { kind: "orders", measure: "count", op: "at_least", value: 3 },
    { kind: "orders", measure: "net_spend", currency: "eur", op: "more", value: 200 },
  ),
  "boots, or VIP, or nothing ordered for a year": {
    version: 1,
    match: "any",
    rules: [
      boots,
      { kind: "tag", op: "any", tags: ["vip"] },
      { kind: "order_date", which: "last", within: { kind: "longer_ago", days: 365 } },
    ],
  },
  "opened none of those of 60 days": aRule({
    kind: "mail",
    op: "not_opened",
    of: { kind: "any" },
    within: { kind: "last", days: 60 },
  }),
  "looked at boots in 30 days, ordered nothing since": aRule(
    { kind: "visit", op: "has", what: "category", ids: ["pcat_boots"], within: { kind: "last", days: 30 } },
    { kind: "bought", op: "never", what: "anything", within: { kind: "last", days: 30 } },
  ),
  "did not come for 60 days": aRule({
    kind: "visit",
    op: "has_not",
    what: "site",
    within: { kind: "last", days: 60 },
  }),
  champions: aRule({ kind: "rfm", groups: ["champions"] }),
}

async function main(): Promise<void> {
  const database = values.keep ? await keptDatabase(values.keep) : await throwAwayDatabase()
  const dataSource = await createDataSource({ url: database.url, poolMax: 4 }).initialize()
  try {
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
    await run(assembleMailroom({ dataSource, options: parseOptions({}).options, log: quiet }))
  } finally {
    await dataSource.destroy()
    await database.stop()
  }
}

async function run(mailroom: Mailroom): Promise<void> {
  const [shop] = await mailroom.db.query<{ is_empty: boolean }>({
    text: "SELECT NOT EXISTS (SELECT FROM mailroom.visitor) AS is_empty",
    values: [],
  })
  if (shop!.is_empty) await fill(mailroom)
  const rfm = await seconds(() => mailroom.segmentMembers.refreshRfm())
  say(`fifths of all buyers: ${rfm.toFixed(1)} s`)

  let counted = 0
  for (const [name, rule] of Object.entries(RULES)) {
    const { median, count } = await measure(mailroom, rule)
    counted ||= median
    say(`${name}: ${count === null ? "takes too long" : count} in ${median} ms`)
    if (values.explain) say(await planOf(mailroom, rule))
  }

  const run = new Date().toISOString()
  const { id } = await mailroom.segments.create({ kind: "rule", name: `subscribers ${run}`, rule: aRule(reader) }, null)
  const expanded = await seconds(() => mailroom.segmentMembers.copyToList(id, `list ${run}`, null))
  process.stdout.write(
    `${JSON.stringify({ contacts, purchases, count_ms: counted, expand_s: Number(expanded.toFixed(1)) })}\n`,
  )
}

async function fill({ db }: Mailroom): Promise<void> {
  await seedContacts(db, contacts, (made) => say(`${made} contacts`))
  await seedPurchases(db, { contacts, purchases, onProgress: say })
  await seedVisits(db, say)
}

async function measure(mailroom: Mailroom, rule: Rule): Promise<{ median: number; count: number | null }> {
  const found = []
  for (let round = 0; round < ROUNDS; round++) found.push(await mailroom.segmentMembers.count(rule, 60_000))
  const times = found.map(({ ms }) => ms).sort((a, b) => a - b)
  return { median: times[Math.floor(ROUNDS / 2)]!, count: found[0]!.count }
}

async function planOf({ db }: Mailroom, rule: Rule): Promise<string> {
  const clock = { now: new Date(), timeZone: "UTC" }
  const { text, values: given } = compileMembers({ kind: "rule", rule }, { clock, segments: new Map() })
  return db.transaction(async (tx) => {
    await tx.query(limitReading(60_000))
    const lines = await tx.query<{ "QUERY PLAN": string }>({
      text: `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) SELECT count(*) FROM (${text}) member`,
      values: given,
    })
    return lines.map((line) => line["QUERY PLAN"]).join("\n")
  })
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const say = (text: string) => process.stdout.write(`${text}\n`)

main().catch((error) => {
  process.stderr.write(`${error.stack ?? error}\n`)
  process.exit(1)
})
