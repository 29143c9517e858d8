import { Client } from "pg"
import { databaseFinding } from "../../src/modules/mailroom/database-finding"
import { ReadinessService } from "../../src/modules/mailroom/services/readiness"
import { openMailroom } from "../support/database"

type Opened = Awaited<ReturnType<typeof openMailroom>>
const opened: Opened[] = []
const open = async (options: Record<string, unknown> = {}) => {
  const one = await openMailroom(options)
  opened.push(one)
  return one.mailroom
}
afterAll(() => Promise.all(opened.map(({ close }) => close())))

const READY = {
  baseUrl: "https://shop.example.com",
  environment: "production",
  smtpUrl: "smtp://mail.example.com",
  settings: { sender: { from_email: "shop@example.com", postal_address: "1 Main St" } },
}
const openReady = async (options: Record<string, unknown> = {}) => {
  const mailroom = await open({ ...READY, ...options })
  await mailroom.senders.ensureDefault({ shopName: "Ada's", locale: "en" })
  return mailroom
}
const keys = ({ findings }: { findings: { key: string }[] }) => findings.map(({ key }) => key)

describe("readiness (F59)", () => {
  it("a fresh install is not ready and says what is missing", async () => {
    const { readiness } = await open({ environment: "production" })
    const state = await readiness.state()
    expect(state).toMatchObject({ ready: false, marketing_ready: false })
    expect(keys(state)).toEqual(["base_url_missing", "smtp_not_configured", "sender_missing"])
  })

  it("a configured one is ready", async () => {
    const { readiness } = await openReady()
    expect(await readiness.state()).toMatchObject({ ready: true, marketing_ready: true, findings: [] })
  })

  it("without a postal address receipts may go and marketing may not", async () => {
    const { readiness } = await openReady({ settings: { sender: { from_email: "shop@example.com" } } })
    expect(await readiness.state()).toMatchObject({ ready: true, marketing_ready: false })
  })

  it("a dead SMTP server is named with its own words, and asked again after the settings change", async () => {
    const { readiness, settings } = await openReady({ smtpUrl: undefined })
    await settings.write({ transport: { host: "a.example.com" } }, null)
    readiness.useTransportCheck(async ({ host }) => {
      if (host === "a.example.com") throw new Error("535 5.7.8 Authentication failed")
    })
    await readiness.recheckTransport()
    const state = await readiness.state()
    expect(state.ready).toBe(false)
    expect(state.findings[0]!.sentence).toContain("535 5.7.8 Authentication failed")
    await settings.write({ transport: { host: "b.example.com" } }, null)
    await readiness.recheckTransport()
    expect(await readiness.state()).toMatchObject({ ready: true, transport: { state: "ok" } })
  })

  it("asks the SMTP server once for many impatient clicks, and anew for another server", async () => {
    const { readiness, settings } = await openReady({ smtpUrl: undefined })
    await settings.write({ transport: { host: "a.example.com" } }, null)
    const asked: string[] = []
    readiness.useTransportCheck(async ({ host }) => void asked.push(host))
    await Promise.all([readiness.checkTransport(), readiness.checkTransport(), readiness.checkTransport()])
    expect(asked).toEqual(["a.example.com"])
    await settings.write({ transport: { host: "b.example.com" } }, null)
    expect(await readiness.checkTransport()).toMatchObject({ state: "ok" })
    expect(asked).toEqual(["a.example.com", "b.example.com"])
  })

  it("an error of the start is shown as a finding", async () => {
    const { readiness } = await openReady()
    readiness.setStartError(Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" }))
    const state = await readiness.state()
    expect(keys(state)).toEqual(["database_away"])
    expect(state.ready).toBe(false)
  })

  it("tables that are not there yet are a finding with the command", async () => {
    const { readiness, db } = await openReady()
    await db.query({ text: `ALTER TABLE mailroom.live_shop RENAME TO live_shop_gone`, values: [] })
    const state = await readiness.state()
    expect(keys(state)).toEqual(["schema_missing"])
    expect(state.findings[0]!.way_out).toContain("npx medusa db:migrate")
  })

  it("a missing database right is a finding with the way out", async () => {
    const { db } = await open()
    const denied = db
      .transaction(async (tx) => {
        await tx.query({ text: `CREATE ROLE mailroom_nobody_${process.pid}`, values: [] })
        await tx.query({ text: `SET LOCAL ROLE mailroom_nobody_${process.pid}`, values: [] })
        await tx.query({ text: `CREATE SCHEMA other`, values: [] })
      })
      .catch(databaseFinding)
    expect(await denied).toMatchObject({ key: "database_right_missing", severity: "blocks" })
  })
})

describe("the restore guard (F62)", () => {
  const sendSomething = (mailroom: Opened["mailroom"]) =>
    mailroom.db.query({
      text: `INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, mail_domain, status, planned_at)
             VALUES (mailroom.uuidv7(), decode(repeat('ab', 16), 'hex'), 'tx', 'automation', 'store_email', 'x', 'sent', mailroom.now())`,
      values: [],
    })
  const moveElsewhere = (mailroom: Opened["mailroom"], column: "database" | "environment") =>
    mailroom.db.query({ text: `UPDATE mailroom.live_shop SET ${column} = 'elsewhere'`, values: [] })

  it("writes the first start down and lets it through", async () => {
    const { readiness, db } = await openReady()
    expect((await readiness.state()).live_shop).toMatchObject({ matches: true })
    const [row] = await db.query<{ database: string }>({ text: `SELECT * FROM mailroom.live_shop`, values: [] })
    expect(row!.database).toMatch(/^\d+\/mailroom_/)
  })

  it.each(["database", "environment"] as const)(
    "holds everything in a copy with another %s, until an admin says so",
    async (column) => {
      const mailroom = await openReady()
      await mailroom.readiness.confirmLiveShop(null)
      await sendSomething(mailroom)
      await moveElsewhere(mailroom, column)
      const held = openAgain(mailroom)
      expect(keys(await held.state())).toEqual(["live_shop_mismatch"])
      const confirmed = await held.confirmLiveShop("user_1")
      expect(confirmed).toMatchObject({ ready: true, live_shop: { matches: true, confirmed: { by: "user_1" } } })
    },
  )

  it("holds an older state that was put back in the same place of the same server", async () => {
    const mailroom = await openReady()
    await mailroom.readiness.confirmLiveShop(null)
    await sendSomething(mailroom)
    const backup = await backUp(opened.at(-1)!.url)
    await putBack(opened.at(-1)!.url, backup)
    expect(keys(await openAgain(mailroom).state())).toEqual(["live_shop_mismatch"])
    const confirmed = await openAgain(mailroom).confirmLiveShop("user_1")
    expect(confirmed).toMatchObject({ ready: true, live_shop: { matches: true } })
  })

  it("holds a dump whose tables were restored into the same database, also under a process that runs on", async () => {
    const mailroom = await openReady()
    await mailroom.readiness.confirmLiveShop(null)
    await sendSomething(mailroom)
    await restoreTables(mailroom)
    expect(keys(await openAgain(mailroom).state())).toEqual(["live_shop_mismatch"])
  })

  it.each([
    ["3 hours", ["live_shop_mismatch"]],
    ["2 minutes", []],
  ])("a new timeline of the server's log, when it was last seen %s ago, means %j", async (ago, found) => {
    const mailroom = await openReady()
    await mailroom.readiness.confirmLiveShop(null)
    await sendSomething(mailroom)
    await mailroom.db.query({
      text: `UPDATE mailroom.live_shop SET timeline = '00000000', seen_at = mailroom.now() - $1::interval`,
      values: [ago],
    })
    expect(keys(await openAgain(mailroom).state())).toEqual(found)
    expect(keys(await openAgain(mailroom).state())).toEqual(found)
  })

  it("keeps an admin's word through restarts and failovers", async () => {
    const mailroom = await openReady()
    await mailroom.readiness.confirmLiveShop("user_1")
    await mailroom.db.query({ text: `UPDATE mailroom.live_shop SET timeline = '00000000'`, values: [] })
    expect((await openAgain(mailroom).state()).live_shop).toMatchObject({ matches: true, confirmed: { by: "user_1" } })
  })

  it("does not hold a shop that never sent anything", async () => {
    const mailroom = await openReady()
    await mailroom.readiness.confirmLiveShop(null)
    await moveElsewhere(mailroom, "environment")
    expect((await openAgain(mailroom).state()).ready).toBe(true)
  })
})

/** As after a restart: nothing cached. */
function openAgain({ db, options, settings, senders }: Opened["mailroom"]) {
  return new ReadinessService(db, options, settings, senders)
}

/** A copy of the whole database beside it, as it is now. */
async function backUp(url: string): Promise<string> {
  const backup = `${databaseOfUrl(url)}_backup`
  await asAdmin(url, `CREATE DATABASE ${backup} TEMPLATE ${databaseOfUrl(url)}`)
  return backup
}

async function putBack(url: string, backup: string): Promise<void> {
  await asAdmin(url, `DROP DATABASE ${databaseOfUrl(url)} WITH (FORCE)`)
  await asAdmin(url, `ALTER DATABASE ${backup} RENAME TO ${databaseOfUrl(url)}`)
}

/** What pg_restore --clean does with a table, rows and all. */
async function restoreTables({ db }: Opened["mailroom"]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const text of [
      `CREATE TEMP TABLE dump ON COMMIT DROP AS TABLE mailroom.live_shop`,
      `ALTER TABLE mailroom.live_shop RENAME TO live_shop_before`,
      `CREATE TABLE mailroom.live_shop (LIKE mailroom.live_shop_before INCLUDING ALL)`,
      `INSERT INTO mailroom.live_shop TABLE dump`,
      `DROP TABLE mailroom.live_shop_before`,
    ])
      await tx.query({ text, values: [] })
  })
}

const databaseOfUrl = (url: string) => new URL(url).pathname.slice(1)

/** From another database of the server; whoever is connected with this one is cut off first. */
async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url.replace(databaseOfUrl(url), "postgres") })
  await client.connect()
  try {
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1`, [
      databaseOfUrl(url),
    ])
    await client.query(statement)
  } finally {
    await client.end()
  }
}
