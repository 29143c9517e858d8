import { suppliersFor } from "../support/suppliers"
import { openEngine, type Engine } from "../support/automations"
import { aLine, anOrder } from "../support/shop"
import { noticeFileOf } from "../../src/runtime/notice-file"
import { tryCustomAction } from "../../src/runtime/try-custom-action"
import type { ShopOrder } from "../../src/core/shop/shop"

const lamp = (more: object = {}) => aLine({ productId: "prod_lamp", title: "Lamp", sku: "L-1", ...more })
const sofa = () => aLine({ productId: "prod_sofa", title: "Sofa" })

/** "When a lamp is bought, tell its supplier." */
const form = (more: object = {}) => ({
  name: "Lamps are bought",
  match: { kind: "product", ids: ["prod_lamp"] },
  recipients: [{ field: "to", by: "supplier" }],
  heading: "Please send",
  ...more,
})

describe("notices that are collected, answered and corrected (F2)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ loops: ["effects", "notices"] })
    await suppliersFor(engine.mailroom, { prod_lamp: { name: "Lamp works", emails: ["orders@lamps.example"] } })
  })
  afterEach(() => engine.close())

  const rows = <Row = Record<string, unknown>>(text: string, ...values: unknown[]) =>
    engine.mailroom.db.query<Row>({ text, values })
  async function action(more: object = {}) {
    const { id } = await engine.mailroom.automations.createCustomAction(form(more))
    await engine.mailroom.automations.switchOn(id)
    return id
  }
  async function place(order: ShopOrder = anOrder({ lines: [lamp(), sofa()] })) {
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
    return order
  }
  /** The shop's order is otherwise now, and its event has come. */
  async function change(order: ShopOrder, change: Partial<ShopOrder>) {
    engine.shop.orders_.set(order.context.id, { ...order, ...change })
    await engine.mailroom.triggers.changed({ kind: "order", id: order.context.id })
    await engine.drain()
  }
  const notices = async () => (await engine.messages()).filter(({ kind }) => kind === "custom_action")
  const said = async () =>
    (await notices()).map(({ to_email: to, context }) => {
      const { notice, lines } = context as { notice: { heading: string }; lines: { title: string; quantity: number }[] }
      return [to, notice.heading, lines.map(({ title, quantity }) => `${quantity} ${title}`)]
    })
  const over = async () => {
    await rows("UPDATE mailroom.notice SET send_at = mailroom.now() WHERE state = 'collecting'")
    await engine.drain()
  }

  it("go to the supplier of the product with just its lines", async () => {
    await action()
    await place()
    expect(await said()).toEqual([["orders@lamps.example", "Please send", ["1 Lamp"]]])
  })

  it("wait for other orders and put them into one mail", async () => {
    await action({ collectMinutes: 60 })
    await place(anOrder({ lines: [lamp()], displayId: 1 }))
    await place(anOrder({ lines: [lamp({ quantity: 2 })], displayId: 2 }))
    expect(await said()).toEqual([])
    await over()
    const [[, , lines]] = (await said()) as [[string, string, string[]]]
    expect([...lines].sort()).toEqual(["1 #1 · Lamp", "2 #2 · Lamp"])
    await place(anOrder({ lines: [lamp()], displayId: 3 }))
    await over()
    expect(await said()).toHaveLength(2)
  })

  it("say nothing of an order that was cancelled meanwhile, and nothing at all when none is left", async () => {
    await action({ collectMinutes: 60 })
    const gone = await place(anOrder({ lines: [lamp()], displayId: 1 }))
    await change(gone, { cancelledAt: new Date().toISOString() })
    await over()
    expect(await said()).toEqual([])
    expect(await rows("SELECT state FROM mailroom.notice")).toEqual([{ state: "nothing_left" }])
  })

  it("are corrected when the order is changed afterwards, once for each change", async () => {
    await action()
    const order = await place(anOrder({ lines: [lamp({ quantity: 2 })] }))
    const [line] = order.lines
    await change(order, { lines: [{ ...line!, quantity: 3 }] })
    await change(order, { lines: [{ ...line!, quantity: 3 }] })
    await change(order, { lines: [] })
    await change(order, { lines: [], cancelledAt: new Date().toISOString() })
    const all = await said()
    expect(all.map(([, heading, lines]) => [heading, lines]).sort()).toEqual([
      ["Cancelled: Please send", ["0 Lamp (3 → 0)"]],
      ["Changed: Please send", ["3 Lamp (2 → 3)"]],
      ["Please send", ["2 Lamp"]],
    ])
  })

  it("remind whoever has not said that he has seen it, then tell others, and stop when he does", async () => {
    await action({
      acknowledge: { remindAfterHours: 2, escalateAfterHours: 4, escalateTo: ["boss@shop.example"] },
    })
    await place()
    const later = async (column: string) => {
      await rows(`UPDATE mailroom.notice SET ${column} = mailroom.now() WHERE ${column} IS NOT NULL`)
      await engine.drain()
    }
    await later("remind_at")
    await later("remind_at")
    await later("escalate_at")
    expect((await said()).map(([to, heading]) => [to, heading]).sort()).toEqual([
      ["boss@shop.example", "Not acknowledged yet: Please send"],
      ["orders@lamps.example", "Please send"],
      ["orders@lamps.example", "Reminder: Please send"],
    ])
    const [first] = await notices()
    expect((first!.context!.notice as { ackUrl: string }).ackUrl).toContain("https://shop.example/mailroom/n/")

    await place()
    const { notices: list } = await engine.mailroom.notices.list({ state: "open", limit: 10 })
    for (const { id } of list) await engine.mailroom.notices.acknowledge(id, "link")
    await later("remind_at")
    await later("escalate_at")
    expect(await said()).toHaveLength(4)
    expect((await engine.mailroom.notices.list({ state: "open", limit: 10 })).notices).toEqual([])
  })

  it("stay one when the process died after collecting, and when the event comes again", async () => {
    await action()
    const order = await place()
    await rows("UPDATE mailroom.effect SET state = 'pending', settled_at = NULL WHERE kind = 'notice'")
    await place(order)
    expect(await said()).toHaveLength(1)
  })

  it("keep two shoppers' parcels in mails of their own, and name them only when ticked", async () => {
    await action({ collectMinutes: 60, withShopper: true })
    await place(anOrder({ lines: [lamp()], displayId: 1 }))
    await place(anOrder({ lines: [lamp()], displayId: 2 }))
    await over()
    const mails = await notices()
    expect(mails).toHaveLength(2)
    for (const { context } of mails) expect((context!.shopper as { name: string }).name).toBe("Ada Lovelace")
  })

  it("carry their lines as a file that is the same each time it is made", async () => {
    await action({ attach: "pdf" })
    await place(anOrder({ lines: [lamp()], displayId: 77 }))
    const context = (await notices())[0]!.context!
    const [first, again] = [await noticeFileOf(context), await noticeFileOf(context)]
    expect(first!.part.equals(again!.part)).toBe(true)
    const text = first!.part.toString()
    expect(text).toContain("application/pdf")
    const pdf = Buffer.from(/\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/.exec(text)![1]!, "base64")
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-")
    expect(await noticeFileOf({ file: { ...(context.file as object), kind: "csv" } })).toMatchObject({
      part: expect.any(Buffer),
    })
    expect(await noticeFileOf({})).toBeNull()
  })

  it("can be tried with the last real order like any other", async () => {
    const { id } = await engine.mailroom.automations.createCustomAction(form({ attach: "csv" }))
    await place()
    const trial = await tryCustomAction(engine.mailroom, { id, locale: "en" })
    expect(trial.mails.map(({ to }) => to)).toEqual([["orders@lamps.example"]])
  })
})
