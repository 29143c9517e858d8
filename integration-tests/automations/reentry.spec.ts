import { claimEnrolments, type EnrolmentRow } from "../../src/modules/mailroom/sql/enrolments"
import { EnteredMeanwhile, outcomesOf, storeBatch } from "../../src/runtime/automations/store-batch"
import { beginWalks, walkBatch } from "../../src/runtime/automations/walk-batch"
import { openEngine, type Engine } from "../support/automations"
import { anOrder } from "../support/shop"

const mail = { id: "mail", kind: "send_email", settings: { template: "order_receipt", class: "tx" }, exits: {} }

describe("two orders of one new address at once", () => {
  let engine: Engine
  beforeEach(async () => {
    engine = await openEngine({ storeHasOrders: true })
    const { automationDrafts, automationLifecycle } = engine.mailroom
    const id = await automationDrafts.create({ name: "Only once" })
    const draft = { trigger: { kind: "order.placed", reentry: { rule: "once" } }, nodes: [mail] }
    const { revision, problems } = await automationDrafts.save(id, { draft, revision: 1 })
    expect(problems).toEqual([])
    await automationDrafts.publish(id, { revision, people: "stay", by: null })
    await automationLifecycle.switchTo(id, "live")
    for (let n = 0; n < 2; n++) {
      const order = anOrder()
      engine.shop.orders_.set(order.context.id, order)
      await engine.mailroom.triggers.record({ event: "order.placed", payload: { id: order.context.id }, source: "bus" })
    }
    await engine.runOnly("triggers")
  })
  afterEach(() => engine.close())

  const outcomes = () =>
    engine.mailroom.db.query<{ state: string; outcome: string }>({
      text: `SELECT state, outcome FROM mailroom.enrolment ORDER BY outcome`,
      values: [],
    })

  /** Each entrant is held by a process of its own; the earlier one first. */
  async function held(): Promise<EnrolmentRow[]> {
    const claim = () => engine.mailroom.db.query<EnrolmentRow>(claimEnrolments({ limit: 1, leaseSeconds: 60 }))
    const rows = [...(await claim()), ...(await claim())]
    expect(rows).toHaveLength(2)
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  /** What a process does with the one that it holds, up to the moment in which it writes. */
  async function judged({ mailroom }: Engine, row: EnrolmentRow): Promise<() => Promise<void>> {
    const walks = await beginWalks(mailroom, [row])
    await walkBatch(mailroom, walks)
    const found = await outcomesOf(mailroom, walks)
    expect(found).toHaveLength(1)
    return () => storeBatch(mailroom, [found[0]!.outcome])
  }

  /** The later one is judged before anybody knows whose the earlier one is: neither sees the other. */
  async function bothJudged() {
    const [earlier, later] = await held()
    const storeLater = await judged(engine, later!)
    return { storeLater, storeEarlier: await judged(engine, earlier!) }
  }

  it.each(["the earlier one", "the later one"])(
    "let the person in once, when two processes judge them in the same moment and %s is written first",
    async (which) => {
      const { storeEarlier, storeLater } = await bothJudged()
      const [winner, loser] = which === "the earlier one" ? [storeEarlier, storeLater] : [storeLater, storeEarlier]
      await winner()
      await expect(loser()).rejects.toThrow(EnteredMeanwhile)
      await engine.mailroom.db.query({
        text: `UPDATE mailroom.enrolment SET lease_expires_at = mailroom.now() WHERE lease_token IS NOT NULL`,
        values: [],
      })
      await engine.drain()
      expect(await outcomes()).toEqual([
        { state: "refused", outcome: "entered_before" },
        { state: "done", outcome: "mailed" },
      ])
      expect(await engine.messages()).toHaveLength(1)
    },
  )

  it("let the person in once, when both are written in the same moment", async () => {
    const { storeEarlier, storeLater } = await bothJudged()
    const ends = await Promise.allSettled([storeEarlier(), storeLater()])
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  })
})
