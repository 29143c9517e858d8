import { openEngine, type Engine } from "../support/automations"
import { anOrder, aProduct } from "../support/shop"

const send = (id: string, sent: string | null = null) => ({
  id,
  kind: "send_email",
  settings: { template: "order_receipt", class: "tx" },
  exits: { sent },
})
const wait = (id: string, next: string | null) => ({
  id,
  kind: "wait",
  settings: { amount: 3, unit: "days" },
  exits: { next },
})
const draftOf = (...nodes: object[]) => ({ trigger: { kind: "order.placed" }, nodes })

describe("drafts, versions and the people inside", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const drafts = () => engine.mailroom.automationDrafts
  const lifecycle = () => engine.mailroom.automationLifecycle
  const states = () =>
    engine.mailroom.db.query<{ state: string; node: string | null; outcome: string | null; number: number }>({
      text: `SELECT e.state, e.node, e.outcome, v.number FROM mailroom.enrolment e
             JOIN mailroom.automation_version v ON v.id = e.version_id ORDER BY e.id`,
      values: [],
    })

  async function published(draft: object): Promise<string> {
    const id = await drafts().create({ name: "Thanks" })
    const { revision } = await drafts().save(id, { draft, revision: 1 })
    await drafts().publish(id, { revision, people: "stay", by: null })
    return id
  }

  async function liveWithOneInside(draft: object): Promise<string> {
    const id = await published(draft)
    await lifecycle().switchTo(id, "live")
    const order = anOrder()
    engine.shop.orders_.set(order.context.id, order)
    await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    await engine.drain()
    return id
  }

  it("a draft may be wrong and says where; publishing it may not", async () => {
    const id = await drafts().create({ name: "Thanks" })
    const { revision, problems } = await drafts().save(id, { draft: draftOf(wait("w", "gone")), revision: 1 })
    expect(problems).toEqual([expect.objectContaining({ node: "w", field: "exits.next" })])
    await expect(drafts().publish(id, { revision, people: "stay", by: null })).rejects.toThrow('leads to "gone"')
    await expect(lifecycle().switchTo(id, "live")).rejects.toThrow("Publish it first")
  })

  it("names a template that is not there, in the draft and in what is live", async () => {
    const template = { ...send("a"), settings: { template: "mtpl_gone", class: "tx" } }
    const id = await drafts().create({ name: "Thanks" })
    const { problems } = await drafts().save(id, { draft: draftOf(template), revision: 1 })
    expect(problems).toEqual([
      { node: "a", field: "settings.template", sentence: expect.stringContaining('template "mtpl_gone"') },
    ])
    const live = await published(draftOf(send("a")))
    await engine.mailroom.db.query({
      text: `UPDATE mailroom.template SET archived_at = mailroom.now() WHERE builtin_key = 'order_receipt'`,
      values: [],
    })
    expect(await drafts().brokenParts(live)).toEqual([expect.objectContaining({ node: "a" })])
  })

  it("names a product and a topic that are not there any more, in the trigger and its filters", async () => {
    const { mailroom } = engine
    await mailroom.db.transaction((tx) =>
      mailroom.readModel.products(tx, [aProduct({ id: "prod_gone", title: "Lamp" })]),
    )
    const topic = await mailroom.topics.create({ name: "Offers" })
    const filters = [{ kind: "bought", settings: { match: { kind: "product", ids: ["prod_gone"] } } }]
    const byProduct = await published({ ...draftOf(send("a")), trigger: { kind: "order.placed", filters } })
    const byTopic = await published({
      ...draftOf(send("a")),
      trigger: { kind: "topic.left", settings: { topicIds: [topic.id] } },
    })
    expect([await drafts().brokenParts(byProduct), await drafts().brokenParts(byTopic)]).toEqual([[], []])
    await mailroom.db.query({ text: `UPDATE mailroom.product SET deleted_at = mailroom.now()`, values: [] })
    await mailroom.db.query({ text: `DELETE FROM mailroom.topic WHERE id = $1`, values: [topic.id] })
    const gone = (sentence: string) => [expect.objectContaining({ node: null, sentence: `Trigger: ${sentence}` })]
    expect(await drafts().brokenParts(byProduct)).toEqual(
      gone('There is no product "Lamp" any more. Choose another one.'),
    )
    expect(await drafts().brokenParts(byTopic)).toEqual(
      gone(`There is no topic "${topic.id}" any more. Choose another one.`),
    )
  })

  it("two tabs do not overwrite each other", async () => {
    const id = await drafts().create({ name: "Thanks" })
    await drafts().save(id, { draft: draftOf(send("a")), revision: 1 })
    await expect(drafts().save(id, { draft: draftOf(wait("w", null)), revision: 1 })).rejects.toThrow("meanwhile")
  })

  it("who is inside stays on the version that was entered", async () => {
    const id = await liveWithOneInside(draftOf(wait("w", "a"), send("a")))
    const { revision } = await drafts().save(id, { draft: draftOf(wait("w", "b"), send("b")), revision: 3 })
    await drafts().publish(id, { revision, people: "stay", by: null })
    expect(await states()).toMatchObject([{ state: "waiting", node: "a", number: 1 }])
    const numbers = await engine.mailroom.automationFigures.nodes(id)
    expect(numbers.find(({ node }) => node === "a")).toMatchObject({ here: 0, ahead: 1, entered: 0 })
  })

  it("moved people go on where their step still is, and end where it is not; counted before", async () => {
    const id = await liveWithOneInside(draftOf(wait("w", "a"), send("a")))
    const kept = await drafts().save(id, { draft: draftOf(wait("w", "a"), send("a", "z"), send("z")), revision: 3 })
    expect(await drafts().movePreview(id)).toMatchObject({ inside: 1, goOn: 1, leave: 0 })
    expect(await drafts().publish(id, { revision: kept.revision, people: "move", by: null })).toEqual({
      moved: 1,
      left: 0,
    })
    expect(await states()).toMatchObject([{ state: "waiting", node: "a", number: 2 }])
    const { revision } = await drafts().save(id, { draft: draftOf(send("z")), revision: kept.revision + 1 })
    expect(await drafts().movePreview(id)).toMatchObject({ inside: 1, goOn: 0, leave: 1 })
    await drafts().publish(id, { revision, people: "move", by: null })
    expect(await states()).toMatchObject([{ state: "moved", outcome: "moved_away" }])
  })

  it("draining lets nobody in and is off when the last one has left; off ends everybody with the reason", async () => {
    const id = await liveWithOneInside(draftOf(wait("w", "a"), send("a")))
    await lifecycle().switchTo(id, "draining")
    await lifecycle().tidy()
    expect((await engine.mailroom.automations.retrieve(id)).state).toBe("draining")
    await lifecycle().switchTo(id, "off")
    expect(await states()).toMatchObject([{ state: "stopped", outcome: "automation_off" }])
    const other = await liveWithOneInside(draftOf(send("a")))
    await lifecycle().switchTo(other, "draining")
    await lifecycle().tidy()
    expect((await engine.mailroom.automations.retrieve(other)).state).toBe("off")
  })

  it("copies and moves to another shop as JSON", async () => {
    const id = await published(draftOf(wait("w", "a"), send("a")))
    const copied = await drafts().get(await drafts().copy(id))
    expect(copied).toMatchObject({ isChanged: true, problems: [] })
    const portable = JSON.parse(JSON.stringify(await drafts().export(id)))
    const imported = await drafts().get(await drafts().create(portable))
    expect(imported.draft).toEqual(copied.draft)
  })
})
