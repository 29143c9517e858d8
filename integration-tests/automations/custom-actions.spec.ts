import { openEngine, type Engine } from "../support/automations"
import { aLine, anId, anOrder } from "../support/shop"

const boots = () =>
  aLine({
    id: anId("ordli"),
    productId: "prod_boots",
    title: "Boots",
    productMetadata: { supplier_email: "boots@supplier.example" },
  })
const socks = () =>
  aLine({
    id: anId("ordli"),
    productId: "prod_socks",
    title: "Socks",
    productMetadata: { supplier_email: "socks@supplier.example" },
  })

const titlesOf = (context: Record<string, unknown> | null) =>
  (context!.lines as { title: string }[]).map(({ title }) => title)

const form = (overrides: object = {}) => ({
  name: "Boots are bought",
  match: { kind: "product", ids: ["prod_boots"] },
  recipients: [{ field: "to", by: "address", value: "stock@distributor.example" }],
  heading: "Please send boots",
  ...overrides,
})

describe("custom actions", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const action = async (overrides: object = {}) => {
    const { automations } = engine.mailroom
    const { id } = await automations.createCustomAction(form(overrides))
    return automations.switchOn(id)
  }
  const place = async (order = anOrder({ lines: [boots(), socks()] })) => {
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
    return order
  }
  const cancel = async (order: Awaited<ReturnType<typeof place>>) => {
    engine.shop.orders_.set(order.context.id, { ...order, cancelledAt: new Date().toISOString() })
    await engine.mailroom.triggers.record({ event: "order.canceled", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
  }
  const settle = (status: string) =>
    engine.mailroom.db.query({ text: `UPDATE mailroom.message SET status = $1`, values: [status] })

  it("tells the distributor of just those lines, without shopper and prices", async () => {
    await action()
    await place()
    expect(await engine.messages()).toMatchObject([
      {
        to_email: "stock@distributor.example",
        kind: "custom_action",
        status: "queued",
        context: {
          notice: { heading: "Please send boots" },
          shopper: null,
          lines: [{ title: "Boots", total: null, unitPrice: null }],
        },
      },
    ])
  })

  it("gives shopper and prices where they are ticked, with cc and bcc", async () => {
    await action({
      withShopper: true,
      withPrices: true,
      recipients: [
        { field: "to", by: "address", value: "stock@distributor.example" },
        { field: "cc", by: "address", value: "cc@distributor.example" },
        { field: "bcc", by: "address", value: "bcc@shop.example" },
      ],
    })
    await place()
    expect(await engine.messages()).toMatchObject([
      {
        cc: ["cc@distributor.example"],
        bcc: ["bcc@shop.example"],
        context: {
          shopper: { name: "Ada Lovelace", email: "ada@example.com", phone: "+43 1" },
          lines: [{ total: "100" }],
        },
      },
    ])
  })

  it("sends no copy to whom nothing may be sent, and says so in the Outbox", async () => {
    const { db, suppression } = engine.mailroom
    const bounced = { scope: "all", reason: "hard_bounce", source: "smtp" } as const
    await suppression.suppress(db, { email: "Gone@distributor.example", ...bounced })
    await suppression.suppress(db, { domain: "dead.example", scope: "all", reason: "manual", source: "admin" })
    await suppression.suppress(db, {
      email: "quiet@shop.example",
      scope: "marketing",
      reason: "unsubscribed",
      source: "page",
    })
    await action({
      recipients: [
        { field: "to", by: "address", value: "stock@distributor.example" },
        { field: "cc", by: "address", value: "gone@distributor.example" },
        { field: "cc", by: "address", value: "quiet@shop.example" },
        { field: "bcc", by: "address", value: "old@dead.example" },
      ],
    })
    await place()
    const rows = await engine.messages()
    const outcome = rows.map(({ to_email, status, reason, cc, bcc }) => ({ to_email, status, reason, cc, bcc }))
    const alone = { status: "dropped", cc: null, bcc: null }
    expect(outcome.sort((a, b) => (a.to_email < b.to_email ? -1 : 1))).toEqual([
      { to_email: "gone@distributor.example", reason: "suppressed_hard_bounce", ...alone },
      { to_email: "old@dead.example", reason: "suppressed_domain", ...alone },
      { to_email: "stock@distributor.example", status: "queued", reason: null, cc: ["quiet@shop.example"], bcc: null },
    ])
  })

  it("mails each supplier of the product's metadata the own lines only", async () => {
    await action({
      match: { kind: "product", ids: ["prod_boots", "prod_socks"] },
      recipients: [{ field: "to", by: "product_metadata", value: "supplier_email" }],
    })
    await place()
    const told = (await engine.messages()).map(({ to_email, context }) => [to_email, titlesOf(context)])
    expect(told.sort()).toEqual([
      ["boots@supplier.example", ["Boots"]],
      ["socks@supplier.example", ["Socks"]],
    ])
  })

  it.each([
    ["category", aLine({ categoryIds: ["pcat_leaf", "pcat_top"] }), "pcat_top"],
    ["collection", aLine({ collectionId: "pcol_winter" }), "pcol_winter"],
    ["tag", aLine({ tagIds: ["ptag_warm"] }), "ptag_warm"],
  ])("knows what belongs to a %s", async (kind, line, id) => {
    await action({ match: { kind, ids: [id] } })
    await place(anOrder({ lines: [line, socks()] }))
    const [row, ...others] = await engine.messages()
    expect(row!.context!.lines).toHaveLength(1)
    expect(others).toEqual([])
  })

  it("tells somebody who stands beside each supplier of all the lines", async () => {
    await action({
      match: { kind: "product", ids: ["prod_boots", "prod_socks"] },
      recipients: [
        { field: "to", by: "product_metadata", value: "supplier_email" },
        { field: "to", by: "address", value: "all@shop.example" },
        { field: "cc", by: "address", value: "cc@shop.example" },
      ],
    })
    await place()
    const told = (await engine.messages()).map(({ to_email, context }) => [to_email, titlesOf(context)])
    expect(told.sort()).toEqual([
      ["all@shop.example", ["Boots"]],
      ["all@shop.example", ["Socks"]],
      ["boots@supplier.example", ["Boots"]],
      ["socks@supplier.example", ["Socks"]],
    ])
  })

  it("takes the whole order of a sales channel", async () => {
    await action({ match: { kind: "sales_channel", ids: ["sc_b2b"] } })
    await place(anOrder({ lines: [boots(), socks()], salesChannelId: "sc_b2b" }))
    await place(anOrder({ lines: [boots()], salesChannelId: "sc_web" }))
    const rows = await engine.messages()
    expect(rows.map(({ context }) => (context!.lines as unknown[]).length)).toEqual([2])
  })

  it("mails nobody about an order that has nothing of it, and says why", async () => {
    await action()
    await place(anOrder({ lines: [socks()] }))
    expect(await engine.messages()).toEqual([])
    const decisions = await engine.mailroom.db.query({
      text: "SELECT verdict, reason FROM mailroom.decision",
      values: [],
    })
    expect(decisions).toEqual([{ verdict: "left", reason: "nothing_matches" }])
  })

  it("sends a correction when the order is cancelled after the notice, once", async () => {
    await action()
    const order = await place()
    await settle("sent")
    await cancel(order)
    await cancel(order)
    const rows = await engine.messages()
    expect(rows.map(({ node, context }) => [node, (context!.notice as { heading: string }).heading])).toEqual([
      ["notify", "Please send boots"],
      ["correction", "Cancelled: Please send boots"],
    ])
  })

  it("does not count it as a failed try of the correction that the notice was on its way for long", async () => {
    await action()
    const order = await place()
    await cancel(order)
    const overdue = { text: "UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE state = 'due'", values: [] }
    for (let minute = 0; minute < 5; minute++) {
      await engine.mailroom.db.query(overdue)
      await engine.drain()
    }
    const [waiting] = await engine.mailroom.db.query({
      text: "SELECT attempts FROM mailroom.enrolment WHERE state = 'due'",
      values: [],
    })
    expect(waiting).toEqual({ attempts: 0 })
  })

  it("sends no correction for a notice that never went", async () => {
    await action()
    const order = await place()
    await settle("dropped")
    await cancel(order)
    expect(await engine.messages()).toHaveLength(1)
  })

  it("does not notify about an order that is cancelled already", async () => {
    await action()
    const order = anOrder({ lines: [boots()], cancelledAt: new Date().toISOString() })
    await place(order)
    await cancel(order)
    expect(await engine.messages()).toEqual([])
  })

  it("can be tried with the last real order, without sending", async () => {
    const { automations } = engine.mailroom
    const { id } = await automations.createCustomAction(form())
    expect(await automations.tryWithLastOrder(id)).toEqual({ order: null, lines: [], notices: [] })
    const order = await place()
    await place(anOrder({ lines: [socks()] }))
    const trial = await automations.tryWithLastOrder(id)
    expect(trial).toMatchObject({
      order: { id: order.context.id },
      lines: [
        { title: "Boots", matches: true },
        { title: "Socks", matches: false },
      ],
      notices: [{ to: ["stock@distributor.example"], context: { lines: [{ title: "Boots" }] } }],
    })
    expect(await engine.messages()).toEqual([])
  })

  it("names the field, the value and what is wrong with it", async () => {
    const { automations } = engine.mailroom
    expect(automations.validateCustomAction(form())).toEqual([])
    const problems = automations.validateCustomAction(
      form({
        name: " ",
        match: { kind: "product", ids: [] },
        recipients: [{ field: "to", by: "address", value: "not an address" }],
      }),
    )
    expect(problems).toEqual([
      'name (" "): give it a name.',
      "match.ids: choose at least one.",
      'recipients.0.value ("not an address"): must be one e-mail address.',
    ])
    await expect(automations.createCustomAction(form({ recipients: [] }))).rejects.toThrow(
      "recipients: add at least one recipient",
    )
  })

  it("keeps those inside on the version that they entered, and archives what is deleted", async () => {
    const { automations } = engine.mailroom
    const { id } = await action()
    const changed = await automations.updateCustomAction(id, { heading: "New heading" })
    expect(changed).toMatchObject({
      versionNumber: 2,
      state: "live",
      action: { heading: "New heading", name: "Boots are bought" },
    })
    expect((await automations.updateCustomAction(id, { heading: "New heading" })).versionNumber).toBe(2)
    await automations.deleteCustomAction(id)
    expect(await automations.get(id)).toBeNull()
    await place()
    expect(await engine.messages()).toEqual([])
    await expect(automations.deleteCustomAction("mauto_order_receipt")).rejects.toThrow("no custom action")
  })
})
