import { createTask } from "../../src/runtime/tasks"
import { openEngine, type Engine } from "../support/automations"
import { anOrder } from "../support/shop"

const ANN = { id: "user_ann", email: "ann@shop.example", name: "Ann" }
const BOB = { id: "user_bob", email: "bob@shop.example", name: null }

describe("tasks for colleagues (F11)", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true, loops: ["effects"] })
    engine.shop.staff_ = [ANN, BOB]
  })
  afterEach(() => engine.close())

  const rows = <Row = Record<string, unknown>>(text: string, ...values: unknown[]) =>
    engine.mailroom.db.query<Row>({ text, values })

  /** "When an order is placed, call", and behind it one tag per exit. */
  async function automation(settings: object, exits: Record<string, string | null> = {}) {
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({
      name: "Calls",
      draft: {
        trigger: { kind: "order.placed", settings: {}, filters: [], reentry: { rule: "per_occurrence" } },
        nodes: [
          {
            id: "call",
            kind: "task",
            settings: { taskKind: "call", title: "Call about {{ order.displayId }}", userIds: [ANN.id], ...settings },
            exits,
          },
          { id: "in_time", kind: "tag", settings: { add: ["called"], remove: [] }, exits: { next: null } },
          { id: "too_late", kind: "tag", settings: { add: ["missed"], remove: [] }, exits: { next: null } },
        ],
      },
    })
    await automationDrafts.publish(id, { revision: 1, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    return id
  }
  async function place(order = anOrder()) {
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
  }
  const open = () => engine.mailroom.tasks.list({ show: "open", assigneeId: null, contactId: null }, { limit: 50 })
  const mails = async () => (await engine.messages()).filter(({ kind }) => kind === "system")
  const tagsOf = async () => (await rows<{ tags: string[] }>("SELECT tags FROM mailroom.contact"))[0]!.tags
  const isDue = () => rows("UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE state = 'waiting'")

  it("are made in the words of the step, with the person's phone, and the assignee is told once", async () => {
    await automation({ note: "Ask {{ contact.name }}", dueIn: 2, dueUnit: "hours" })
    await place()
    const { tasks } = await open()
    expect(tasks).toMatchObject([
      { kind: "call", title: "Call about 1042", note: "Ask Ada Lovelace", assignee_id: ANN.id, phone: "+43 1" },
    ])
    expect(tasks[0]!.due_at.getTime() - tasks[0]!.created_at.getTime()).toBeGreaterThan(7_000_000)
    expect(await mails()).toMatchObject([
      {
        to_email: ANN.email,
        context: { task: { isCall: true, url: `https://shop.example/app/mailroom/tasks?id=${tasks[0]!.id}` } },
      },
    ])
  })

  it("stay one when the process died after making one: the same effect again changes nothing", async () => {
    await automation({})
    await place()
    await rows("UPDATE mailroom.effect SET state = 'pending', settled_at = NULL")
    await engine.drain()
    expect((await open()).tasks).toHaveLength(1)
    expect(await mails()).toHaveLength(1)
  })

  it("go round among several, and not to who has left the shop", async () => {
    await automation({ userIds: [ANN.id, "user_gone", BOB.id] })
    for (const _ of [1, 2, 3]) await place()
    const owners = (await open()).tasks.map(({ assignee_id }) => assignee_id).sort()
    expect(owners).toEqual([ANN.id, ANN.id, BOB.id])
  })

  it("fail by name when nobody of them is there any more", async () => {
    await automation({ userIds: ["user_gone"] })
    await place()
    expect(await rows("SELECT state, last_error FROM mailroom.effect")).toEqual([
      { state: "failed", last_error: "assignee_gone" },
    ])
  })

  it("let the way go on when they are done", async () => {
    await automation({ waits: true }, { done: "in_time", overdue: "too_late" })
    await place()
    expect(await tagsOf()).toEqual([])
    const [task] = (await open()).tasks
    await engine.mailroom.tasks.settle(task!.id, "done", ANN.id)
    await engine.mailroom.tasks.settle(task!.id, "done", ANN.id)
    await engine.drain()
    expect(await tagsOf()).toEqual(["called"])
    await expect(engine.mailroom.tasks.settle(task!.id, "dismissed", BOB.id)).rejects.toThrow("is done already")
  })

  it("let the way go on by the other exit when they are due, or are not needed", async () => {
    await automation({ waits: true }, { done: "in_time", overdue: "too_late" })
    await place()
    const [task] = (await open()).tasks
    await isDue()
    await engine.drain()
    expect(await tagsOf()).toEqual([])
    const change = { id: task!.id, title: "Call", note: "", assigneeId: ANN.id, dueAt: new Date(Date.now() - 1000) }
    await engine.mailroom.db.transaction((tx) => engine.mailroom.tasks.change(tx, change))
    await engine.drain()
    expect(await tagsOf()).toEqual(["missed"])
    expect((await open()).tasks).toMatchObject([{ is_overdue: true }])
  })

  it("made by hand tell the assignee, but not who takes it on", async () => {
    const words = { kind: "task" as const, title: "Look into it", note: "", dueAt: new Date(), contactId: null }
    await createTask(engine.mailroom, { ...words, assigneeId: ANN.id }, ANN.id)
    expect(await mails()).toEqual([])
    const { id } = await createTask(engine.mailroom, { ...words, assigneeId: BOB.id }, ANN.id)
    expect((await mails()).map(({ to_email }) => to_email)).toEqual([BOB.email])
    expect(await engine.mailroom.tasks.count(BOB.id)).toEqual({ open: 2, overdue: 2, mine_open: 1, mine_overdue: 1 })
    await expect(createTask(engine.mailroom, { ...words, assigneeId: "user_x" }, ANN.id)).rejects.toThrow("user_x")
    expect((await engine.mailroom.tasks.get(id)).created_by).toBe(ANN.id)
  })

  it("are listed page by page, the most urgent first", async () => {
    const words = { kind: "task" as const, note: "", contactId: null, assigneeId: ANN.id }
    for (const hours of [3, 1, 2])
      await createTask(
        engine.mailroom,
        { ...words, title: `in ${hours}`, dueAt: new Date(Date.now() + hours * 3_600_000) },
        ANN.id,
      )
    const filter = { show: "open" as const, assigneeId: ANN.id, contactId: null }
    const first = await engine.mailroom.tasks.list(filter, { limit: 2 })
    const second = await engine.mailroom.tasks.list(filter, { limit: 2, cursor: first.next_cursor! })
    expect([...first.tasks, ...second.tasks].map(({ title }) => title)).toEqual(["in 1", "in 2", "in 3"])
    expect(second.next_cursor).toBeNull()
  })
})
