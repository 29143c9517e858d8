import { AutomationStepService } from "../../src/modules/mailroom/services/automation-steps"
import { openMailroom } from "../support/database"
import { aMessage } from "../support/messages"
import { aContact } from "../support/people"

describe("the running lines of an automation's steps (F39)", () => {
  let opened: Awaited<ReturnType<typeof openMailroom>>
  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  async function anAutomation(id: string, ...nodes: [id: string, template: string][]) {
    await rows(
      `WITH a AS (
         INSERT INTO mailroom.automation (id, kind, name, state, switched_on_at, settings)
         VALUES ($1, 'automation', $1, 'live', mailroom.now(), '{}') RETURNING id
       ), v AS (
         INSERT INTO mailroom.automation_version (automation_id, number, trigger, nodes)
         SELECT id, 1, '{}', $2::jsonb FROM a RETURNING id
       )
       SELECT 1`,
      id,
      JSON.stringify(nodes.map(([node, template]) => ({ id: node, kind: "send_email", settings: { template } }))),
    )
    await rows(
      `UPDATE mailroom.automation SET live_version_id = (SELECT id FROM mailroom.automation_version WHERE automation_id = $1) WHERE id = $1`,
      id,
    )
  }
  const stepsOf = (id: string, ...nodes: string[]) => nodes.map((node) => ({ automation_id: id, node }))
  const numbersOf = async (id: string) =>
    (
      await rows<{ node: string; number: number }>(
        `SELECT node, number FROM mailroom.automation_step WHERE automation_id = $1`,
        id,
      )
    )
      .sort((a, b) => a.number - b.number)
      .map(({ node }) => node)

  /** As if it had been sent: what the settlement counts, under the message's own variant. */
  async function sent(to: Awaited<ReturnType<typeof aContact>>, sourceId: string, node: string) {
    const id = await aMessage(opened.mailroom, to, { origin: "automation", kind: "automation", sourceId, node })
    await rows(
      `INSERT INTO mailroom.counter AS c (source_id, variant, hour, kind, n)
       SELECT source_id, variant, date_trunc('hour', mailroom.now(), 'UTC'), counted, 1
       FROM mailroom.message, unnest(ARRAY['sent', 'tracked']) counted WHERE id = $1
       ON CONFLICT (source_id, variant, hour, kind) DO UPDATE SET n = c.n + 1`,
      id,
    )
  }

  it("have a number each for ever, also when several processes give one at once", async () => {
    await anAutomation("mauto_numbers")
    const processes = Array.from({ length: 4 }, () => new AutomationStepService(opened.mailroom.db))
    const all = stepsOf("mauto_numbers", "a", "b", "c", "d", "e")
    await Promise.all(processes.map((one, n) => one.number([...all.slice(n), ...all.slice(0, n)])))
    const before = await numbersOf("mauto_numbers")
    expect([...before].sort()).toEqual(["a", "b", "c", "d", "e"])
    await new AutomationStepService(opened.mailroom.db).number(stepsOf("mauto_numbers", "f", "a"))
    expect(await numbersOf("mauto_numbers")).toEqual([...before, "f"])
  })

  it("stand below their automation in the order of its way, with figures and recipients of their own", async () => {
    const { mailroom } = opened
    const [template] = await rows<{ id: string }>(
      `INSERT INTO mailroom.template (id, name, class) VALUES ('mtpl_thanks', 'Thank you', 'marketing') RETURNING id`,
    )
    await anAutomation("mauto_steps", ["n1", template!.id], ["n2", "mtpl_none"])
    await mailroom.automationSteps.number(stepsOf("mauto_steps", "n2", "gone", "n1"))
    const person = await aContact(mailroom, "steps@example.com")
    await sent(person, "mauto_steps", "n1")
    await sent(person, "mauto_steps", "n1")
    await sent(person, "mauto_steps", "gone")

    const { reports } = await mailroom.reports.list({ kinds: ["automation"] })
    const line = reports.find(({ source_id: id }) => id === "mauto_steps")!
    expect(line).toMatchObject({ sent: 3 })
    expect(line.steps.map(({ node, name, sent: n }) => [node, name, n])).toEqual([
      ["n1", "Thank you", 2],
      ["n2", null, 0],
      ["gone", null, 1],
    ])
    expect(line.steps[1]).toMatchObject({ open: null, unknown: { open: "nothing_sent" }, revenue: [] })
    const { recipients } = await mailroom.reports.recipients("mauto_steps", { step: "gone" })
    expect(recipients).toHaveLength(1)
    expect(recipients[0]).toMatchObject({ email: "steps@example.com", variant: null })
  })

  it("are none where one step is all that sends", async () => {
    await anAutomation("mauto_one", ["n1", "mtpl_thanks"])
    await opened.mailroom.automationSteps.number(stepsOf("mauto_one", "n1"))
    expect((await opened.mailroom.reports.report("mauto_one")).steps).toEqual([])
  })
})
