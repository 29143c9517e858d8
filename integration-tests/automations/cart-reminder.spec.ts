import { builtinAutomationId } from "../../src/core/automations/builtins"
import { lastInstantCheck } from "../../src/runtime/last-instant"
import { openEngine, type Engine } from "../support/automations"
import { aCart, aCustomer, anId, anOrder, aProduct } from "../support/shop"

const REMINDER = builtinAutomationId("cart_reminder")
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe("the abandoned cart", () => {
  let engine: Engine
  let told: string[]
  beforeEach(async () => {
    engine = await openEngine()
    await engine.switchedOn("cart_reminder", minutesAgo(24 * 60))
    told = []
    engine.mailroom.bus = {
      emit: async (name, data) => {
        told.push(`${name} ${String(data.id)}`)
      },
    }
  })
  afterEach(() => engine.close())

  const leave = async (overrides: Parameters<typeof aCart>[0] = {}) => {
    const cart = aCart({ lastActivityAt: minutesAgo(90).toISOString(), ...overrides })
    engine.shop.carts_.set(cart.id, cart)
    await engine.mailroom.triggers.changed({ kind: "cart", id: cart.id })
    await engine.runOnly("triggers")
    return cart
  }
  const buy = async (overrides: Parameters<typeof anOrder>[0]) => {
    const order = anOrder(overrides)
    await engine.mailroom.db.transaction((tx) => engine.mailroom.readModel.orders(tx, [order]))
  }

  it("reminds once of a cart that was left with items and an address", async () => {
    const cart = await leave()
    await engine.drain()
    await engine.drain()
    expect(await engine.messages()).toMatchObject([
      {
        to_email: "ada@example.com",
        class: "marketing",
        status: "queued",
        context: { cart: { itemTotal: "100", currency: "EUR" } },
      },
    ])
    expect(told).toEqual([`mailroom.cart.abandoned ${cart.id}`])
    const [row] = await engine.messages()
    expect((row!.context!.cart as { url: string }).url).toMatch(/^https:\/\/shop\.example\/mailroom\/cart\/[\w-]+/)
  })

  it("reminds once although the cart is touched and left again", async () => {
    const cart = await leave()
    await engine.drain()
    await leave({ ...cart, lastActivityAt: minutesAgo(70).toISOString() })
    await engine.drain()
    expect(await engine.messages()).toHaveLength(1)
  })

  it("hears its own event from the bus without reminding twice", async () => {
    const cart = await leave()
    await engine.drain()
    await engine.mailroom.triggers.record({ event: "mailroom.cart.abandoned", payload: { id: cart.id }, source: "bus" })
    await engine.drain()
    expect(await engine.messages()).toHaveLength(1)
  })

  it.each([
    ["is still in use", { lastActivityAt: minutesAgo(30).toISOString() }],
    ["is empty", { lines: [] }],
    ["has no address", { email: null }],
    ["is bought", { completedAt: new Date().toISOString() }],
    ["was left days ago", { lastActivityAt: minutesAgo(4 * 24 * 60).toISOString() }],
  ])("does not remind of a cart that %s", async (_, overrides) => {
    await leave(overrides)
    await engine.drain()
    expect(await engine.messages()).toEqual([])
    expect(told).toEqual([])
  })

  it("does not remind of a cart left before the reminder was switched on", async () => {
    await engine.switchedOn("cart_reminder", minutesAgo(80))
    await leave()
    await engine.drain()
    expect(await engine.messages()).toEqual([])
  })

  it("obeys the idle time of the settings", async () => {
    await engine.mailroom.automations.updateSettings(REMINDER, { idleMinutes: 120 })
    await leave()
    await engine.drain()
    expect(await engine.messages()).toEqual([])
    await engine.mailroom.automations.updateSettings(REMINDER, { idleMinutes: 60 })
    await engine.drain()
    expect(await engine.messages()).toHaveLength(1)
  })

  it("does not remind who bought since with another cart", async () => {
    await leave()
    await buy({ email: "ADA@example.com" })
    await engine.drain()
    expect(await engine.messages()).toEqual([])
  })

  it("does not remind who bought since under another address of the same customer", async () => {
    const customer = aCustomer({ email: "ada@example.com" })
    await engine.mailroom.db.transaction((tx) => engine.mailroom.readModel.customers(tx, [customer]))
    await leave({ customerId: customer.id })
    await buy({ email: "ada@work.example", customerId: customer.id })
    await engine.drain()
    expect(await engine.messages()).toEqual([])
  })

  it("reminds who bought before the cart was left", async () => {
    await buy({ placedAt: minutesAgo(200).toISOString() })
    await leave()
    await engine.drain()
    expect(await engine.messages()).toHaveLength(1)
  })

  it("asks the shop, not only its own picture of it", async () => {
    const cart = await leave()
    engine.shop.carts_.set(cart.id, { ...cart, completedAt: new Date().toISOString(), orderId: anId("order") })
    await engine.drain()
    expect(await engine.messages()).toEqual([])
  })

  it("counts where every cart went", async () => {
    const carts = []
    for (const name of ["a", "b", "c", "d"]) carts.push(await leave({ email: `${name}@example.com` }))
    await engine.drain()
    const { db, automations } = engine.mailroom
    const end = (email: string, status: string, reason: string | null) =>
      db.query({
        text: "UPDATE mailroom.message SET status = $2, reason = $3 WHERE to_email = $1",
        values: [email, status, reason],
      })
    await end("a@example.com", "sent", null)
    await end("b@example.com", "dropped", "not_subscribed")
    await end("c@example.com", "dropped", "cart_bought")
    expect(await automations.reminderStats()).toEqual({
      left: 4,
      sent: 1,
      withoutConsent: 1,
      bought: 1,
      waiting: 1,
      other: 0,
    })
  })

  describe("in the last instant", () => {
    const leaving = (id: string, overrides: object = {}) => ({
      id: "m1",
      kind: "store_email" as const,
      node: "send",
      subjectKind: "cart",
      subjectId: id,
      onlyIf: [],
      product: null,
      ...overrides,
    })

    it("drops the reminder of a cart that was bought or emptied meanwhile", async () => {
      const open = await leave()
      const bought = await leave({ completedAt: new Date().toISOString() })
      const emptied = await leave({ lines: [] })
      const verdicts = await lastInstantCheck(engine.mailroom, [
        leaving(open.id, { id: "open" }),
        leaving(bought.id, { id: "bought" }),
        leaving(emptied.id, { id: "emptied" }),
        leaving("cart_gone", { id: "gone" }),
      ])
      expect([...verdicts].sort()).toEqual([
        ["bought", "cart_bought"],
        ["emptied", "cart_emptied"],
        ["gone", "cart_emptied"],
      ])
    })

    it("drops it when the person bought under another cart", async () => {
      const cart = await leave()
      await buy({})
      expect([...(await lastInstantCheck(engine.mailroom, [leaving(cart.id)]))]).toEqual([["m1", "cart_bought"]])
    })

    it("answers from the read model where there is no shop", async () => {
      const cart = await leave({ completedAt: new Date().toISOString() })
      engine.mailroom.shop = undefined
      expect([...(await lastInstantCheck(engine.mailroom, [leaving(cart.id)]))]).toEqual([["m1", "cart_bought"]])
    })

    it("drops a notice about a cancelled order, but neither its correction nor the shopper's own mails", async () => {
      const order = anOrder({ cancelledAt: new Date().toISOString() })
      engine.shop.orders_.set(order.context.id, order)
      const about = { subjectKind: "order", subjectId: order.context.id }
      const verdicts = await lastInstantCheck(engine.mailroom, [
        leaving("", { ...about, id: "notice", kind: "custom_action", node: "notify" }),
        leaving("", { ...about, id: "correction", kind: "custom_action", node: "correction" }),
        leaving("", { ...about, id: "receipt" }),
      ])
      expect([...verdicts]).toEqual([["notice", "order_cancelled"]])
    })

    it.each(["the shop", "the read model"])(
      "holds what a step asks of order and product against %s",
      async (source) => {
        const order = anOrder({})
        order.context.refundedTotal = "5"
        engine.shop.orders_.set(order.context.id, order)
        engine.shop.openReturns_.add(order.context.id)
        const product = aProduct({ id: "prod_gone", isInStock: false })
        engine.shop.products_.set("prod_gone", product)
        await engine.mailroom.db.transaction(async (tx) => {
          await engine.mailroom.readModel.orders(tx, [order])
          await engine.mailroom.readModel.products(tx, [product])
        })
        if (source === "the read model") engine.mailroom.shop = undefined
        const about = { kind: "automation", subjectKind: "order", subjectId: order.context.id }
        const gone = { subjectKind: null, product: { id: "prod_gone", price: null, currency: null } }
        const verdicts = await lastInstantCheck(engine.mailroom, [
          leaving("", { ...about, id: "refunded", onlyIf: ["order_not_refunded"] }),
          leaving("", { ...about, id: "standing", onlyIf: ["order_not_cancelled"] }),
          leaving("", { ...about, id: "returned", onlyIf: ["no_open_return"] }),
          leaving("", { ...about, ...gone, id: "sold_out", onlyIf: ["product_in_stock"] }),
        ])
        const known = [
          ["refunded", "order_refunded"],
          ["sold_out", "out_of_stock"],
        ]
        expect([...verdicts].sort()).toEqual(
          source === "the shop" ? [known[0], ["returned", "return_open"], known[1]] : known,
        )
      },
    )
  })
})
