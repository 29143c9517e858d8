import { fork } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { throwAwayDatabase } from "../../bench/database"
import { planBulk, type Bulk } from "../../bench/plan-bulk"
import { seededRandom } from "./seeded-random"
import { startWorker, TS_NODE, type Worker } from "./worker"

export type KillResult = {
  kills: number
  accepted: number
  lost: number
  duplicates: number
  in_doubt: number
  max_in_doubt_per_kill: number
  connections: number
}

export type KillOptions = { kills: number; messages: number; seed: number; connections?: number; workers?: number }

const PATIENCE_MS = 300_000

/**
 * A newsletter goes out while its workers are killed (SIGKILL) at random moments; then what the server accepted is
 * held against the ledger. Lost: neither accepted nor shown as in doubt. Duplicate: accepted twice.
 */
export async function runKills({
  kills,
  messages,
  seed,
  connections = 5,
  workers: count = 2,
}: KillOptions): Promise<KillResult> {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-kill-"))
  const truth = path.join(folder, "accepted")
  writeFileSync(truth, "")
  const database = await throwAwayDatabase()
  const bulk = await planBulk(database.url)
  const sink = fork(path.join(__dirname, "truth-sink.ts"), [truth], {
    execArgv: TS_NODE,
    env: { ...process.env, NODE_OPTIONS: "" },
  })
  const answer = <T>() => new Promise<T>((resolve) => sink.once("message", (message) => resolve(message as T)))
  const { port } = await answer<{ port: number }>()
  const accepted = async () => {
    const reply = answer<{ accepted: number }>()
    sink.send("count")
    return (await reply).accepted
  }
  const start = () =>
    startWorker({
      databaseUrl: bulk.url,
      leaseSeconds: 5,
      sweepSeconds: 1,
      options: {
        smtpUrl: `smtp://127.0.0.1:${port}?tls=never`,
        baseUrl: "https://shop.example",
        environment: "bench",
        pool: { max: 4 },
        settings: { transport: { connections } },
      },
    })
  const workers: Worker[] = []
  try {
    await bulk.plan(messages)
    await bulk.open()
    for (let n = 0; n < count; n++) workers.push(start())
    const random = seededRandom(seed)
    let worst = 0
    for (const threshold of thresholds(kills, messages, random)) {
      await until(async () => (await accepted()) >= threshold)
      const at = Math.floor(random() * workers.length)
      worst = Math.max(worst, await kill(workers[at]!, bulk))
      workers[at] = start()
    }
    await until(async () => (await waiting(bulk)) === 0)
    for (const worker of workers) {
      worker.process.kill("SIGTERM")
      await worker.ended
    }
    const figures = await compare(bulk, readFileSync(truth, "utf8"))
    return { kills, ...figures, max_in_doubt_per_kill: worst, connections }
  } finally {
    for (const worker of workers) worker.process.kill("SIGKILL")
    sink.disconnect()
    await bulk.close()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Numbers of accepted mails after which the next worker dies, spread by chance over the whole run. */
function thresholds(kills: number, messages: number, random: () => number): number[] {
  return Array.from({ length: kills }, () => Math.floor(random() * messages * 0.95)).sort((a, b) => a - b)
}

/** Kills a worker that is up and says how many mails it had handed over without an answer written down. */
async function kill(worker: Worker, bulk: Bulk): Promise<number> {
  await Promise.race([worker.started, worker.ended])
  worker.process.kill("SIGKILL")
  await worker.ended
  const [row] = await bulk.mailroom.db.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM mailroom.delivery WHERE handed_at IS NOT NULL AND lease_owner LIKE $1`,
    values: [`%:${worker.pid}:%`],
  })
  return row!.n
}

async function waiting({ mailroom }: Bulk): Promise<number> {
  const [row] = await mailroom.db.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM mailroom.delivery`,
    values: [],
  })
  return row!.n
}

async function compare({ mailroom }: Bulk, truth: string) {
  const accepted = new Map<string, number>()
  for (const id of truth.split("\n").filter(Boolean)) accepted.set(id, (accepted.get(id) ?? 0) + 1)
  const ledger = await mailroom.db.query<{ id: string; status: string }>({
    text: `SELECT id, status FROM mailroom.message`,
    values: [],
  })
  const total = [...accepted.values()].reduce((sum, n) => sum + n, 0)
  return {
    accepted: total,
    lost: ledger.filter(({ id, status }) => !accepted.has(id) && status !== "in_doubt").length,
    duplicates: total - accepted.size,
    in_doubt: ledger.filter(({ status }) => status === "in_doubt").length,
  }
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isDone())) {
    if (Date.now() > deadline)
      throw new Error("The run does not come to an end: see the workers' log with MAILROOM_DEBUG=1.")
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
