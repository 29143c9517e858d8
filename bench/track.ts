/**
 * `npm run bench:track [-- --seconds 5 --rounds 3 --connections 32]`: opens and clicks per second through a whole Medusa
 * store, beside a bare Medusa route that answers the same picture. At the end the store is killed (kill -9) under load,
 * and every answer that said "stored" is looked for in the database. The last line is JSON.
 */
import { parseArgs } from "node:util"
import { onOwnDatabase, say } from "./runner"
import { load, type Answered, type LoadResult } from "./load"
import { migrateStore, removeStore, startStore, writeStore } from "./track-store"
import { openTrackedMails, type TrackedMails } from "./tracked-mails"

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    connections: { type: "string", default: "32" },
    mails: { type: "string", default: "60000" },
    port: { type: "string", default: "9471" },
  },
})
const seconds = Number(values.seconds)
const connections = Number(values.connections)
const port = Number(values.port)

/** The routes wait this long for the shared insert: whoever was answered sooner was told that it is stored. */
const STORED_BEFORE_MS = 250

async function run(databaseUrl: string): Promise<void> {
  writeStore()
  say("migrating the store")
  await migrateStore(databaseUrl)
  const tracked = await openTrackedMails(databaseUrl, Number(values.mails))
  say("starting the store")
  let store = await startStore(databaseUrl, port)
  const answered = { open: new Map<string, number>(), click: new Map<string, number>() }
  await measure({ ...BARE, seconds: 2 })
  await measure({ ...tracks(tracked, "open", answered), seconds: 2 })

  const results = { bare: [] as LoadResult[], open: [] as LoadResult[], click: [] as LoadResult[] }
  for (let round = 1; round <= Number(values.rounds); round++) {
    results.bare.push(await measure(BARE))
    results.open.push(await measure(tracks(tracked, "open", answered)))
    results.click.push(await measure(tracks(tracked, "click", answered)))
    say(
      `round ${round}: ${["bare", "open", "click"].map((kind) => `${kind} ${describe(results[kind as "bare"].at(-1)!)}`).join(", ")}`,
    )
  }

  say("killing the store under load")
  const kill = setTimeout(() => void store.kill(), 2_000)
  const underKill = await measure({ ...tracks(tracked, "open", answered), seconds: 4 })
  clearTimeout(kill)
  say(`${underKill.requests} asked, ${underKill.failed} connections cut`)
  store = await startStore(databaseUrl, port)
  const lost = (await missing(tracked, answered.open, "open")) + (await missing(tracked, answered.click, "click"))

  await store.kill()
  await tracked.close()
  const median = (list: LoadResult[], of: (one: LoadResult) => number) =>
    list.map(of).sort((a, b) => a - b)[Math.floor(list.length / 2)]!
  const bare = median(results.bare, (one) => one.perSecond)
  const open = median(results.open, (one) => one.perSecond)
  process.stdout.write(
    `${JSON.stringify({
      open_per_s: Math.round(open),
      click_per_s: Math.round(median(results.click, (one) => one.perSecond)),
      bare_per_s: Math.round(bare),
      ratio: Number((open / bare).toFixed(2)),
      p99_ms: Number(
        Math.max(
          median(results.open, (one) => one.p99),
          median(results.click, (one) => one.p99),
        ).toFixed(1),
      ),
      lost,
    })}\n`,
  )
}

type Measured = { path: (n: number) => string; onAnswer?: (n: number, answered: Answered) => void; seconds?: number }

const BARE: Measured = { path: () => "/bare/x.gif" }

let asked = 0

/** Another mail with each request: readers open their own. Counts, per mail, the answers that said "stored". */
function tracks(
  { mails }: TrackedMails,
  kind: "open" | "click",
  answered: Record<"open" | "click", Map<string, number>>,
): Measured {
  const from = asked
  const mailOf = (n: number) => mails[(from + n) % mails.length]!
  return {
    path: (n) => {
      asked++
      return mailOf(n)[kind]
    },
    onAnswer: (n, { status, ms }) => {
      if (ms >= STORED_BEFORE_MS || (status !== 200 && status !== 302)) return
      const { id } = mailOf(n)
      answered[kind].set(id, (answered[kind].get(id) ?? 0) + 1)
    },
  }
}

function measure(measured: Measured): Promise<LoadResult> {
  return load({ port, connections, ...measured, seconds: measured.seconds ?? seconds })
}

async function missing(tracked: TrackedMails, answered: Map<string, number>, kind: "open" | "click"): Promise<number> {
  const stored = await tracked.stored(kind)
  return [...answered].reduce((sum, [id, n]) => sum + Math.max(0, n - (stored.get(id) ?? 0)), 0)
}

const describe = ({ perSecond, p50, p99 }: LoadResult) =>
  `${Math.round(perSecond)}/s (p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms)`

onOwnDatabase(run, removeStore)
