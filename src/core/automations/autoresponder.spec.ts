import { autoresponderDraft, autoresponderOf, type Autoresponder } from "./autoresponder"
import { problemsOf } from "./problems"
import { TRIGGER_KINDS } from "./triggers/kinds"
import { startsWithoutPerson } from "./triggers/without-person"

const three: Autoresponder = {
  trigger: { kind: "delivery.created", settings: {} },
  delay: { amount: 3, unit: "days" },
  segmentId: "mseg_loyal",
  mail: { template: "mtpl_care", class: "marketing", topicId: null },
}

describe("an autoresponder is an automation with one mail", () => {
  it.each([
    ["after some days, for a segment", three],
    ["at once, for everybody", { ...three, delay: null, segmentId: null }],
  ])("%s: it can be published, and the form knows it again", (_, one) => {
    const draft = autoresponderDraft(one)
    expect(problemsOf(draft)).toEqual([])
    expect(autoresponderOf(draft)).toEqual(one)
  })

  it("on a date selects its people, because a date happens to nobody, and says so when it has none", () => {
    const monday = { kind: "date.repeated", settings: { cron: "0 9 * * 1" } }
    const weekly: Autoresponder = { ...three, trigger: monday, delay: null }
    const draft = autoresponderDraft(weekly)
    expect(problemsOf(draft)).toEqual([])
    expect(draft.nodes.map(({ kind }) => kind)).toEqual(["select_customers", "send_email"])
    expect(autoresponderOf(draft)).toEqual(weekly)
    const forNobody = { ...weekly, segmentId: null }
    expect(problemsOf(autoresponderDraft(forNobody))).toEqual([expect.objectContaining({ node: "who" })])
    expect(autoresponderOf(autoresponderDraft(forNobody))).toEqual(forNobody)
  })

  it("knows which triggers begin without a person", () => {
    for (const { kind, subject, variables } of TRIGGER_KINDS)
      expect([kind, startsWithoutPerson(kind)]).toEqual([kind, subject === null && variables.length === 0])
  })

  it("is none of the form's any more once somebody has made a way of it", () => {
    const draft = autoresponderDraft(three)
    const longer = { ...draft, nodes: [...draft.nodes, { ...draft.nodes[0]!, id: "again" }] }
    expect(autoresponderOf(longer)).toBeNull()
    const branched = draft.nodes.map((node) =>
      node.kind === "send_email" ? { ...node, exits: { sent: "wait", not_sent: null } } : node,
    )
    expect(autoresponderOf({ ...draft, nodes: branched })).toBeNull()
    const conditions = { ...draft.trigger!, filters: [{ kind: "first_order", settings: {} }] }
    expect(autoresponderOf({ ...draft, trigger: conditions })).toBeNull()
  })

  it("begins without a trigger", () => {
    expect(autoresponderOf({ trigger: null, nodes: [] })).toEqual({
      trigger: null,
      delay: null,
      segmentId: null,
      mail: { template: "", class: "marketing", topicId: null },
    })
  })
})
