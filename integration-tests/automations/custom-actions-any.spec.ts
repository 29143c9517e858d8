import { tryCustomAction } from "../../src/runtime/try-custom-action"
import { openEngine, type Engine } from "../support/automations"
import { aCustomer, aLine, anOrder } from "../support/shop"

const SALES = { id: "user_sales", email: "sales@shop.example", name: "Sales" }
const WAREHOUSE = "warehouse@shop.example"
const boots = aLine({ id: "ordli_boots", title: "Boots", quantity: 2 })
const socks = aLine({ id: "ordli_socks", title: "Socks" })

const form = (trigger: object, more: object = {}) => ({
  name: "Tell somebody",
  trigger,
  recipients: [{ field: "to", by: "address", value: WAREHOUSE }],
  heading: "Look at this",
  ...more,
})

describe("custom actions on any trigger (F2)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true, loops: ["effects"] })
    engine.shop.staff_ = [SALES]
  })
  afterEach(() => engine.close())

  async function action(trigger: object, more: object = {}): Promise<string> {
    const { automations } = engine.mailroom
    const { id } = await automations.createCustomAction(form(trigger, more))
    await automations.switchOn(id)
    return id
  }
  const told = async () => (await engine.messages()).filter(({ kind }) => kind === "custom_action")
  const happens = async (event: "customer.created" | "order.canceled" | "order.return_requested", payload: object) => {
    await engine.mailroom.triggers.record({ event, payload: { ...payload }, source: "bus" })
    await engine.drain()
  }
  const registers = async (email: string, groupIds: string[]) => {
    const customer = aCustomer({ email, groupIds })
    engine.shop.customers_.set(customer.id, customer)
    await engine.mailroom.db.transaction((tx) => engine.mailroom.readModel.customers(tx, [customer]))
    await happens("customer.created", { id: customer.id })
  }

  it("tell sales of a registration in a customer group, and of no other", async () => {
    const trigger = { kind: "customer.created", filters: [{ kind: "customer_group", settings: { ids: ["cg_trade"] } }] }
    await action(trigger, { recipients: [{ field: "to", by: "staff", value: SALES.id }] })
    await registers("private@example.com", [])
    await registers("trade@example.com", ["cg_trade"])
    expect(await told()).toMatchObject([
      { to_email: SALES.email, status: "queued", context: { notice: { heading: "Look at this" }, person: null } },
    ])
  })

  it("name the person only where it is ticked", async () => {
    await action({ kind: "customer.created" }, { withShopper: true })
    await registers("ada@example.com", [])
    expect(await told()).toMatchObject([{ context: { person: { email: "ada@example.com" } } }])
  })

  it("tell the warehouse of just what is sent back", async () => {
    await action({ kind: "order.return_requested" })
    const order = anOrder({ lines: [boots, socks] })
    engine.shop.orders_.set(order.context.id, order)
    engine.shop.returned = async (id) => ({
      id,
      orderId: order.context.id,
      lines: [{ lineId: boots.id, quantity: 1 }],
      isSilenced: true,
      requestedAt: order.placedAt,
      receivedAt: null,
    })
    await happens("order.return_requested", { order_id: order.context.id, return_id: "return_1" })
    expect(await told()).toMatchObject([
      { to_email: WAREHOUSE, status: "queued", context: { shopper: null, lines: [{ title: "Boots", quantity: 1 }] } },
    ])
  })

  it("tell of a cancelled order once, and correct nothing", async () => {
    await action({ kind: "order.canceled" })
    const order = anOrder({ lines: [boots], cancelledAt: new Date().toISOString() })
    engine.shop.orders_.set(order.context.id, order)
    await happens("order.canceled", { id: order.context.id })
    expect(await told()).toMatchObject([{ to_email: WAREHOUSE, status: "queued", node: "correction" }])
  })

  it("tell of an event of the shop's own, with what was said of the person only where it is ticked", async () => {
    await action({ kind: "own.event", settings: { name: "loyalty.level_reached" } })
    await action(
      { kind: "own.event", settings: { name: "loyalty.level_reached" } },
      { heading: "With all", withShopper: true },
    )
    await engine.mailroom.ownEvents.push({
      name: "loyalty.level_reached",
      whom: { email: "ada@example.com" },
      data: { level: "gold" },
    })
    await engine.drain()
    const facts = Object.fromEntries(
      (await told()).map(({ context }) => [(context!.notice as { heading: string }).heading, context!.facts]),
    )
    expect(facts).toEqual({ "Look at this": [], "With all": [{ label: "level", value: "gold" }] })
  })

  it("are mailed once, although the process died before it said so", async () => {
    await action({ kind: "customer.created" })
    await registers("ada@example.com", [])
    await engine.mailroom.db.query({
      text: "UPDATE mailroom.effect SET state = 'pending', settled_at = NULL",
      values: [],
    })
    await engine.drain()
    expect(await told()).toHaveLength(1)
  })

  it("may tell another system alone", async () => {
    const { id: webhookId } = await engine.mailroom.webhooks.create({
      name: "Stock",
      url: "https://stock.example/hook",
    })
    const id = await action({ kind: "customer.created" }, { recipients: [], heading: "", webhookId })
    const { version } = await engine.mailroom.automations.retrieve(id)
    expect(version!.nodes).toMatchObject([
      { kind: "webhook", settings: { endpointId: webhookId, with: ["order", "lines"] } },
    ])
  })

  it.each([
    [{ match: { kind: "product", ids: ["prod_1"] } }, "match: must be left out"],
    [{ recipients: [{ field: "to", by: "supplier" }] }, "recipients: must be addresses or colleagues"],
    [{ collectMinutes: 60 }, "collectMinutes: must be left out"],
    [{ recipients: [] }, "recipients: add at least one recipient"],
    [{ heading: "" }, "heading: say in a few words"],
    [{ trigger: { kind: "no.such" } }, 'trigger.kind ("no.such"): There is no trigger'],
    [{ trigger: { kind: "order.placed" } }, "match: choose what is bought"],
  ])("refuse %j by name", (more, sentence) => {
    const problems = engine.mailroom.automations.validateCustomAction(form({ kind: "customer.created" }, more))
    expect(problems.join(" ")).toContain(sentence)
  })

  it("are tried with the last real event, and send nothing by it", async () => {
    const id = await action({ kind: "customer.created" }, { withShopper: true })
    await registers("ada@example.com", [])
    const before = (await engine.messages()).length
    const trial = await tryCustomAction(engine.mailroom, { id, locale: "en" })
    expect(trial).toMatchObject({
      order: null,
      sentence: `1 mail would go to ${WAREHOUSE}.`,
      mails: [{ to: [WAREHOUSE], subject: "Look at this", html: expect.stringContaining("ada@example.com") }],
    })
    expect(await engine.messages()).toHaveLength(before)
    const never = await action({ kind: "order.canceled" })
    const none = await tryCustomAction(engine.mailroom, { id: never, locale: "en" })
    expect(none).toMatchObject({ happened_at: null, mails: [] })
  })
})
