import { openEngine, type Engine } from "../support/automations"
import { aCart, aCustomer, anId, anOrder } from "../support/shop"

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe("what the event bus lost", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine()
    await engine.switchedOn("order_receipt", minutesAgo(30))
    await engine.switchedOn("welcome", minutesAgo(30))
    await engine.switchedOn("shipment", minutesAgo(30))
    await engine.switchedOn("order_cancelled", minutesAgo(30))
  })
  afterEach(() => engine.close())

  const lastLook = (at: Date) =>
    engine.mailroom.db.query({
      text: `INSERT INTO mailroom.periodic_task (name, state) VALUES ('reconciler', $1::jsonb)
             ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
      values: [JSON.stringify({ lookedAt: at.toISOString() })],
    })
  const look = async () => {
    await engine.runOnly("reconciler")
    await engine.drain()
  }
  const order = (at: Date) => {
    const id = anId("order", at)
    const made = anOrder({ placedAt: at.toISOString() })
    const placed = { ...made, context: { ...made.context, id } }
    engine.shop.orders_.set(id, placed)
    return placed
  }

  it("is found again in the shop's own data, once", async () => {
    await lastLook(minutesAgo(20))
    order(minutesAgo(15))
    const customer = aCustomer({ id: anId("cus", minutesAgo(14)), createdAt: minutesAgo(14).toISOString() })
    engine.shop.customers_.set(customer.id, customer)
    await look()
    await look()
    const rows = await engine.messages()
    expect(rows.map(({ source_id }) => source_id).sort()).toEqual(["mauto_order_receipt", "mauto_welcome"])
  })

  it("is not mailed when the bus had delivered it after all", async () => {
    await lastLook(minutesAgo(20))
    const { context } = order(minutesAgo(15))
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: context.id }, source: "bus" })
    await look()
    expect((await engine.messages()).filter(({ kind }) => kind === "store_email")).toHaveLength(1)
  })

  it("is found at the very first look too, as far back as something was switched on", async () => {
    const { context } = order(minutesAgo(15))
    order(minutesAgo(45))
    await look()
    expect(await engine.messages()).toMatchObject([{ context: { order: { id: context.id } } }])
  })

  it("is never from before the switch-on", async () => {
    await lastLook(minutesAgo(20))
    await engine.switchedOn("order_receipt", minutesAgo(5))
    order(minutesAgo(15))
    await look()
    expect(await engine.messages()).toEqual([])
  })

  it("waits for the merchant's word when it is a shipment", async () => {
    await lastLook(minutesAgo(20))
    const { context } = order(minutesAgo(200))
    const id = anId("ful")
    engine.shop.fulfillments_.set(id, {
      id,
      orderId: context.id,
      lines: [],
      tracking: [],
      shippedAt: null,
      deliveredAt: null,
      cancelledAt: null,
    })
    engine.shop.changes_.set("shipment", [
      { id, event: "shipment.created", payload: { id }, occurredAt: minutesAgo(12).toISOString() },
    ])
    await look()
    expect(await engine.messages()).toMatchObject([
      { source_id: "mauto_shipment", status: "held", reason: "merchants_word" },
    ])
  })

  it("is not what was imported with its past: an order that is older than its id", async () => {
    await lastLook(minutesAgo(20))
    const made = anOrder({ placedAt: minutesAgo(5000).toISOString() })
    const id = anId("order", minutesAgo(15))
    engine.shop.orders_.set(id, { ...made, context: { ...made.context, id } })
    await look()
    expect(await engine.mailroom.triggers.claim(10)).toEqual([])
  })

  it("leaves a parcel to the bus while it is young", async () => {
    await lastLook(minutesAgo(20))
    engine.shop.changes_.set("shipment", [
      { id: "ful_1", event: "shipment.created", payload: { id: "ful_1" }, occurredAt: new Date().toISOString() },
    ])
    await look()
    expect(await engine.mailroom.triggers.claim(10)).toEqual([])
  })

  it("is found over many pages, and guests are not welcomed", async () => {
    await lastLook(minutesAgo(20))
    for (let n = 0; n < 60; n++) {
      const customer = aCustomer({
        id: anId("cus", minutesAgo(15)),
        createdAt: minutesAgo(15).toISOString(),
        email: `c${n}@example.com`,
        hasAccount: n % 2 === 0,
      })
      engine.shop.customers_.set(customer.id, customer)
    }
    await look()
    expect(await engine.messages()).toHaveLength(30)
  })
})

describe("the read model", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const count = async (table: string) => {
    const [row] = await engine.mailroom.db.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM mailroom.${table}`,
      values: [],
    })
    return row!.n
  }

  it("is filled with the shop's past, page by page, and mails nobody", async () => {
    for (let n = 0; n < 60; n++) {
      const at = minutesAgo(10_000 - n)
      const made = anOrder({ email: `c${n % 40}@example.com`, placedAt: at.toISOString() })
      const id = anId("order", at)
      engine.shop.orders_.set(id, { ...made, context: { ...made.context, id } })
    }
    for (let n = 0; n < 30; n++) {
      const customer = aCustomer({ email: `c${n}@example.com` })
      engine.shop.customers_.set(customer.id, customer)
    }
    const cart = aCart({ email: "cart@example.com" })
    engine.shop.carts_.set(cart.id, cart)
    await engine.runOnly("read-model")
    expect(await Promise.all(["contact", "purchase_order", "purchase", "cart", "contact_customer"].map(count))).toEqual(
      [41, 60, 60, 1, 30],
    )
    await engine.runOnly("read-model")
    expect(await count("purchase")).toBe(60)
    await engine.drain()
    expect(await engine.messages()).toEqual([])
  })

  it("goes on where it stopped when the process died", async () => {
    for (let n = 0; n < 300; n++) {
      const customer = aCustomer({ email: `c${n}@example.com` })
      engine.shop.customers_.set(customer.id, customer)
    }
    const asked: (string | null)[] = []
    const { customers } = engine.shop
    engine.shop.customers = async (page) => {
      asked.push(page.after)
      if (asked.length === 2) throw new Error("killed")
      return customers(page)
    }
    await expect(engine.runOnly("read-model")).rejects.toThrow("killed")
    await engine.runOnly("read-model")
    expect(asked[0]).toBeNull()
    expect(asked[2]).toBe(asked[1])
    expect(await count("contact")).toBe(300)
  })

  it("follows an order edit: what was taken out goes, net amounts are kept per line", async () => {
    const order = anOrder()
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.changed({ kind: "order", id: order.context.id })
    await engine.drain()
    const lines = [{ ...order.lines[0]!, id: anId("ordli"), net: "12.345", quantity: 3 }]
    engine.shop.orders_.set(order.context.id, { ...order, lines, context: { ...order.context, refundedTotal: "7.5" } })
    await engine.mailroom.triggers.changed({ kind: "order", id: order.context.id })
    await engine.drain()
    const rows = await engine.mailroom.db.query({
      text: "SELECT p.line_id, p.net, p.quantity, o.refunded_total FROM mailroom.purchase p JOIN mailroom.purchase_order o USING (order_id)",
      values: [],
    })
    expect(rows).toEqual([{ line_id: lines[0]!.id, net: "12.345", quantity: "3", refunded_total: "7.5" }])
  })

  it("reads a thing again that changed while it was being read", async () => {
    const cart = aCart()
    engine.shop.carts_.set(cart.id, cart)
    const { triggers, db } = engine.mailroom
    await triggers.changed({ kind: "cart", id: cart.id })
    const [row] = await triggers.claim(10)
    await triggers.changed({ kind: "cart", id: cart.id })
    await expect(db.transaction((tx) => triggers.finish(tx, row!, "refreshed"))).rejects.toThrow("taken over")
    await engine.drain()
    expect(await count("cart")).toBe(1)
  })
})
