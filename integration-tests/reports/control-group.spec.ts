import { openMailroom } from "../support/database"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

describe("what a mailing has brought beyond what would have been bought anyway", () => {
  let opened: Opened
  let n = 0
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  async function aMailing(change: { credit?: object; days?: number } = {}) {
    const { id } = await opened.mailroom.mailings.create({ name: `Mailing ${n++}`, control_share: 20 }, null)
    await rows(
      `UPDATE mailroom.mailing SET state = 'sent', started_at = mailroom.now() - make_interval(days => $2::int),
         finished_at = mailroom.now() - make_interval(days => $2::int), credit = $3::jsonb WHERE id = $1`,
      id,
      change.days ?? 1,
      JSON.stringify(change.credit ?? { by: "click", days: 5 }),
    )
    return id
  }
  /** One person of the mailing, with what she has bought so many hours ago. */
  async function aPerson(source: string, outcome: { reason?: string; late?: boolean; bought?: number; ago?: number }) {
    const { contactId } = await aContact(opened.mailroom, `person${n++}@control.example`)
    const { reason = null, late = false, bought, ago = 1 } = outcome
    await rows(
      `INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, mail_domain, status, reason, planned_at, settled_at)
       SELECT mailroom.uuidv7(t), decode(md5($4), 'hex'), 'marketing', 'mailing', 'newsletter', $1, $2, 'm.example',
         CASE WHEN $3::text IS NULL THEN 'sent' ELSE 'dropped' END, $3, t, CASE WHEN $3 IS NULL OR $5 THEN t + interval '1 minute' ELSE t END
       FROM (SELECT mailroom.now() - interval '1 day' AS t OFFSET 0) x`,
      source,
      contactId,
      reason,
      `message ${n++}`,
      late,
    )
    if (bought === undefined) return
    await rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, refunded_total, placed_at)
       VALUES ($1, $2, 'eur', $3, $3, 0, mailroom.now() - make_interval(hours => $4::int))`,
      `order_${n++}`,
      contactId,
      bought,
      ago,
    )
  }
  const control = async (id: string) => (await opened.mailroom.reports.breakdown(id)).control

  it("is the difference per person, with its interval, while orders still count", async () => {
    const id = await aMailing()
    for (let one = 0; one < 30; one++) await aPerson(id, one < 20 ? { bought: 100 } : {})
    for (let one = 0; one < 20; one++) await aPerson(id, { reason: "control_group", ...(one < 10 && { bought: 50 }) })
    const measured = await control(id)
    expect(measured).toMatchObject({
      share: 20,
      treated: 30,
      held: 20,
      treated_buyers: 20,
      held_buyers: 10,
      currency: "eur",
      is_over: false,
      result: { kind: "measured", mayBeChance: false },
    })
    if (measured?.result.kind !== "measured") throw new Error("nothing was measured")
    expect(measured.result.extra).toBeCloseTo(2000 / 30 - 500 / 20, 6)
  })

  it("leaves out whom the gate refused, keeps who left later, and counts no order from before or after", async () => {
    const id = await aMailing({ days: 20 })
    await aPerson(id, { reason: "unsubscribed", bought: 100, ago: 24 * 19 })
    await aPerson(id, { reason: "unsubscribed", late: true, bought: 100, ago: 24 * 19 })
    await aPerson(id, { bought: 100, ago: 24 * 21 })
    await aPerson(id, { bought: 100, ago: 24 * 10 })
    await aPerson(id, { reason: "control_group", bought: 100, ago: 24 * 18 })
    expect(await control(id)).toMatchObject({
      treated: 3,
      treated_buyers: 1,
      held: 1,
      held_buyers: 1,
      is_over: true,
      result: { kind: "not_enough" },
    })
  })

  it("is not asked for where nobody was held out", async () => {
    const id = await aMailing()
    await rows("UPDATE mailroom.mailing SET control_share = 0 WHERE id = $1", id)
    expect(await control(id)).toBeNull()
  })

  it("is shown as it was counted last when counting takes long", async () => {
    const id = await aMailing()
    await rows(
      `INSERT INTO mailroom.report_figure (source_id, figures, counted_at, took_ms)
       VALUES ($1, '{"statuses": [], "outcomes": {"delivered": 0, "bounced": 77, "open_machine": 0}, "links": [], "domains": [], "devices": [], "control": null}', mailroom.now(), 60000)`,
      id,
    )
    expect((await opened.mailroom.reports.report(id)).breakdown).toMatchObject({ bounced: 77 })
    expect(await opened.mailroom.reports.breakdown(id)).toMatchObject({ bounced: 0 })
  })
})
