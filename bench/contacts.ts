/**
 * `npm run bench:contacts [-- --contacts 1000000 --import 200000 --rounds 300 --mails 60000]`: what a shop with a million
 * contacts waits for. Beside them a file of 200,000 is imported (uploaded, checked, imported with consent and a topic); pages
 * of the list and searches are timed; and people leave by one click, through a whole Medusa store, while that store sends a
 * mailing. The last line is JSON.
 */
import { Readable } from "node:stream"
import { parseArgs } from "node:util"
import { importPlanSchema } from "../src/core/contacts/import-plan"
import { EVERYBODY, type ContactFilter } from "../src/core/reports/contact-filter"
import { mintToken, signingKeyOf } from "../src/core/tracking/tokens"
import type { Mailroom } from "../src/modules/mailroom/mailroom"
import { IMPORT_PACE } from "../src/runtime/imports"
import { onOwnDatabase, say } from "./runner"
import { planBulk, type Bulk } from "./plan-bulk"
import { seedContacts } from "./seed-contacts"
import { startSink } from "./start-sink"
import { migrateStore, removeStore, startStore, writeStore } from "./track-store"

const { values } = parseArgs({
  options: {
    contacts: { type: "string", default: "1000000" },
    import: { type: "string", default: "200000" },
    rounds: { type: "string", default: "300" },
    mails: { type: "string", default: "60000" },
    port: { type: "string", default: "9478" },
  },
})
const contacts = Number(values.contacts)
const rounds = Number(values.rounds)

function quantile(times: number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN).toFixed(1))
}

const figures = (times: number[]) =>
  `p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms, ${times.length} times`

/** A file as other services export it, made while it is read. */
function* fileOf(rows: number): Generator<Buffer> {
  yield Buffer.from("Email,First Name,Last Name,Country,Tags,Signup date\n")
  for (let from = 0; from < rows; from += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - from) }, (_, n) => {
      const i = from + n
      return `new.person.${i}@host${i % 1000}.example.com,Ada${i % 300},Lovelace${i % 700},DE,"vip,x${i % 5}",2025-0${1 + (i % 9)}-11\n`
    })
    yield Buffer.from(lines.join(""))
  }
}

async function importRate({ imports }: Mailroom, rows: number): Promise<number> {
  const file = Readable.from(fileOf(rows))
  const drain = async () => {
    while (await imports.advance(IMPORT_PACE));
  }
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<{ answer: T; perSecond: number }> => {
    const began = performance.now()
    const answer = await work()
    const perSecond = (rows * 1000) / (performance.now() - began)
    say(`${what}: ${Math.round(perSecond)} rows/s`)
    return { answer, perSecond }
  }
  const { answer } = await timed("upload", () =>
    imports.upload(file, { kind: "contacts", fileName: "new.csv", by: null }),
  )
  const agreement = { basis: "express_doi", wording: "Yes, write to me.", date: "2025-01-01" }
  const plan = { columns: answer.suggestion.columns, status: "subscribed", topicIds: ["mtop_newsletters"], agreement }
  await imports.check(answer.id, importPlanSchema.parse(plan))
  await timed("dry run", drain)
  await imports.start(answer.id)
  const { perSecond } = await timed("import", drain)
  const { result } = await imports.get(answer.id)
  if (result.subscribed !== rows) throw new Error(`Only ${result.subscribed} of ${rows} were imported.`)
  return perSecond
}

/** First and deep pages, of everybody and of the filters that people use. */
async function listTimes({ contactList }: Mailroom): Promise<number[]> {
  const filters: Partial<ContactFilter>[] = [
    {},
    { state: "active" },
    { state: "unsubscribed" },
    { state: "bounced" },
    { topicId: "mtop_promotions" },
    { tag: "vip" },
    { country: "IT" },
  ]
  const times: number[] = []
  const cursors = new Map<number, string | null>()
  for (let n = 0; n < rounds; n++) {
    const at = n % filters.length
    const began = performance.now()
    const { next_cursor } = await contactList.page(
      { ...EVERYBODY, ...filters[at] },
      { limit: 25, cursor: cursors.get(at) ?? null },
    )
    times.push(performance.now() - began)
    cursors.set(at, next_cursor)
  }
  return times
}

/** Any part of an address or a name: common, rare, two words, nobody. */
async function searchTimes({ contactList }: Mailroom): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < rounds; n++) {
    const some = 1 + ((n * 7919) % contacts)
    const words = [
      `${some}@`,
      "lovelace",
      "muller",
      `ada ${some}`,
      "gmail",
      "nobody-has-this",
      `.${some}`,
      "müller jürgen",
      "icloud",
    ]
    const began = performance.now()
    await contactList.page({ ...EVERYBODY, q: words[n % words.length]! }, { limit: 25 })
    times.push(performance.now() - began)
  }
  return times
}

/** One click each, by people of the mailing that is under way, a few at a time. */
async function oneClickTimes(bulk: Bulk, port: number): Promise<number[]> {
  const key = signingKeyOf(await bulk.mailroom.keyring.signingKeys())
  const people = await bulk.mailroom.db.query<{ id: string }>({
    text: `SELECT id FROM mailroom.message WHERE source_id = 'mmlg_bench' ORDER BY idempotency_key LIMIT $1`,
    values: [rounds * 4],
  })
  const times: number[] = []
  const leave = async (id: string) => {
    const began = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}/mailroom/u/${mintToken({ key, type: "u", messageId: id })}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`A one-click POST was answered ${answer.status}: ${text.slice(0, 200)}`)
    times.push(performance.now() - began)
  }
  const lanes = Array.from({ length: 4 }, (_, lane) => people.filter((_, n) => n % 4 === lane))
  await Promise.all(
    lanes.map(async (lane) => {
      for (const { id } of lane) await leave(id)
    }),
  )
  return times
}

async function underMailing(bulk: Bulk, databaseUrl: string): Promise<number[]> {
  const sink = await startSink()
  const port = Number(values.port)
  writeStore({
    options: {
      baseUrl: "https://shop.example",
      environment: "bench",
      smtpUrl: `smtp://127.0.0.1:${sink.port}?tls=never`,
    },
    routes: ["mailroom/u/[token]"],
  })
  say("planning the mailing, starting the store")
  await bulk.plan(Number(values.mails))
  const store = await startStore(databaseUrl, port)
  try {
    const waiting = async () =>
      (
        await bulk.mailroom.db.query<{ n: number }>({
          text: "SELECT count(*)::int AS n FROM mailroom.delivery",
          values: [],
        })
      )[0]!.n
    await bulk.open()
    const before = await waiting()
    const deadline = performance.now() + 120_000
    while ((await waiting()) === before) {
      if (performance.now() > deadline) throw new Error("The store sends nothing: see .cache/bench-store.log.")
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const times = await oneClickTimes(bulk, port)
    const left = await waiting()
    say(`one click, ${left} mails still waiting at the end: ${figures(times)}, p95 ${quantile(times, 0.95)} ms`)
    if (left === 0) say("the mailing was over before the last click: give more --mails")
    return times
  } finally {
    await store.kill()
    sink.stop()
  }
}

async function run(databaseUrl: string): Promise<void> {
  writeStore()
  say("migrating the store")
  await migrateStore(databaseUrl)
  const bulk = await planBulk(databaseUrl)
  try {
    say(`making ${contacts} contacts`)
    await seedContacts(bulk.mailroom.db, contacts)
    const rate = await importRate(bulk.mailroom, Number(values.import))
    await bulk.mailroom.db.query({
      text: "VACUUM ANALYZE mailroom.contact, mailroom.contact_address, mailroom.contact_search, mailroom.subscription",
      values: [],
    })
    await listTimes(bulk.mailroom)
    const list = await listTimes(bulk.mailroom)
    say(`list: ${figures(list)}`)
    const search = await searchTimes(bulk.mailroom)
    say(`search: ${figures(search)}`)
    const oneClick = await underMailing(bulk, databaseUrl)
    say(
      JSON.stringify({
        contacts,
        import_rows_per_s: Math.round(rate),
        list_p99_ms: quantile(list, 0.99),
        search_p99_ms: quantile(search, 0.99),
        one_click_p95_ms: quantile(oneClick, 0.95),
      }),
    )
  } finally {
    await bulk.close()
  }
}

onOwnDatabase(run, removeStore)
