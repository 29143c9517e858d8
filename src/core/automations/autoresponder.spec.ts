import { autoresponderDraft, autoresponderOf, type Autoresponder } from "./autoresponder"
import { problemsOf } from "./problems"

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
