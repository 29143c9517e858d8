import { openMailroom } from "../support/database"
import { orderCredits } from "../../src/runtime/order-credits"
import type { CreditRule } from "../../src/core/reports/credit-rule"
import { orderWorth, type SoldOrder } from "../../src/core/reports/order-worth"
import { aContact } from "../support/people"

type Opened = Awaited<ReturnType<typeof openMailroom>>

/** Lines as [net, quantity, returned]. */
function sold(lines: [number, number, number?][], change: Partial<SoldOrder> = {}): SoldOrder {
  const net = lines.reduce((sum, [worth]) => sum + worth, 0)
  const shown = lines.map(([worth, quantity, returned = 0]) => ({ net: worth, quantity, returned }))
  return { total: net * 1.19, refunded: 0, isCancelled: false, lines: shown, ...change }
}

describe("the orders that count for a mail", () => {
  let opened: Opened
  let n = 0
  const rows = (sql: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Record<string, any>>({ text: sql, values })
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  const aPerson = async () => (await aContact(opened.mailroom, `buyer${n++}@credit.example`)).contactId
  async function aMailing(credit?: CreditRule) {
    const { id } = await opened.mailroom.mailings.create({ name: `Mailing ${n++}`, ...(credit && { credit }) }, null)
    return id
  }
  /** A mail sent so many hours ago; `clicks` are hours ago. */
  async function aMail(mail: {
    to: string
    source: string
    sent: number
    clicks?: number[]
    by?: string
    class?: string
  }) {
    const { to, source, sent, clicks = [], by = "human", class: messageClass = "marketing" } = mail
    const [row] = await rows(
      `INSERT INTO mailroom.message (id, idempotency_key, class, origin, kind, source_id, contact_id, mail_domain, status, planned_at, settled_at)
       SELECT mailroom.uuidv7(t), decode(md5($4), 'hex'), $5, 'mailing', 'newsletter', $1, $2, 'm.example', 'sent', t, t
       FROM (SELECT mailroom.now() - make_interval(hours => $3::int) AS t) x RETURNING id`,
      source,
      to,
      sent,
      `mail ${n++}`,
      messageClass,
    )
    for (const ago of clicks)
      await rows(
        `INSERT INTO mailroom.message_event (message_id, kind, at, classification, link_index)
         VALUES ($1, 'click', mailroom.now() - make_interval(hours => $2::int), $3, 0)`,
        row!.id,
        ago,
        by,
      )
    await rows(
      `INSERT INTO mailroom.message_fold (message_id, first_click_human_at, last_click_human_at)
       SELECT $1, min(at), max(at) FROM mailroom.message_event WHERE message_id = $1 AND classification = 'human'`,
      row!.id,
    )
    return row!.id as string
  }
  async function anOrder(of: string, ago: number, change: Record<string, unknown> = {}) {
    const id = `order_${n++}`
    const order = { currency: "eur", total: "119", net_total: "100", refunded_total: "0", ...change }
    await rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, refunded_total, placed_at, canceled_at,
         promotion_codes)
       SELECT $1, $2, $3, $4, $5, $6, mailroom.now() - make_interval(hours => $7::int), $8, coalesce($9::text[], '{}')`,
      id,
      of,
      order.currency,
      order.total,
      order.net_total,
      order.refunded_total,
      ago,
      change.canceled_at ?? null,
      change.codes ?? null,
    )
    return id
  }
  async function look() {
    const loop = orderCredits(opened.mailroom)
    while ((await loop.turn({ ignoreSchedule: true })) === "more") continue
  }
  const creditOf = async (order: string) => (await opened.mailroom.orderCredits.ofOrder(order))?.source_id ?? null

  it("are those placed within five days after a person clicked, and one order counts once", async () => {
    const [first, second] = [await aMailing(), await aMailing()]
    const buyer = await aPerson()
    await aMail({ to: buyer, source: first, sent: 60, clicks: [50] })
    const later = await aMail({ to: buyer, source: second, sent: 40, clicks: [30, 20] })
    const [before, between, after] = [await anOrder(buyer, 55), await anOrder(buyer, 40), await anOrder(buyer, 2)]
    await look()
    await look()
    expect(await creditOf(before)).toBeNull()
    expect(await creditOf(between)).toBe(first)
    expect(await opened.mailroom.orderCredits.ofOrder(after)).toMatchObject({ source_id: second, message_id: later })
    expect(await opened.mailroom.orderCredits.revenue(second)).toEqual({
      rule: { by: "click", days: 5 },
      amounts: [{ currency: "eur", orders: 1, net: expect.stringMatching(/^100(\.0+)?$/) }],
    })
  })

  it("are not those after a machine's click, a receipt's, somebody else's, or one too long ago", async () => {
    const mailing = await aMailing({ by: "click", days: 1 })
    const [scanned, receipt, stranger, slow] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()]
    await aMail({ to: scanned, source: mailing, sent: 10, clicks: [9], by: "machine" })
    await aMail({ to: receipt, source: mailing, sent: 10, clicks: [9], class: "tx" })
    await aMail({ to: slow, source: mailing, sent: 60, clicks: [50] })
    const orders = [
      await anOrder(scanned, 1),
      await anOrder(receipt, 1),
      await anOrder(stranger, 1),
      await anOrder(slow, 1),
    ]
    await look()
    expect(await Promise.all(orders.map(creditOf))).toEqual([null, null, null, null])
  })

  it("are those placed with a code that the mail showed, clicked or not: a coupon's, or one's own", async () => {
    const [coupon, clicked] = [await aMailing(), await aMailing()]
    const [reader, entrant] = [await aPerson(), await aPerson()]
    const shown = await aMail({ to: reader, source: coupon, sent: 300 })
    await rows(
      `WITH v AS (INSERT INTO mailroom.template_version (number, document, digest, mailing_id) VALUES (1, $2, '\\x01', $3) RETURNING id)
       UPDATE mailroom.message SET template_version_id = (SELECT id FROM v) WHERE id = $1`,
      shown,
      JSON.stringify({ blocks: [{ columns: [{ blocks: [{ type: "coupon", code: "Autumn10" }] }] }] }),
      coupon,
    )
    await aMail({ to: reader, source: clicked, sent: 20, clicks: [10] })
    const own = await aMail({ to: entrant, source: "mauto_1", sent: 30 })
    await rows(
      `WITH e AS (UPDATE mailroom.message SET enrolment_id = mailroom.uuidv7() WHERE id = $1 RETURNING enrolment_id)
       INSERT INTO mailroom.promotion_code (key, code, enrolment_id, state, terms, cost, currency)
       SELECT 'k1', 'OWN-7', enrolment_id, 'minted', '{}', 0, 'eur' FROM e`,
      own,
    )
    const orders = [
      await anOrder(reader, 2, { codes: ["AUTUMN10"] }),
      await anOrder(reader, 3, { codes: ["ELSEWHERE"] }),
      await anOrder(entrant, 4, { codes: ["OWN-7", "OTHER"] }),
      await anOrder(entrant, 5),
    ]
    await look()
    expect(await Promise.all(orders.map(creditOf))).toEqual([coupon, clicked, "mauto_1", null])
  })

  it("are by range all those of its recipients, and none where none are asked for", async () => {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
    const ranged = await aMailing({ by: "range", from: day(2), to: day(0) })
    const none = await aMailing({ by: "none" })
    const [reader, other] = [await aPerson(), await aPerson()]
    await aMail({ to: reader, source: ranged, sent: 20 })
    await aMail({ to: other, source: none, sent: 20, clicks: [19] })
    const [counted, early, uncounted] = [await anOrder(reader, 3), await anOrder(reader, 22), await anOrder(other, 3)]
    await look()
    expect(await creditOf(counted)).toBe(ranged)
    expect(await creditOf(early)).toBeNull()
    expect(await creditOf(uncounted)).toBeNull()
  })

  it("are worth what is left of them: without tax, refunds and cancelled ones, each currency by itself", async () => {
    const mailing = await aMailing()
    const buyer = await aPerson()
    await aMail({ to: buyer, source: mailing, sent: 40, clicks: [39] })
    const whole = await anOrder(buyer, 5)
    await anOrder(buyer, 4, { total: "50", net_total: "40", refunded_total: "25" })
    await anOrder(buyer, 3, { currency: "usd", total: "20", net_total: "20" })
    const cancelled = await anOrder(buyer, 2)
    await look()
    await rows("UPDATE mailroom.purchase_order SET canceled_at = mailroom.now() WHERE order_id = $1", cancelled)
    const worth = async () =>
      (await opened.mailroom.orderCredits.revenue(mailing)).amounts.map(({ currency, orders, net }) => [
        currency,
        orders,
        Number(net),
      ])
    expect(await worth()).toEqual([
      ["eur", 2, 120],
      ["usd", 1, 20],
    ])
    await rows("UPDATE mailroom.purchase_order SET refunded_total = total WHERE order_id = $1", whole)
    expect(await worth()).toEqual([
      ["eur", 2, 20],
      ["usd", 1, 20],
    ])
  })

  // Worked examples: what a merchant would say that the order has brought. Prices net, 19 % tax on top.
  it.each<[string, SoldOrder, number]>([
    ["nothing has happened to it", sold([[100, 1]]), 100],
    ["half of it was paid back for a scratch", sold([[100, 1]], { refunded: 59.5 }), 50],
    ["one of two came back, the money not yet", sold([[100, 2, 1]]), 50],
    ["one of two came back and was paid back", sold([[100, 2, 1]], { refunded: 59.5 }), 50],
    ["all came back, shipping was kept", sold([[100, 1, 1]], { refunded: 110 }), 0],
    [
      "a coat of 40 was exchanged for one of 60",
      sold([
        [40, 1, 1],
        [60, 1],
      ]),
      60,
    ],
    [
      "a coat of 60 was exchanged for one of 40, the rest paid back",
      sold(
        [
          [60, 1, 1],
          [40, 1],
        ],
        { refunded: 23.8 },
      ),
      40,
    ],
    [
      "an edit has added a scarf",
      sold([
        [100, 1],
        [20, 1],
      ]),
      120,
    ],
    ["an edit has taken everything out", sold([]), 0],
    ["it was cancelled", sold([[100, 1]], { isCancelled: true }), 0],
  ])("are worth what is left when %s", async (_, order, worth) => {
    expect(orderWorth(order)).toBeCloseTo(worth, 6)
    const mailing = await aMailing()
    const buyer = await aPerson()
    await aMail({ to: buyer, source: mailing, sent: 40, clicks: [39] })
    const id = await anOrder(buyer, 5, {
      total: String(order.total),
      net_total: String(order.lines.reduce((sum, { net }) => sum + net, 0)),
      refunded_total: String(order.refunded),
    })
    await rows(
      `INSERT INTO mailroom.purchase (line_id, order_id, title, quantity, returned_quantity, currency, net, placed_at)
       SELECT $1 || ':' || n, $1, 'Coat', (l ->> 'quantity')::numeric, (l ->> 'returned')::numeric, 'eur', (l ->> 'net')::numeric, mailroom.now()
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS line (l, n)`,
      id,
      JSON.stringify(order.lines),
    )
    await look()
    if (order.isCancelled)
      await rows("UPDATE mailroom.purchase_order SET canceled_at = mailroom.now() WHERE order_id = $1", id)
    const { amounts } = await opened.mailroom.orderCredits.revenue(mailing)
    expect(Number(amounts[0]?.net ?? 0)).toBeCloseTo(worth, 6)
  })

  it("stand in the report, with the domains that the mails went to", async () => {
    const mailing = await aMailing()
    await rows("UPDATE mailroom.mailing SET started_at = mailroom.now(), state = 'sent' WHERE id = $1", mailing)
    const buyer = await aPerson()
    const id = await aMail({ to: buyer, source: mailing, sent: 4, clicks: [3] })
    await rows("UPDATE mailroom.message SET to_email = 'Buyer@Mail.Example' WHERE id = $1", id)
    await anOrder(buyer, 1)
    await look()
    const report = await opened.mailroom.reports.report(mailing)
    expect(report.revenue.amounts).toMatchObject([{ currency: "eur", orders: 1 }])
    expect((await opened.mailroom.reports.breakdown(mailing)).domains).toEqual([
      { domain: "mail.example", sent: 1, delivered: 0, open: 0, click: 1, bounced: 0, complained: 0 },
    ])
    await expect(opened.mailroom.reports.breakdown("mlg_none")).rejects.toThrow("There is no report")
  })
})
