import { builtinAutomationId } from "../../src/core/automations/builtins"
import { openEngine, type Engine } from "../support/automations"
import { aCustomer, aLine, anId, anOrder } from "../support/shop"

describe("store e-mails", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine()
    await engine.mailroom.automations.updateSettings(builtinAutomationId("order_receipt"), {
      ownerCopy: { enabled: false },
    })
  })
  afterEach(() => engine.close())

  const placed = (order = anOrder()) => {
    engine.shop.orders_.set(order.context.id, order)
    return order
  }
  const tell = (
    event: Parameters<Engine["mailroom"]["triggers"]["record"]>[0]["event"],
    payload: Record<string, unknown>,
  ) => engine.mailroom.triggers.record({ event, payload, source: "bus" })
  const decisions = () =>
    engine.mailroom.db.query<{ source_id: string; verdict: string; reason: string }>({
      text: "SELECT source_id, verdict, reason FROM mailroom.decision ORDER BY at",
      values: [],
    })

  it("mails one receipt when the same order is told five times, by bus and reconciler", async () => {
    const { context } = placed()
    for (let n = 0; n < 3; n++) await tell("order.placed", { id: context.id })
    await engine.drain()
    for (const source of ["bus", "reconciler"] as const)
      await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: context.id }, source })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([
      {
        to_email: "ada@example.com",
        kind: "store_email",
        class: "tx",
        status: "queued",
        source_id: "mauto_order_receipt",
      },
    ])
  })

  it("copies the receipt to the owner's addresses", async () => {
    const { automations } = engine.mailroom
    await automations.updateSettings(builtinAutomationId("order_receipt"), {
      ownerCopy: { enabled: true, addresses: ["owner@shop.example", "books@shop.example"] },
    })
    await tell("order.placed", { id: placed().context.id })
    await engine.drain()
    const rows = await engine.messages()
    expect(rows.map(({ to_email, kind, context }) => [to_email, kind, context!.isOwnerCopy])).toEqual(
      expect.arrayContaining([
        ["ada@example.com", "store_email", false],
        ["owner@shop.example", "owner_copy", true],
        ["books@shop.example", "owner_copy", true],
      ]),
    )
    expect(rows).toHaveLength(3)
  })

  it("fills the receipt from the shop as it is when the mail is made", async () => {
    const order = placed(anOrder({ locale: "fr-BE" }))
    await tell("order.placed", { id: order.context.id })
    await engine.drain()
    const [row] = await engine.messages()
    expect(row).toMatchObject({
      locale: "fr-BE",
      context: {
        order: { displayId: "1042", total: "105", currency: "EUR", lines: [{ title: "Boots", total: "100" }] },
      },
    })
  })

  it("mails nothing about what happened before the switch-on, and says so", async () => {
    const order = placed()
    await engine.switchedOn("order_receipt", new Date(Date.now() + 60_000))
    await tell("order.placed", { id: order.context.id })
    await engine.drain()
    expect(await engine.messages()).toEqual([])
    expect(await decisions()).toMatchObject([
      { source_id: "mauto_order_receipt", verdict: "not_entered", reason: "before_switch_on" },
    ])
    const [buyer] = await engine.mailroom.db.query<{ contact_id: string }>({
      text: "SELECT contact_id FROM mailroom.purchase_order",
      values: [],
    })
    const why = await engine.mailroom.automationEntrants.why("mauto_order_receipt", buyer!.contact_id)
    expect(why).toMatchObject({
      entries: [],
      notEntered: [{ sentence: "It happened before the automation was switched on." }],
    })
  })

  it("mails nothing while the template is off", async () => {
    await engine.mailroom.automations.switchOff(builtinAutomationId("order_receipt"))
    await tell("order.placed", { id: placed().context.id })
    await engine.drain()
    expect(await engine.messages()).toEqual([])
  })

  it("stops those who are inside when the template is switched off", async () => {
    await tell("order.placed", { id: placed().context.id })
    await engine.runOnly("triggers")
    await engine.mailroom.automations.switchOff(builtinAutomationId("order_receipt"))
    await engine.drain()
    expect(await engine.messages()).toEqual([])
    expect(await decisions()).toMatchObject([{ verdict: "left", reason: "automation_off" }])
  })

  it("keeps silent to the shopper where the merchant asked for it, and tells the owner all the same", async () => {
    const order = placed()
    await engine.mailroom.automations.updateSettings(builtinAutomationId("shipment"), {
      ownerCopy: { enabled: true, addresses: ["owner@shop.example"] },
    })
    const parcel = {
      id: anId("ful"),
      orderId: order.context.id,
      lines: [],
      tracking: [],
      shippedAt: null,
      deliveredAt: null,
      cancelledAt: null,
    }
    engine.shop.fulfillments_.set(parcel.id, parcel)
    await tell("shipment.created", { id: parcel.id, no_notification: true })
    await engine.drain()
    const rows = await engine.messages()
    expect(rows.map(({ kind, status, reason }) => [kind, status, reason]).sort()).toEqual([
      ["owner_copy", "queued", null],
      ["store_email", "dropped", "merchant_asked_for_silence"],
    ])
  })

  it("names the parcel's lines and its tracking links", async () => {
    const lines = [aLine({ id: "ordli_a", title: "Boots" }), aLine({ id: "ordli_b", title: "Socks", quantity: 3 })]
    const order = placed(anOrder({ lines }))
    const tracking = [{ number: "AT1", url: "https://post.example/AT1" }]
    const parcel = {
      id: anId("ful"),
      orderId: order.context.id,
      lines: [{ lineId: "ordli_b", quantity: 2 }],
      tracking,
      shippedAt: null,
      deliveredAt: null,
      cancelledAt: null,
    }
    engine.shop.fulfillments_.set(parcel.id, parcel)
    await tell("shipment.created", { id: parcel.id })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([{ context: { lines: [{ title: "Socks", quantity: 2 }], tracking } }])
  })

  it("holds a shipment that the bus lost for the merchant's word", async () => {
    const order = placed()
    const parcel = {
      id: anId("ful"),
      orderId: order.context.id,
      lines: [],
      tracking: [],
      shippedAt: null,
      deliveredAt: null,
      cancelledAt: null,
    }
    engine.shop.fulfillments_.set(parcel.id, parcel)
    await engine.mailroom.triggers.record({
      event: "shipment.created",
      payload: { id: parcel.id },
      source: "reconciler",
    })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([{ status: "held", reason: "merchants_word" }])
  })

  it("writes down that an order had no address", async () => {
    await tell("order.placed", { id: placed(anOrder({ email: null })).context.id })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([{ status: "dropped", reason: "no_address" }])
  })

  it("mails each refund and capture of a payment once, with its own amount", async () => {
    const order = placed()
    const at = new Date(Date.now() + 1000).toISOString()
    engine.shop.payments_.set("pay_1", {
      id: "pay_1",
      orderId: order.context.id,
      currency: "EUR",
      captures: [{ id: "capt_1", amount: "105", at, note: null }],
      refunds: [
        { id: "ref_1", amount: "10", at, note: "Sorry" },
        { id: "ref_2", amount: "5.5", at, note: null },
      ],
    })
    for (let n = 0; n < 2; n++) {
      await engine.mailroom.triggers.hint({ hint: "payment", id: "pay_1" })
      await engine.drain()
    }
    const rows = await engine.messages()
    expect(rows.filter(({ source_id }) => source_id === "mauto_payment_captured")).toMatchObject([
      { context: { payment: { amount: "105", currency: "EUR" } } },
    ])
    const refunds = rows.filter(({ source_id }) => source_id === "mauto_refund").map(({ context }) => context!.refund)
    expect(refunds).toHaveLength(2)
    expect(refunds).toEqual(
      expect.arrayContaining([
        { amount: "10", currency: "EUR", note: "Sorry" },
        { amount: "5.5", currency: "EUR", note: null },
      ]),
    )
  })

  it("welcomes who registered, in the language of the account", async () => {
    const customer = aCustomer({ locale: "it" })
    engine.shop.customers_.set(customer.id, customer)
    await tell("customer.created", { id: customer.id })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([
      { source_id: "mauto_welcome", locale: "it", context: { customer: { firstName: "Ada" } } },
    ])
  })

  it("does not welcome a customer whom the merchant only wrote down", async () => {
    const customer = aCustomer({ hasAccount: false })
    engine.shop.customers_.set(customer.id, customer)
    await tell("customer.created", { id: customer.id })
    await engine.drain()
    expect(await engine.messages()).toEqual([])
    expect(await decisions()).toMatchObject([{ source_id: "mauto_welcome", verdict: "left", reason: "no_account" }])
  })

  it("never writes a reset's token in the clear, and wipes it when the mail is made", async () => {
    await tell("auth.password_reset", {
      entity_id: "ada@example.com",
      actor_type: "customer",
      token: "very-secret-token",
    })
    const dump = async () =>
      JSON.stringify(await engine.mailroom.db.query({ text: "SELECT * FROM mailroom.trigger_event", values: [] }))
    expect(await dump()).not.toContain("very-secret-token")
    await engine.drain()
    expect(await engine.messages()).toMatchObject([{ source_id: "mauto_password_reset_customer", context: null }])
    const [row] = await engine.mailroom.db.query<{ sealed_payload: Buffer | null }>({
      text: "SELECT sealed_payload FROM mailroom.trigger_event",
      values: [],
    })
    expect(row!.sealed_payload).toBeNull()
  })

  it("treats a gift card's code like money: sealed until the mail is made, and once per code and address", async () => {
    const card = { code: "GIFT-very-secret", email: "ada@example.com", amount: 50, currency: "eur" }
    const dump = async (table: string) =>
      JSON.stringify(await engine.mailroom.db.query({ text: `SELECT * FROM mailroom.${table}`, values: [] }))
    await tell("mailroom.gift_card.issued", card)
    await tell("mailroom.gift_card.issued", card)
    expect(await dump("trigger_event")).not.toContain(card.code)
    await engine.drain()
    // To a corrected address it may go once more.
    await tell("mailroom.gift_card.issued", { ...card, email: "ada@example.org" })
    await engine.drain()
    const rows = await engine.messages()
    expect(rows.map(({ to_email }) => to_email).sort()).toEqual(["ada@example.com", "ada@example.org"])
    for (const row of rows) expect(row).toMatchObject({ source_id: "mauto_gift_card", context: null, status: "queued" })
    for (const table of ["trigger_event", "message_content", "enrolment"])
      expect(await dump(table)).not.toContain(card.code)
    const [{ sealed_context: sealed }] = (await engine.mailroom.db.query({
      text: "SELECT sealed_context FROM mailroom.message_content LIMIT 1",
      values: [],
    })) as [{ sealed_context: Buffer }]
    expect(await engine.mailroom.keyring.unseal(sealed)).toContain(card.code)
  })

  it("invites again with the new token when an invite is renewed, and not twice with the same", async () => {
    const invite = {
      id: "invite_1",
      email: "bob@example.com",
      token: "one",
      isAccepted: false,
      expiresAt: null,
      changedAt: new Date(Date.now() + 1000).toISOString(),
    }
    for (const token of ["one", "one", "two"]) {
      engine.shop.invites_.set(invite.id, { ...invite, token })
      await engine.mailroom.triggers.hint({ hint: "invite", id: invite.id })
      await engine.drain()
    }
    expect(await engine.messages()).toHaveLength(2)
  })

  it("waits for an order that is not there yet, and gives up with a reason when it never comes", async () => {
    await tell("order.placed", { id: "order_none" })
    for (let n = 0; n < 6; n++) {
      await engine.drain()
      await engine.mailroom.db.query({
        text: "UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE state = 'due'",
        values: [],
      })
    }
    expect(await engine.messages()).toEqual([])
    expect(await decisions()).toMatchObject([{ verdict: "left", reason: "shop_data_missing" }])
  })

  it("mails although the product was deleted between order and mail", async () => {
    const order = placed(anOrder({ lines: [aLine({ productId: "prod_gone", categoryIds: [], productHandle: null })] }))
    await tell("order.placed", { id: order.context.id })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([
      { status: "queued", context: { order: { lines: [{ title: "Boots", url: null }] } } },
    ])
  })

  it("leaves everything off in a store that already has orders", async () => {
    const other = await openEngine({ storeHasOrders: true })
    expect((await other.mailroom.automations.list()).every(({ state }) => state === "off")).toBe(true)
    await other.mailroom.automations.ensureBuiltins({ storeHasOrders: false })
    expect(
      (await other.mailroom.automations.list()).every(
        ({ state, versionNumber }) => state === "off" && versionNumber === 1,
      ),
    ).toBe(true)
    await other.close()
  })

  it("does a crash's half step again, once", async () => {
    await tell("order.placed", { id: placed().context.id })
    await engine.runOnly("triggers")
    const { messages } = engine.mailroom
    const plan = messages.plan.bind(messages)
    // The process dies after the message is written and before the position is: the transaction takes both back.
    messages.plan = async (tx, wanted) => {
      await plan(tx, wanted)
      throw Object.assign(new Error("Connection terminated unexpectedly"), { code: "57P01" })
    }
    await expect(engine.drain()).rejects.toThrow("terminated")
    expect(await engine.messages()).toEqual([])
    messages.plan = plan
    await engine.drain()
    expect(await engine.messages()).toEqual([]) // the dead process's lease still holds
    await engine.mailroom.db.query({
      text: "UPDATE mailroom.enrolment SET lease_expires_at = mailroom.now()",
      values: [],
    })
    await engine.drain()
    expect(await engine.messages()).toHaveLength(1)
  })

  it("refuses a step of a process that lost its lease", async () => {
    await tell("order.placed", { id: placed().context.id })
    await engine.runOnly("triggers")
    const { shop } = engine
    const read = shop.order
    shop.order = async (id) => {
      await engine.mailroom.db.query({
        text: "UPDATE mailroom.enrolment SET lease_token = gen_random_uuid()",
        values: [],
      })
      return read(id)
    }
    await engine.runOnly("automation-clock")
    expect(await engine.messages()).toEqual([])
  })
})
