import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("jobs that are not mails", () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openMailroom()
  })
  afterEach(() => opened.close())

  const sql = (text: string) => opened.mailroom.db.query<{ id: string }>({ text, values: [] })
  const anImport = (id: string, state: string) =>
    sql(
      `INSERT INTO mailroom.import (id, kind, file_name, state, rows, position, started_at)
       VALUES ('${id}', 'contacts', 'people.csv', '${state}', 200, 50, mailroom.now())`,
    )
  const anEffect = async (state: string) => {
    const [row] = await sql(
      `INSERT INTO mailroom.effect (idempotency_key, automation_id, node, visit, kind, settings, state, attempts, last_error)
       VALUES ('key', 'mauto_1', 'n1', 0, 'webhook', '{}', '${state}', 8, 'The server answered 500.') RETURNING id`,
    )
    return row!.id
  }

  it("are listed with their progress, whatever their kind: those that go on first", async () => {
    await anImport("mimp_done", "done")
    await anImport("mimp_now", "running")
    await sql(`INSERT INTO mailroom.bulk_action (kind, what, total, done) VALUES ('tag', '{"tags": ["vip"]}', 10, 4)`)
    await sql(
      `INSERT INTO mailroom.periodic_task (name, state) VALUES ('consent-check', '{"running": {"stage": "chains", "chains": 7}}')`,
    )
    const jobs = await opened.mailroom.jobs.list()
    expect(jobs).toHaveLength(4)
    expect(jobs.at(-1)).toMatchObject({ id: "import-mimp_done", state: "done", share: null })
    expect(jobs).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: "import-mimp_now",
          title: "people.csv",
          share: 0.25,
          can: { cancel: true, retry: false },
        }),
        expect.objectContaining({ kind: "bulk_action", step: "tag", share: 0.4 }),
        expect.objectContaining({ kind: "consent_check", done: 7, total: null, share: null }),
      ]),
    )
  })

  it("are cancelled where that leaves nothing in between", async () => {
    await anImport("mimp_now", "running")
    expect(await opened.mailroom.jobs.cancel("import-mimp_now")).toMatchObject({ state: "cancelled" })
    await expect(opened.mailroom.jobs.cancel("import-mimp_now")).rejects.toThrow("cannot be cancelled now")
    await expect(opened.mailroom.jobs.cancel("import-nobody")).rejects.toThrow('There is no job "import-nobody"')
    await expect(opened.mailroom.jobs.cancel("nonsense")).rejects.toThrow('There is no job "nonsense"')
  })

  it("are begun again when they were given up, and whoever does them is woken", async () => {
    const id = await anEffect("failed")
    const woken: string[] = []
    opened.mailroom.wakes.listen((loop) => void woken.push(loop))
    expect(await opened.mailroom.jobs.retry(`effect-${id}`, null)).toMatchObject({ state: "running" })
    expect(woken).toEqual(["effects"])
    await expect(opened.mailroom.jobs.retry(`effect-${id}`, null)).rejects.toThrow("cannot be begun again now")
  })
})
