import { openEngine, type Engine } from "../support/automations"
import { waitUntil } from "./newsletter-run"
import { startWorker, type Worker } from "./worker"

const PEOPLE = 600
/** How far all entrants together have come (three things happen to each) when the next process dies. */
const KILLS = [0.3, 1.3, 2.2].map((share) => Math.round(share * PEOPLE))

const NODES = [
  { id: "mark", kind: "tag", settings: { add: ["inside"] }, exits: { next: "code" } },
  {
    id: "code",
    kind: "promotion",
    settings: { type: "percentage", value: 10, currency: "eur", days: 7, tiedTo: "address" },
    exits: { done: "mail", failed: null },
  },
  { id: "mail", kind: "send_email", settings: { template: "welcome", class: "tx" }, exits: {} },
]

describe("automations whose processes are killed", () => {
  let engine: Engine
  let automationId: string
  const workers = new Set<Worker>()
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
    await rows(`CREATE TABLE minted (code text PRIMARY KEY)`)
    automationId = await live()
    await stand()
  })
  afterEach(async () => {
    for (const worker of workers) {
      worker.process.kill("SIGKILL")
      await worker.ended
    }
    await engine.close()
  })

  const rows = <Row>(text: string, values: unknown[] = []) => engine.mailroom.db.query<Row>({ text, values })

  async function live(): Promise<string> {
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({ name: "A code for each" })
    const draft = {
      trigger: { kind: "own.event", settings: { name: "level" }, reentry: { rule: "once" } },
      nodes: NODES,
    }
    const { revision, problems } = await automationDrafts.save(id, { draft, revision: 1 })
    expect(problems).toEqual([])
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    return id
  }

  /** Everybody is due at once. */
  async function stand(): Promise<void> {
    const people = Array.from({ length: PEOPLE }, (_, n) => ({ email: `person${n}@example.com`, source: "test" }))
    const { contacts, db } = engine.mailroom
    await db.transaction((tx) => contacts.ensureByEmail(tx, people))
    await rows(
      `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state, due_at)
       SELECT a.id, a.live_version_id, 'level:' || c.id, jsonb_build_object('triggerId', '0', 'event', 'own:level', 'payload',
                jsonb_build_object('contact_id', c.id), 'source', 'api', 'occurredAt', mailroom.now(), 'isCorrection', false),
              'due', mailroom.now()
         FROM mailroom.automation a, mailroom.contact c WHERE a.id = $1`,
      [automationId],
    )
  }

  async function start(): Promise<Worker> {
    const worker = startWorker({ databaseUrl: engine.url }, { script: "integration-tests/kill/engine-worker.ts" })
    workers.add(worker)
    await worker.started
    return worker
  }

  /** While nobody works the dead one is replaced; the leases end for those who live, too, as if they had been asleep. */
  async function replace(worker: Worker): Promise<Worker> {
    worker.process.kill("SIGKILL")
    await worker.ended
    workers.delete(worker)
    await switchTo("paused")
    const fresh = await start()
    for (const table of ["enrolment", "effect"])
      await rows(`UPDATE mailroom.${table} SET lease_expires_at = mailroom.now() WHERE lease_token IS NOT NULL`)
    await switchTo("live")
    return fresh
  }

  const switchTo = (state: string) =>
    rows(`UPDATE mailroom.automation SET state = $2 WHERE id = $1`, [automationId, state])

  async function progress(): Promise<number> {
    const [row] = await rows<{ n: number }>(
      `SELECT (SELECT count(*) FROM mailroom.enrolment WHERE node IS NOT NULL)::int
            + (SELECT count(*) FROM mailroom.effect WHERE state = 'done')::int
            + (SELECT count(*) FROM mailroom.enrolment WHERE state = 'done')::int AS n`,
    )
    return row!.n
  }

  async function isOver(): Promise<boolean> {
    // Who was being looked at when its code came looks again by itself half a minute later; here that moment has come.
    await rows(
      `UPDATE mailroom.enrolment e SET due_at = mailroom.now() FROM mailroom.effect f
        WHERE f.enrolment_id = e.id AND f.state = 'done' AND e.state = 'waiting' AND e.due_at > mailroom.now() + interval '2 s'`,
    )
    return (await progress()) === 3 * PEOPLE
  }

  it("take each step once, lose nobody, and mint each code once", async () => {
    const pair = [await start(), await start()]
    for (const [n, threshold] of KILLS.entries()) {
      await waitUntil(async () => (await progress()) >= threshold)
      pair[n % 2] = await replace(pair[n % 2]!)
    }
    await waitUntil(isOver)
    expect(await rows(`SELECT state, outcome, count(*)::int AS n FROM mailroom.enrolment GROUP BY 1, 2`)).toEqual([
      { state: "done", outcome: "mailed", n: PEOPLE },
    ])
    expect(
      await rows(
        `SELECT node, exit, sum(n)::int AS n FROM mailroom.automation_passage GROUP BY 1, 2 ORDER BY node DESC, exit`,
      ),
    ).toEqual([
      { node: "mark", exit: "next", n: PEOPLE },
      { node: "mail", exit: "sent", n: PEOPLE },
      { node: "code", exit: "done", n: PEOPLE },
    ])
    // Each mail shows its own entrant's code, and that code stands in the shop: once each.
    const [sums] = await rows(
      `SELECT count(*)::int AS mails, count(DISTINCT m.enrolment_id)::int AS people, count(DISTINCT s.code)::int AS codes,
              (SELECT count(*)::int FROM minted) AS minted, (SELECT count(*)::int FROM mailroom.promotion_code) AS reserved
         FROM mailroom.message m JOIN mailroom.message_content c ON c.message_id = m.id
         JOIN mailroom.promotion_code p ON p.enrolment_id = m.enrolment_id AND p.code = c.context->'promotion'->>'code'
         JOIN minted s ON s.code = p.code`,
    )
    expect(sums).toEqual({ mails: PEOPLE, people: PEOPLE, codes: PEOPLE, minted: PEOPLE, reserved: PEOPLE })
  }, 300_000)
})
