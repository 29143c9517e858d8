import { autoresponderFormSchema } from "../../src/core/automations/autoresponder-form"
import { openEngine, type Engine } from "../support/automations"
import { anOrder } from "../support/shop"

describe("autoresponders as a plain form (F5)", () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterAll(() => engine.close())

  const formOf = (change: object = {}) =>
    autoresponderFormSchema.parse({
      name: "Thanks",
      when: { trigger: "order.placed" },
      mail: { template: "order_receipt", class: "tx" },
      ...change,
    })
  const list = () => engine.mailroom.autoresponders.list()

  it("is live at once, sends its one mail, and is read back as it was given", async () => {
    const { autoresponders } = engine.mailroom
    const made = await autoresponders.create(formOf({ is_on: true }), null)
    expect(made).toMatchObject({ name: "Thanks", state: "live" })
    expect(made.form).toEqual({
      when: { trigger: "order.placed", settings: {}, delay: null },
      who: { segment_id: null },
      mail: { template: "order_receipt", class: "tx", topic_id: null },
    })
    const order = anOrder()
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
    expect(await engine.messages()).toMatchObject([{ to_email: "ada@example.com", source_id: made.id, node: "mail" }])
    const delay = { amount: 2, unit: "days" }
    const later = await autoresponders.update(
      made.id,
      formOf({ name: "Thanks later", when: { trigger: "order.placed", delay } }),
      null,
    )
    expect(later).toMatchObject({ name: "Thanks later", state: "off", form: { when: { delay } } })
  })

  it("makes nothing of a form that cannot work, and says what is wrong with it", async () => {
    const before = await list()
    const { autoresponders } = engine.mailroom
    const weekly = { trigger: "date.repeated", settings: { cron: "0 9 * * 1" } }
    await expect(autoresponders.create(formOf({ when: weekly }), null)).rejects.toThrow("choose a segment")
    await expect(
      autoresponders.create(formOf({ mail: { template: "mtpl_gone" }, when: { trigger: "order.paid_twice" } }), null),
    ).rejects.toThrow(/no trigger "order.paid_twice"[^]*no published template "mtpl_gone"/)
    expect(await list()).toEqual(before)
  })

  it("leaves a way that says more than the form alone", async () => {
    const { autoresponders, automationDrafts } = engine.mailroom
    const { id } = await autoresponders.create(formOf(), null)
    const { draft, revision } = await automationDrafts.get(id)
    const nodes = [...draft.nodes, { ...draft.nodes[0]!, id: "again" }]
    await automationDrafts.save(id, { draft: { ...draft, nodes }, revision })
    expect((await autoresponders.get(id)).form).toBeNull()
    await expect(autoresponders.update(id, formOf(), null)).rejects.toThrow("Change it as an automation")
    await expect(autoresponders.get("mauto_order_receipt")).rejects.toThrow("no autoresponder")
  })
})
