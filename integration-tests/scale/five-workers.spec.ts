import { openNewsletterRun, type NewsletterRun } from "../kill/newsletter-run"
import type { Worker } from "../kill/worker"
import { migrateToNextVersion } from "./next-version"

const CONNECTIONS = 5
const HOUR = 3_600_000
/** The clocks of the five machines on which the next version starts. */
const CLOCKS = [24 * HOUR, -HOUR, 0, HOUR, -24 * HOUR]

/** One run, step by step: each finds what the one before has left. */
describe("five workers on one database", () => {
  let run: NewsletterRun
  let workers: Worker[]
  let planned = 0

  beforeAll(async () => {
    run = await openNewsletterRun({ connections: CONNECTIONS })
    workers = CLOCKS.map(() => run.start())
    await Promise.all(workers.map(({ started }) => started))
  }, 120_000)
  afterAll(() => run.close())

  const send = async (messages: number) => {
    planned += messages
    await run.bulk.plan(messages)
    await run.bulk.open()
  }

  it("are restarted one by one, by the next version, whose migration runs meanwhile and whose clocks are wrong", async () => {
    await send(600)
    await run.until(run.isOver)
    const shares: number[] = []
    for (const [n, clockOffMs] of CLOCKS.entries()) {
      await send(100)
      if (n === 2) await migrateToNextVersion(run.bulk)
      const { sent } = await workers[n]!.stop()
      shares.push(sent)
      workers[n] = run.start({ clockOffMs })
      await workers[n].started
    }
    await run.until(run.isOver)
    expect(await run.compare()).toEqual({ accepted: planned, lost: 0, duplicates: 0, in_doubt: 0 })
    // A tenth of an equal share of the first newsletter, on which all five worked: nobody starves.
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(12)
  }, 180_000)

  it("go on without one that is stopped beyond its lease; when it goes on, too, nobody gets anything twice", async () => {
    const asleep = workers[3]!
    const before = await run.accepted()
    await send(400)
    await run.until(async () => (await run.accepted()) > before + 60)
    asleep.process.kill("SIGSTOP")
    // What it held is finished by the others, or shown as in doubt where it may have left.
    await run.until(run.isOver)
    asleep.process.kill("SIGCONT")
    await send(100)
    await run.until(run.isOver)
    await Promise.all(workers.map((worker) => worker.stop()))
    const { in_doubt: inDoubt, ...figures } = await run.compare()
    expect(figures).toMatchObject({ lost: 0, duplicates: 0 })
    expect(inDoubt).toBeLessThanOrEqual(CONNECTIONS)
  }, 180_000)
})
