import { automationReports, sendReportNow } from "../../src/runtime/automation-reports"
import { openEngine, type Engine } from "../support/automations"
import { openLater } from "../support/database"
import { anOrder } from "../support/shop"

const RECEIPT = "mauto_order_receipt"
const ANN = { id: "user_ann", email: "Ann@shop.example", name: "Ann" }
const DAILY = { rhythm: { every: "day" as const, time: "08:00", weekday: 1, monthday: 1 }, locale: "de", is_on: true }

describe("the report of an automation to a manager (F11)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine()
    engine.shop.staff_ = [ANN]
  })
  afterEach(() => engine.close())

  const rows = <Row = Record<string, unknown>>(text: string, ...values: unknown[]) =>
    engine.mailroom.db.query<Row>({ text, values })
  const place = async () => {
    const order = anOrder()
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
  }
  const set = (more: object = {}) =>
    engine.mailroom.automationReports.set(
      RECEIPT,
      { ...DAILY, emails: ["boss@shop.example", "ann@shop.example"], user_ids: [ANN.id], ...more },
      null,
    )
  const reports = async () => (await engine.messages()).filter(({ kind }) => kind === "system")
  const isDue = () => rows("UPDATE mailroom.automation_report SET next_at = mailroom.now() - interval '1 minute'")

  it("goes to each reader once, with the numbers of the days before", async () => {
    await set()
    await isDue()
    await engine.runOnly("automation-reports")
    const told = await reports()
    expect(told.map(({ to_email }) => to_email).sort()).toEqual(["ann@shop.example", "boss@shop.example"])
    expect(told[0]).toMatchObject({ locale: "de", class: "system", context: { report: { entered: 0, sent: 0 } } })
    const { next_at: next, last_sent_at: last } = await engine.mailroom.automationReports.get(RECEIPT)
    expect(next!.getTime()).toBeGreaterThan(Date.now())
    expect(last).not.toBeNull()
    await engine.runOnly("automation-reports")
    expect(await reports()).toHaveLength(2)
  })

  it("goes once when two workers look in the same moment", async () => {
    await set({ user_ids: [], emails: ["boss@shop.example"] })
    await isDue()
    const other = await openLater(engine.url, "0days")
    other.mailroom.shop = engine.shop
    await Promise.all([engine.mailroom, other.mailroom].map((one) => automationReports(one).turn()))
    await other.close()
    expect(await reports()).toHaveLength(1)
  })

  it("is silent, and goes on later, while the automation is off", async () => {
    await set()
    await isDue()
    await engine.mailroom.automationLifecycle.switchTo(RECEIPT, "off")
    await engine.runOnly("automation-reports")
    expect(await reports()).toEqual([])
    const { next_at: next, last_sent_at: last } = await engine.mailroom.automationReports.get(RECEIPT)
    expect([next!.getTime() > Date.now(), last]).toEqual([true, null])
  })

  it("counts what went in the time, and says null where nobody may count", async () => {
    await place()
    await rows("UPDATE mailroom.message SET status = 'sent', settled_at = mailroom.now(), is_tracked = false")
    const period = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) }
    const untracked = await engine.mailroom.automationReports.figures(RECEIPT, period)
    expect(untracked).toMatchObject({ entered: 1, inside: 0, sent: 1, opened: null, clicked: null })
    await rows("UPDATE mailroom.message SET is_tracked = true")
    const tracked = await engine.mailroom.automationReports.figures(RECEIPT, period)
    expect(tracked).toMatchObject({ opened: 0, clicked: 0, steps: [{ sent: 1, clicked: 0 }] })
    const before = { from: new Date(0), to: period.from }
    expect(await engine.mailroom.automationReports.figures(RECEIPT, before)).toMatchObject({ entered: 0, sent: 0 })
  })

  it("goes at once by a button, if somebody is to read it", async () => {
    await set({ is_on: false })
    expect((await sendReportNow(engine.mailroom, RECEIPT)).sort()).toEqual(["ann@shop.example", "boss@shop.example"])
    expect(await reports()).toHaveLength(2)
    await set({ is_on: false, emails: [], user_ids: [] })
    await expect(sendReportNow(engine.mailroom, RECEIPT)).rejects.toThrow("Nobody is to read this report")
  })
})
