import { fork } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { throwAwayDatabase } from "../../bench/database"
import { planBulk, type Bulk } from "../../bench/plan-bulk"
import { startWorker, TS_NODE, type Worker } from "./worker"

export type NewsletterRun = Awaited<ReturnType<typeof openNewsletterRun>>

/** What the mail server accepted, held against the ledger. Lost: neither accepted nor shown as in doubt. Duplicate: accepted twice. */
export type Comparison = { accepted: number; lost: number; duplicates: number; in_doubt: number }

export type WorkerWishes = {
  /** Options of the plugin beside those that every worker of the run has. */
  options?: Record<string, unknown>
  /** The process's own clock is wrong by so much. */
  clockOffMs?: number
}

const PATIENCE_MS = 300_000

/**
 * A newsletter on a database of its own, a mail server that syncs what it accepts to the disk before it says so, and
 * worker processes on demand, whose leases are short (5 s, swept each second), so that trouble shows soon.
 */
export async function openNewsletterRun({ connections }: { connections: number }) {
  const folder = mkdtempSync(path.join(tmpdir(), "mailroom-run-"))
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
  const workers = new Set<Worker>()

  const run = {
    bulk,
    async accepted(): Promise<number> {
      const reply = answer<{ accepted: number }>()
      sink.send("count")
      return (await reply).accepted
    },
    start({ options, clockOffMs = 0 }: WorkerWishes = {}): Worker {
      const given = {
        databaseUrl: bulk.url,
        leaseSeconds: 5,
        sweepSeconds: 1,
        options: {
          smtpUrl: `smtp://127.0.0.1:${port}?tls=never`,
          baseUrl: "https://shop.example",
          environment: "bench",
          pool: { max: 4 },
          settings: { transport: { connections } },
          ...options,
        },
      }
      const worker = startWorker(given, { clockOffMs })
      workers.add(worker)
      return worker
    },
    until: waitUntil,
    /** Everybody has an outcome. */
    async isOver(): Promise<boolean> {
      const [row] = await bulk.mailroom.db.query<{ n: number }>({
        text: `SELECT count(*)::int AS n FROM mailroom.delivery`,
        values: [],
      })
      return row!.n === 0
    },
    compare: () => compare(bulk, readFileSync(truth, "utf8")),
    async close(): Promise<void> {
      for (const worker of workers) worker.process.kill("SIGKILL")
      sink.disconnect()
      await bulk.close()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return run
}

export async function waitUntil(isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isDone())) {
    if (Date.now() > deadline)
      throw new Error("The run does not come to an end: see the workers' log with MAILROOM_DEBUG=1.")
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

async function compare({ mailroom }: Bulk, truth: string): Promise<Comparison> {
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
