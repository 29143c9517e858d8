import { openEngine, type Engine, type PlannedRow } from "../support/automations"
import { aContact, subscribedTo } from "../support/people"

describe("what a send step says of its mail", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
  })
  afterEach(() => engine.close())

  const send = (id: string, settings: object, sent: string | null = null) => ({
    id,
    kind: "send_email",
    settings: { template: "welcome", ...settings },
    exits: { sent },
  })

  it("class, topic and blind copies go along; a copy that may not be sent is left out", async () => {
    const { automationDrafts, automationLifecycle, db, ownEvents, suppressionList, topics } = engine.mailroom
    const { id: offers } = await topics.create({ name: "Offers" })
    await aContact(engine.mailroom, "ada@node.example", subscribedTo("mtop_newsletters", offers))
    await suppressionList.add({ whom: { email: "gone@node.example" }, scope: "all", note: "left" }, null)
    const id = await automationDrafts.create({ name: "Three mails", settings: { topicId: "mtop_newsletters" } })
    const nodes = [
      send("usual", {}, "own"),
      send("own", { topicId: offers, bcc: ["owner@node.example", "gone@node.example"] }, "receipt"),
      send("receipt", { class: "tx", topicId: offers }),
    ]
    const draft = { trigger: { kind: "own.event", settings: { name: "level" } }, nodes }
    const { revision, problems } = await automationDrafts.save(id, { draft, revision: 1 })
    expect(problems).toEqual([])
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    await ownEvents.push({ name: "level", key: "1", whom: { email: "ada@node.example" } })
    for (let mails = 0; mails < 3; mails++) {
      await engine.drain()
      await db.query({ text: `UPDATE mailroom.message SET status = 'sent' WHERE status = 'queued'`, values: [] })
      await db.query({
        text: `UPDATE mailroom.enrolment SET due_at = mailroom.now() WHERE state = 'waiting'`,
        values: [],
      })
    }
    const rows = await db.query<PlannedRow & { topic_id: string | null; lane: string }>({
      text: `SELECT m.node, m.class, m.topic_id, c.bcc, l.name AS lane FROM mailroom.message m
               JOIN mailroom.message_content c ON c.message_id = m.id JOIN mailroom.delivery d ON d.message_id = m.id
               JOIN mailroom.lane l ON l.id = d.lane_id ORDER BY m.node`,
      values: [],
    })
    expect(rows).toEqual([
      { node: "own", class: "marketing", topic_id: offers, bcc: ["owner@node.example"], lane: "automations" },
      { node: "receipt", class: "tx", topic_id: null, bcc: null, lane: "receipts" },
      { node: "usual", class: "marketing", topic_id: "mtop_newsletters", bcc: null, lane: "automations" },
    ])
  })
})
