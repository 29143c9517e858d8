import { openNewsletterRun, type Comparison, type NewsletterRun } from "./newsletter-run"
import { seededRandom } from "./seeded-random"
import type { Worker } from "./worker"

export type KillResult = Comparison & { kills: number; max_in_doubt_per_kill: number; connections: number }

export type KillOptions = { kills: number; messages: number; seed: number; connections?: number; workers?: number }

/**
 * A newsletter goes out while its workers are killed (SIGKILL) at random moments; then what the server accepted is
 * held against the ledger.
 */
export async function runKills({
  kills,
  messages,
  seed,
  connections = 5,
  workers: count = 2,
}: KillOptions): Promise<KillResult> {
  const run = await openNewsletterRun({ connections })
  try {
    await run.bulk.plan(messages)
    await run.bulk.open()
    const workers = Array.from({ length: count }, () => run.start())
    const random = seededRandom(seed)
    let worst = 0
    for (const threshold of thresholds(kills, messages, random)) {
      await run.until(async () => (await run.accepted()) >= threshold)
      const at = Math.floor(random() * workers.length)
      worst = Math.max(worst, await kill(workers[at]!, run))
      workers[at] = run.start()
    }
    await run.until(run.isOver)
    for (const worker of workers) {
      worker.process.kill("SIGTERM")
      await worker.ended
    }
    return { kills, ...(await run.compare()), max_in_doubt_per_kill: worst, connections }
  } finally {
    await run.close()
  }
}

/** Numbers of accepted mails after which the next worker dies, spread by chance over the whole run. */
function thresholds(kills: number, messages: number, random: () => number): number[] {
  return Array.from({ length: kills }, () => Math.floor(random() * messages * 0.95)).sort((a, b) => a - b)
}

/** Kills a worker that is up and says how many mails it had handed over without an answer written down. */
async function kill(worker: Worker, { bulk }: NewsletterRun): Promise<number> {
  await Promise.race([worker.started, worker.ended])
  worker.process.kill("SIGKILL")
  await worker.ended
  const [row] = await bulk.mailroom.db.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM mailroom.delivery WHERE handed_at IS NOT NULL AND lease_owner LIKE $1`,
    values: [`%:${worker.pid}:%`],
  })
  return row!.n
}
