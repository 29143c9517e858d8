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
