import { openEngine, type Engine } from "../support/automations"

const PEOPLE = 40

const select = (segmentId: string) => ({
  id: "who",
  kind: "select_customers",
  settings: { segmentId },
  exits: { each: "mail" },
})
const mail = { id: "mail", kind: "send_email", settings: { template: "welcome", class: "marketing" }, exits: {} }

describe("everybody of a segment goes on from a run without a person", () => {
  let engine: Engine
  let segmentId: string
  let automationId: string
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
    const { mailroom } = engine
    const people = Array.from({ length: PEOPLE }, (_, n) => ({ email: `person${n}@example.com`, source: "test" }))
    await mailroom.db.transaction((tx) => mailroom.contacts.ensureByEmail(tx, people))
    await tag("vip", PEOPLE)
    const vip = { kind: "tag" as const, op: "any" as const, tags: ["vip"] }
    const rule = { version: 1 as const, match: "all" as const, rules: [vip] }
    segmentId = (await mailroom.segments.create({ kind: "rule", name: "VIP", rule }, null)).id
    automationId = await mailroom.automationDrafts.create({ name: "A date" })
    const trigger = { kind: "date.repeated", settings: { cron: "0 9 * * 1" } }
    const draft = { trigger, nodes: [select(segmentId), mail] }
    const { revision, problems } = await mailroom.automationDrafts.save(automationId, { draft, revision: 1 })
    expect(problems).toEqual([])
    await mailroom.automationDrafts.publish(automationId, { revision, people: "stay", by: null })
    await mailroom.automationLifecycle.switchTo(automationId, "live")
    await begin()
  })
  afterEach(() => engine.close())

  const rows = <Row>(text: string, values: unknown[] = []) => engine.mailroom.db.query<Row>({ text, values })

  /** The first so many people have it. */
  const tag = (name: string, upTo: number) =>
    rows(
      `UPDATE mailroom.contact c SET tags = CASE WHEN n <= $2 THEN ARRAY[$1] ELSE '{}' END
         FROM (SELECT contact_id, row_number() OVER (ORDER BY email) AS n FROM mailroom.contact_address) a
        WHERE a.contact_id = c.id`,
      [name, upTo],
    )

  /** As the clock of the trigger writes it. */
  const begin = () =>
    rows(
      `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state, due_at)
       SELECT id, live_version_id, 'the run', jsonb_build_object('triggerId', '0', 'event', 'date.repeated', 'payload', '{}'::jsonb,
         'source', 'clock', 'occurredAt', mailroom.now(), 'isCorrection', false), 'due', mailroom.now()
         FROM mailroom.automation WHERE id = $1`,
      [automationId],
    )

  /** How many people have how many entries and decisions about their mail. */
  const members = () =>
    rows<{ people: number; entries: number; mails: number; undecided: number }>(
      `SELECT count(DISTINCT e.contact_id)::int AS people, count(*)::int AS entries,
              count(m.id)::int AS mails, count(*) FILTER (WHERE e.outcome IS NULL)::int AS undecided
         FROM mailroom.enrolment e LEFT JOIN mailroom.message m ON m.enrolment_id = e.id
        WHERE e.automation_id = $1 AND e.contact_id IS NOT NULL`,
      [automationId],
    )
  const whole = (people: number) => [{ people, entries: people, mails: people, undecided: 0 }]

  it("each member has one entry with an outcome and one mail", async () => {
    await engine.drain()
    expect(await members()).toEqual(whole(PEOPLE))
  })

  it("all of them or none, when the process dies in the middle; then those who are in the segment by then", async () => {
    // Somebody else holds one member's place open, so that the statement stops in the middle of all of them.
    const holder = engine.mailroom.db.dataSource.createQueryRunner()
    await holder.startTransaction()
    await holder.query(
      `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state, due_at)
       SELECT e.automation_id, e.version_id, 'run:' || e.id || ':' || c.id, e.facts, 'done', NULL
         FROM mailroom.enrolment e, (SELECT id FROM mailroom.contact ORDER BY id OFFSET ${PEOPLE / 2} LIMIT 1) c
        WHERE e.automation_id = $1`,
      [automationId],
    )
    const drained = engine.runOnly("automation-clock").then(
      () => null,
      (error: unknown) => error,
    )
    await killWhoWaits()
    await holder.rollbackTransaction()
    await holder.release()
    await drained
    expect(await members()).toEqual([{ people: 0, entries: 0, mails: 0, undecided: 0 }])
    await tag("vip", 25)
    await rows(`UPDATE mailroom.enrolment SET lease_expires_at = mailroom.now(), due_at = mailroom.now()`)
    await engine.drain()
    expect(await members()).toEqual(whole(25))
  })

  it("who comes into the segment afterwards does not enter, who leaves goes on, and a second look adds nobody", async () => {
    await tag("vip", 30)
    await engine.drain()
    await tag("vip", PEOPLE)
    await engine.drain()
    expect(await members()).toEqual(whole(30))
    await tag("vip", 10)
    await rows(
      `UPDATE mailroom.enrolment SET state = 'due', node = NULL, outcome = NULL, due_at = mailroom.now() WHERE contact_id IS NULL`,
    )
    await engine.drain()
    expect(await members()).toEqual(whole(30))
  })

  /** SIGKILL as the database sees it: the connection is cut, and nothing is committed. */
  async function killWhoWaits(): Promise<void> {
    const deadline = Date.now() + 30_000
    while (Date.now() < deadline) {
      const killed = await rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO mailroom.enrolment%'`,
      )
      if (killed.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error("Nobody waits for the member whose place is held.")
  }
})
