import { retention } from "../../src/runtime/retention"
import { openMailroom } from "../support/database"
import { AGREEMENT, checkedImport, imported } from "../support/imports"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("what is kept, and how long", () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openMailroom({
      runtime: "manual",
      settings: { retention: { bodiesDays: 45, eventsMonths: 6, browsersDays: 90, importsDays: 30 } },
    })
  })
  afterEach(() => opened.close())

  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  const run = async () => {
    const loop = retention(opened.mailroom)
    while ((await loop.turn({ ignoreSchedule: true })) === "more");
  }
  const ID = "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"

  /** A month that lies back, as make_partitions would have made it then. */
  async function aMonth(parent: string, monthsAgo: number): Promise<string> {
    const [month] = await rows<{ name: string; from: string; to: string }>(
      `SELECT $1 || '_' || to_char(m, 'YYYYMM') AS name, m::text AS from, (m + interval '1 month')::text AS to
       FROM (SELECT date_trunc('month', mailroom.now() AT TIME ZONE 'UTC') - make_interval(months => $2) AS m) x`,
      parent,
      monthsAgo,
    )
    await rows(
      `CREATE TABLE mailroom.${month!.name} PARTITION OF mailroom.${parent} FOR VALUES FROM ('${month!.from}+00') TO ('${month!.to}+00')`,
    )
    return month!.name
  }
  const tables = async (like: string) =>
    (
      await rows<{ relname: string }>(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE $1 ORDER BY 1",
        like,
      )
    ).map(({ relname }) => relname)

  it("drops whole months of bodies, events and decisions when their time is over, and not a day sooner", async () => {
    const [oldBodies, freshBodies] = [await aMonth("message_content", 3), await aMonth("message_content", 1)]
    const [oldEvents, freshEvents] = [await aMonth("message_event", 8), await aMonth("message_event", 4)]
    const oldDecisions = await aMonth("decision", 8)
    await run()
    expect(await tables("message_content_%")).toEqual(expect.not.arrayContaining([oldBodies]))
    expect(await tables("message_content_%")).toContain(freshBodies)
    expect(await tables("message_event_%")).not.toContain(oldEvents)
    expect(await tables("message_event_%")).toContain(freshEvents)
    expect(await tables("decision_%")).not.toContain(oldDecisions)
  })

  it("forgets what webhooks were answered as long ago as it forgets events", async () => {
    for (const days of [190, 180])
      await rows(
        `INSERT INTO mailroom.effect_attempt (id, outcome, detail)
         VALUES (mailroom.uuidv7(mailroom.now() - make_interval(days => $1)), 'done', jsonb_build_object('days', $1))`,
        days,
      )
    await run()
    expect(await rows("SELECT detail->>'days' AS days FROM mailroom.effect_attempt")).toEqual([{ days: "180" }])
  })

  it("takes browser and network out of older events, of each month once, and leaves what is younger", async () => {
    await aMonth("message_event", 4)
    await aMonth("message_event", 1)
    const event = (daysAgo: number) =>
      rows(
        `INSERT INTO mailroom.message_event (message_id, kind, at, recorded_at, classification, user_agent, ip)
         VALUES ($1, 'open', mailroom.now(), mailroom.now() - make_interval(days => $2), 'human', 'Firefox', '192.0.2.0')`,
        ID,
        daysAgo,
      )
    for (const daysAgo of [125, 124, 91, 10]) await event(daysAgo)
    await run()
    const left = () =>
      rows(
        "SELECT (mailroom.now()::date - recorded_at::date) AS days, user_agent, ip, classification FROM mailroom.message_event WHERE user_agent IS NOT NULL OR ip IS NOT NULL",
      )
    expect(await left()).toEqual([{ days: 10, user_agent: "Firefox", ip: "192.0.2.0", classification: "human" }])
    const [task] = await rows<{ state: { browsers: { done: string[] } } }>(
      "SELECT state FROM mailroom.periodic_task WHERE name = 'retention'",
    )
    expect(task!.state.browsers.done.length).toBeGreaterThan(0)
    // Ninety days later the youngest is old, too: months that are over are not looked at again, the others are.
    await rows(`ALTER DATABASE ${new URL(opened.url).pathname.slice(1)} SET mailroom.clock_offset = '91 days'`)
    await opened.mailroom.db.dataSource.destroy()
    await opened.mailroom.db.dataSource.initialize()
    await run()
    expect(await left()).toEqual([])
  })

  it("forgets uploaded files and what an import changed; the result stays, and says that it cannot be taken back", async () => {
    const { imports } = opened.mailroom
    const done = await imported(opened.mailroom, "email\na@example.com\nnobody\n", {
      status: "subscribed",
      agreement: AGREEMENT,
    })
    const never = await checkedImport(opened.mailroom, "email\nb@example.com\n")
    await run()
    expect((await imports.get(done.id)).can_undo).toBe(true)
    await rows(
      "UPDATE mailroom.import SET created_at = mailroom.now() - interval '31 days', finished_at = finished_at - interval '31 days'",
    )
    await run()
    expect(await imports.get(done.id)).toMatchObject({
      state: "done",
      result: { subscribed: 1 },
      has_rows: false,
      can_undo: false,
    })
    await expect(imports.undo(done.id)).rejects.toThrow("no longer kept")
    await expect(imports.get(never.id)).rejects.toThrow("no import")
    for (const table of ["import_row", "import_address", "import_problem", "import_change"])
      expect([table, await rows(`SELECT 1 FROM mailroom.${table}`)]).toEqual([table, []])
  })
})
