import { replayReport } from "../../src/runtime/automations/replay-report"
import { testRun } from "../../src/runtime/automations/test-run"
import { openEngine, type Engine } from "../support/automations"
import { anOrder } from "../support/shop"

const LEVEL = "loyalty.level_reached"
const send = (id: string, exits: object = {}, template = "welcome") => ({
  id,
  kind: "send_email",
  settings: { template, class: "tx" },
  exits,
})

describe("the engine, many entrants at once", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const rows = <Row>(text: string, values: unknown[] = []) => engine.mailroom.db.query<Row>({ text, values })

  async function live(nodes: object[], { trigger = {}, settings = {} } = {}): Promise<string> {
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({ name: "Levels", settings })
    const draft = { trigger: { kind: "own.event", settings: { name: LEVEL }, ...trigger }, nodes }
    const { revision, problems } = await automationDrafts.save(id, { draft, revision: 1 })
    expect(problems).toEqual([])
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    return id
  }

  async function reach(count: number, key = "gold"): Promise<void> {
    for (let n = 0; n < count; n++)
      await engine.mailroom.ownEvents.push({
        name: LEVEL,
        key: `${n}:${key}`,
        whom: { email: `ada${n}@example.com` },
      })
    await engine.drain()
  }

  const states = (id: string) =>
    rows<{ state: string; outcome: string | null; n: number }>(
      `SELECT state, outcome, count(*)::int AS n FROM mailroom.enrolment WHERE automation_id = $1
       GROUP BY state, outcome ORDER BY state, outcome`,
      [id],
    )
  const mailsPerPerson = () =>
    rows<{ n: number }>(`SELECT count(*)::int AS n FROM mailroom.message GROUP BY to_email ORDER BY to_email`)

  it("the same event five times is one entry; each person gets each mail once", async () => {
    const id = await live([send("mail")])
    for (let n = 0; n < 5; n++) await reach(12)
    expect(await states(id)).toEqual([{ state: "done", outcome: "mailed", n: 12 }])
    expect(await mailsPerPerson()).toEqual(Array.from({ length: 12 }, () => ({ n: 1 })))
  })

  it("an order told five times, out of order, by bus, reconciler and API: one entry for each thing that happened (F50)", async () => {
    const mail = (id: string) => ({ ...send(id), settings: { template: "order_receipt", class: "tx" } })
    const placed = await live([mail("mail")], { trigger: { kind: "order.placed", settings: {} } })
    const cancelled = await live([mail("mail")], { trigger: { kind: "order.canceled", settings: {} } })
    const order = anOrder({ cancelledAt: new Date().toISOString() })
    const { id } = order.context
    engine.shop.orders_.set(id, order)
    const told = [
      ["order.canceled", "reconciler"],
      ["order.placed", "bus"],
      ["order.canceled", "bus"],
      ["order.placed", "api"],
      ["order.placed", "reconciler"],
    ] as const
    for (const [event, source] of [...told, ...told.slice().reverse()]) {
      await engine.mailroom.triggers.record({ event, payload: { id }, source })
      await engine.drain()
    }
    expect(await states(placed)).toEqual([{ state: "done", outcome: "mailed", n: 1 }])
    expect(await states(cancelled)).toEqual([{ state: "done", outcome: "mailed", n: 1 }])
    expect(await mailsPerPerson()).toEqual([{ n: 2 }])
  })

  it("one bad entrant is given back alone; the others of its batch go on", async () => {
    const id = await live([send("mail")])
    const { plan } = engine.mailroom.messages
    engine.mailroom.messages.plan = (tx, messages) => {
      if (messages.some(({ to }) => to.email === "ada3@example.com")) throw new Error("a bad address book")
      return plan.call(engine.mailroom.messages, tx, messages)
    }
    await reach(6)
    expect(await states(id)).toEqual([
      { state: "done", outcome: "mailed", n: 5 },
      { state: "due", outcome: null, n: 1 },
    ])
    engine.mailroom.messages.plan = plan
    await rows(`UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE state = 'due'`)
    await engine.drain()
    expect(await states(id)).toEqual([{ state: "done", outcome: "mailed", n: 6 }])
  })

  it("who may enter once only is refused the second time, with the reason on record", async () => {
    const id = await live([send("mail")], { trigger: { reentry: { rule: "once" } } })
    await reach(2)
    await reach(2, "platinum")
    expect(await states(id)).toEqual([
      { state: "done", outcome: "mailed", n: 2 },
      { state: "refused", outcome: "entered_before", n: 2 },
    ])
    const [ada] = await rows<{ contact_id: string }>(`SELECT contact_id FROM mailroom.enrolment LIMIT 1`)
    const why = await engine.mailroom.automationEntrants.why(id, ada!.contact_id)
    expect(why.entries.map(({ sentence }) => sentence)).toEqual([
      "The person was inside before, and may enter once only.",
      "It ended with a mail.",
    ])
    expect(why.entries[0]!.path).toEqual([
      expect.objectContaining({ verdict: "not_entered", saw: expect.objectContaining({ rule: "once", count: 1 }) }),
    ])
  })

  it("what follows a mail waits for it and takes the way of what became of it (F13)", async () => {
    const id = await live([
      send("mail", { sent: "yes", not_sent: "no" }),
      { id: "yes", kind: "tag", settings: { add: ["reached"] }, exits: {} },
      { id: "no", kind: "tag", settings: { add: ["missed"] }, exits: {} },
    ])
    await reach(4)
    expect(await states(id)).toEqual([{ state: "waiting", outcome: null, n: 4 }])
    await rows(
      `UPDATE mailroom.message SET status = CASE WHEN to_email = 'ada0@example.com' THEN 'dropped' ELSE 'sent' END,
         reason = CASE WHEN to_email = 'ada0@example.com' THEN 'suppressed_manual' END`,
    )
    await rows(`UPDATE mailroom.enrolment SET due_at = mailroom.now()`)
    await engine.drain()
    const tags = await rows(`SELECT tags FROM mailroom.contact ORDER BY tags`)
    expect(tags).toEqual([{ tags: ["missed"] }, { tags: ["reached"] }, { tags: ["reached"] }, { tags: ["reached"] }])
    const numbers = await engine.mailroom.automationFigures.nodes(id)
    expect(numbers.find(({ node }) => node === "mail")).toMatchObject({
      entered: 4,
      here: 0,
      left: { sent: 3, not_sent: 1 },
    })
  })

  it("only so many get through a limit, however many come at once", async () => {
    const id = await live([{ id: "few", kind: "limit", settings: { max: 5 }, exits: { in: "mail" } }, send("mail")])
    await reach(9)
    expect(await states(id)).toEqual([
      { state: "done", outcome: "limit_reached", n: 4 },
      { state: "done", outcome: "mailed", n: 5 },
    ])
  })

  it("its people are given out page by page, and whole as CSV", async () => {
    const id = await live([send("mail")])
    await reach(5)
    const { automationEntrants } = engine.mailroom
    const first = await automationEntrants.list(id, { limit: 3 })
    const second = await automationEntrants.list(id, { limit: 3, cursor: first.next_cursor })
    const emails = [...first.entrants, ...second.entrants].map(({ email }) => email)
    expect(emails.sort()).toEqual(Array.from({ length: 5 }, (_, n) => `ada${n}@example.com`))
    expect(second.next_cursor).toBeNull()
    let csv = ""
    for await (const lines of automationEntrants.csv(id, { q: "ada3" })) csv += lines
    expect(csv.trimEnd().split("\r\n")).toEqual([
      expect.stringMatching(/^email,name,because_of/),
      expect.stringMatching(/^ada3@example\.com,,own:loyalty\.level_reached,.*,done,mail,mailed,/),
    ])
  })

  it("people whose segment was deleted under an old version stay there with the reason; others go on", async () => {
    const { segments, automationDrafts } = engine.mailroom
    const rule = { version: 1 as const, match: "all" as const, rules: [] }
    const { id: segmentId } = await segments.create({ kind: "rule", name: "Gold", rule }, null)
    const asks = { id: "ask", kind: "filter", settings: { rule: "in_segment", segmentId }, exits: { yes: "mail" } }
    const wait = { id: "w", kind: "wait", settings: { amount: 1, unit: "hours" }, exits: { next: "ask" } }
    const id = await live([wait, asks, send("mail")])
    await reach(2)
    const { draft, revision } = await automationDrafts.get(id)
    const saved = await automationDrafts.save(id, { draft: { ...draft, nodes: [send("mail")] }, revision })
    await automationDrafts.publish(id, { revision: saved.revision, people: "stay", by: null })
    await segments.remove(segmentId)
    await rows(`UPDATE mailroom.enrolment SET due_at = mailroom.now()`)
    await reach(1, "platinum")
    expect(await states(id)).toEqual([
      { state: "done", outcome: "mailed", n: 1 },
      { state: "waiting", outcome: null, n: 2 },
    ])
    const stuck = await rows(`SELECT DISTINCT last_error FROM mailroom.enrolment WHERE state = 'waiting'`)
    expect(stuck).toEqual([{ last_error: `There is no segment "${segmentId}".` }])
  })

  it("a paused automation moves nobody; live again they go on", async () => {
    const id = await live([
      { id: "w", kind: "wait", settings: { amount: 1, unit: "hours" }, exits: { next: "mail" } },
      send("mail"),
    ])
    await reach(3)
    await engine.mailroom.automationLifecycle.switchTo(id, "paused")
    await rows(`UPDATE mailroom.enrolment SET due_at = mailroom.now()`)
    await engine.drain()
    expect(await states(id)).toEqual([{ state: "waiting", outcome: null, n: 3 }])
    await engine.mailroom.automationLifecycle.switchTo(id, "live")
    await engine.drain()
    expect(await states(id)).toEqual([{ state: "done", outcome: "mailed", n: 3 }])
  })

  it("a replay of a time in which it really ran shows what was really sent, and leaves no trace (F51)", async () => {
    const id = await live([send("mail")], { trigger: { reentry: { rule: "once" } } })
    await reach(3)
    await reach(3, "platinum")
    const trace = () =>
      rows(`SELECT (SELECT count(*) FROM mailroom.message) AS mails, (SELECT count(*) FROM mailroom.enrolment) AS entrants,
              (SELECT count(*) FROM mailroom.decision) AS decisions, (SELECT count(*) FROM mailroom.contact) AS people`)
    const before = await trace()
    const report = await replayReport(engine.mailroom, id, { days: 30 })
    expect(report).toMatchObject({
      events: 6,
      entered: 3,
      mails: 3,
      refused: [{ name: "entered_before", n: 3 }],
      per_node: [{ name: "mail", n: 3 }],
    })
    const really = await rows<{ to_email: string }>(`SELECT to_email FROM mailroom.message ORDER BY to_email`)
    const shown = report.people.flatMap(({ email, mails }) => mails.map(() => email)).sort()
    expect(shown).toEqual(really.map(({ to_email }) => to_email))
    expect(await trace()).toEqual(before)
  })

  it("a test run walks past all waits and mails nobody but whoever tries it", async () => {
    const id = await live([
      { id: "w", kind: "wait", settings: { amount: 30, unit: "days" }, exits: { next: "a" } },
      send("a", { sent: "b" }),
      send("b"),
    ])
    await reach(1)
    const [ada] = await rows<{ id: string }>(`SELECT id FROM mailroom.contact`)
    const run = await testRun(engine.mailroom, id, { contactId: ada!.id, to: "me@shop.example" })
    expect(run).toMatchObject({
      state: "done",
      steps: [
        { node: "w", kind: "passed", exit: "next" },
        { node: "a", kind: "mail", exit: "sent" },
        { node: "b", kind: "mail" },
      ],
    })
    const mails = await rows(`SELECT to_email, is_test, kind FROM mailroom.message`)
    expect(mails).toEqual(
      Array.from({ length: 2 }, () => ({ to_email: "me@shop.example", is_test: true, kind: "test" })),
    )
  })
})
