import { lot } from "../../src/core/automations/lot"
import type { Rule } from "../../src/core/segments/rule"
import { openEngine, type Engine } from "../support/automations"

const PEOPLE = 120
const PERCENT = 40

describe("the control group behind a run without a person (F15)", () => {
  let engine: Engine
  let automationId: string
  beforeAll(async () => {
    engine = await openEngine({ storeHasOrders: true })
    const { mailroom } = engine
    const people = Array.from({ length: PEOPLE }, (_, n) => ({ email: `person${n}@held.example`, source: "test" }))
    await mailroom.db.transaction((tx) => mailroom.contacts.ensureByEmail(tx, people))
    await rows(`UPDATE mailroom.contact SET tags = '{vip}'`)
    const rule: Rule = { version: 1, match: "all", rules: [{ kind: "tag", op: "any", tags: ["vip"] }] }
    const { id: segmentId } = await mailroom.segments.create({ kind: "rule", name: "VIP", rule }, null)
    automationId = await mailroom.automationDrafts.create({ name: "A date", settings: { controlPercent: PERCENT } })
    const nodes = [
      { id: "who", kind: "select_customers", settings: { segmentId }, exits: { each: "rest" } },
      { id: "rest", kind: "wait", settings: { amount: 1, unit: "days" }, exits: { next: null } },
    ]
    const draft = { trigger: { kind: "date.repeated", settings: { cron: "0 9 * * 1" } }, nodes }
    const { revision } = await mailroom.automationDrafts.save(automationId, { draft, revision: 1 })
    await mailroom.automationDrafts.publish(automationId, { revision, people: "stay", by: null })
    await mailroom.automationLifecycle.switchTo(automationId, "live")
    await rows(
      `INSERT INTO mailroom.enrolment (automation_id, version_id, occurrence_key, facts, state, due_at)
       SELECT id, live_version_id, 'the run', jsonb_build_object('triggerId', '0', 'event', 'date.repeated', 'payload', '{}'::jsonb,
         'source', 'clock', 'occurredAt', mailroom.now(), 'isCorrection', false), 'due', mailroom.now()
         FROM mailroom.automation WHERE id = $1`,
      [automationId],
    )
    await engine.drain()
  })
  afterAll(() => engine.close())

  const rows = <Row>(text: string, values: unknown[] = []) => engine.mailroom.db.query<Row>({ text, values })
  const entries = (state: string) =>
    rows<{ id: string; contact_id: string; outcome: string | null }>(
      `SELECT id, contact_id, outcome FROM mailroom.enrolment WHERE contact_id IS NOT NULL AND (state = 'refused') = ($1 = 'refused')`,
      [state],
    )

  it("is held out there as well: just those whom the lot of any other trigger would have drawn", async () => {
    const held = await entries("refused")
    const entered = await entries("waiting")
    expect(held.length + entered.length).toBe(PEOPLE)
    const isDrawn = ({ contact_id }: { contact_id: string }) => lot(`${automationId}:${contact_id}`) < PERCENT
    expect(held.every(isDrawn)).toBe(true)
    expect(entered.some(isDrawn)).toBe(false)
    expect(held.every(({ outcome }) => outcome === "held_out")).toBe(true)
    // Who is compared has come in the same moment: what is bought is counted from then on.
    const moments = await rows("SELECT DISTINCT entered_at FROM mailroom.enrolment WHERE contact_id IS NOT NULL")
    expect(moments).toHaveLength(1)
    const { sentence, path } = await engine.mailroom.automationEntrants.path(automationId, held[0]!.id)
    expect(sentence).toBe("The person is held out, so that it can be measured what the automation brings.")
    expect(path).toMatchObject([{ verdict: "control", saw: { controlPercent: PERCENT } }])
  })

  it("is what the automation's extra revenue is measured by, or there is not enough of it yet", async () => {
    const { reports } = engine.mailroom
    const counted = async () => (await reports.breakdown(automationId)).control
    const [held, entered] = [await entries("refused"), await entries("waiting")]
    expect(await counted()).toMatchObject({
      share: PERCENT,
      held: held.length,
      treated: entered.length,
      until: null,
      result: { kind: "not_enough" },
    })
    await bought(entered.slice(0, 20), 100)
    await bought(held.slice(0, 10), 50)
    const measured = await counted()
    expect(measured).toMatchObject({ treated_buyers: 20, held_buyers: 10, currency: "eur" })
    if (measured?.result.kind !== "measured") throw new Error("nothing was measured")
    expect(measured.result.extra).toBeCloseTo(2000 / entered.length - 500 / held.length, 6)
  })

  const bought = (people: { contact_id: string }[], net: number) =>
    rows(
      `INSERT INTO mailroom.purchase_order (order_id, contact_id, currency, total, net_total, refunded_total, placed_at)
       SELECT 'order_' || id, id, 'eur', $2::int, $2::int, 0, mailroom.now() FROM unnest($1::uuid[]) id`,
      [people.map(({ contact_id }) => contact_id), net],
    )
})
