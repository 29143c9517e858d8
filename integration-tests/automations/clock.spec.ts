import { automationClock } from "../../src/runtime/automation-clock"
import { openEngine, type Engine } from "../support/automations"
import { openLater } from "../support/database"

const LEVEL = "loyalty.level_reached"
const NODES = [
  { id: "w", kind: "wait", settings: { amount: 1, unit: "hours" }, exits: { next: "mail" } },
  { id: "mail", kind: "send_email", settings: { template: "welcome", class: "tx" }, exits: {} },
]

describe("a clock that is wrong by a day", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({ name: "An hour later" })
    const draft = { trigger: { kind: "own.event", settings: { name: LEVEL } }, nodes: NODES }
    const { revision } = await automationDrafts.save(id, { draft, revision: 1 })
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
  })
  afterEach(() => engine.close())

  const rows = <Row>(text: string) => engine.mailroom.db.query<Row>({ text, values: [] })
  const states = () => rows(`SELECT occurrence_key AS key, state, node FROM mailroom.enrolment ORDER BY occurrence_key`)
  const mails = () => rows(`SELECT to_email FROM mailroom.message ORDER BY to_email`)
  const reach = (who: string) =>
    engine.mailroom.ownEvents.push({ name: LEVEL, key: who, whom: { email: `${who}@example.com` } })

  /** The engine of a process whose database says that it is so much later. */
  async function advanceAt(interval: string): Promise<void> {
    const later = await openLater(engine.url, interval)
    later.mailroom.shop = engine.shop
    try {
      const clock = automationClock(later.mailroom)
      while ((await clock.turn({ ignoreSchedule: true })) === "more");
    } finally {
      await later.close()
    }
  }

  it("a day ahead lets people go on, and set right again it mails nobody twice and forgets nobody", async () => {
    await reach("ada")
    await engine.drain()
    await reach("bob")
    await engine.runOnly("triggers")
    await advanceAt("1day")
    // Ada's hour was over by that clock; Bob began his by it.
    expect(await mails()).toEqual([{ to_email: "ada@example.com" }])
    await engine.drain()
    await advanceAt("-1day")
    expect(await states()).toEqual([
      { key: "ada", state: "done", node: "mail" },
      { key: "bob", state: "waiting", node: "mail" },
    ])
    expect(await mails()).toEqual([{ to_email: "ada@example.com" }])
    await advanceAt("26hours")
    await engine.drain()
    expect(await mails()).toEqual([{ to_email: "ada@example.com" }, { to_email: "bob@example.com" }])
  })

  it("a day behind makes people wait, and set right again everybody goes on, once", async () => {
    await reach("ada")
    await engine.drain()
    await advanceAt("-1day")
    expect(await mails()).toEqual([])
    await advanceAt("2hours")
    await advanceAt("-1day")
    await advanceAt("2hours")
    expect(await mails()).toEqual([{ to_email: "ada@example.com" }])
  })
})
