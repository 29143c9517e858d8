import { openEngine, type Engine } from "../support/automations"
import { aContact } from "../support/people"

const LEVEL = "loyalty.level_reached"

describe("mails of an automation that have not left", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const rows = <Row>(text: string, values: unknown[] = []) => engine.mailroom.db.query<Row>({ text, values })

  /** Live, with a mail for each of so many people waiting. */
  async function withMails(people: number, settings: object = {}): Promise<string> {
    const { automationDrafts, automationLifecycle, ownEvents } = engine.mailroom
    const id = await automationDrafts.create({ name: "Levels", settings })
    const mail = { id: "mail", kind: "send_email", settings: { template: "welcome", class: "marketing" }, exits: {} }
    const draft = { trigger: { kind: "own.event", settings: { name: LEVEL } }, nodes: [mail] }
    const { revision } = await automationDrafts.save(id, { draft, revision: 1 })
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    for (let n = 0; n < people; n++) {
      const email = `ada${n}@stop.example`
      await aContact(engine.mailroom, email)
      await ownEvents.push({ name: LEVEL, key: `${n}`, whom: { email } })
    }
    await engine.drain()
    return id
  }
  const statuses = () =>
    rows(`SELECT status, reason, count(*)::int AS n FROM mailroom.message GROUP BY 1, 2 ORDER BY 1, 2`)

  it("are counted, and taken back when it is stopped; what is with a server already is left to its answer", async () => {
    const id = await withMails(3)
    const { automationLifecycle } = engine.mailroom
    expect(await automationLifecycle.queued(id)).toBe(3)
    await rows(
      `UPDATE mailroom.delivery SET stage = 'claimed', handed_at = mailroom.now(), lease_token = message_id, lease_expires_at = mailroom.now() + interval '1 minute'
        WHERE message_id = (SELECT id FROM mailroom.message WHERE to_email = 'ada1@stop.example')`,
    )
    expect(await automationLifecycle.switchTo(id, "off")).toEqual({ taken_back: 2 })
    expect(await statuses()).toEqual([
      { status: "cancelled", reason: "automation_off", n: 2 },
      { status: "queued", reason: null, n: 1 },
    ])
    expect(await rows(`SELECT count(*)::int AS n FROM mailroom.delivery`)).toEqual([{ n: 1 }])
  })

  it("go all the same where that is wanted", async () => {
    const id = await withMails(2)
    expect(await engine.mailroom.automationLifecycle.switchTo(id, "off", { takesBack: false })).toEqual({
      taken_back: 0,
    })
    expect(await statuses()).toEqual([{ status: "queued", reason: null, n: 2 }])
  })

  it("are put off to its hours when they are planned, which is said on the person's way", async () => {
    const inThreeDays = ((new Date().getUTCDay() + 2) % 7) + 1
    const id = await withMails(1, { sendingWindow: { hours: { from: 9, to: 17 }, days: [inThreeDays] } })
    const [mail] = await rows<{ hour: number; is_later: boolean }>(
      `SELECT extract(hour FROM due_at AT TIME ZONE 'UTC')::int AS hour, due_at > mailroom.now() + interval '1 day' AND expires_at > due_at AS is_later
         FROM mailroom.delivery`,
    )
    expect(mail).toEqual({ hour: 9, is_later: true })
    const { entrants } = await engine.mailroom.automationEntrants.list(id)
    const { path } = await engine.mailroom.automationEntrants.path(id, entrants[0]!.id)
    expect(path.flatMap((step) => (step.kind === "decision" ? [step.sentence] : []))).toEqual([
      "The mail waits until the hours at which it may go, by the reader's clock.",
    ])
  })
})
