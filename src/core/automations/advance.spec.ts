import fc from "fast-check"
import type { ShopLine } from "../shop/shop"
import { advance, type Advanced, type Position } from "./advance"
import { automationSettingsSchema } from "./automation-settings"
import { builtinVersion } from "./builtin-version"
import { BUILTINS } from "./builtins"
import { nodeSchema, versionSchema, type AutomationVersion } from "./definition"
import type { Facts } from "./facts"
import type { AutomationNode } from "./node-kind"
import { graphProblems, problemsOf } from "./problems"
import { knowFrom, questionKey, type MailState } from "./questions"

const now = new Date("2026-11-21T12:00:00Z")
const start: Position = { node: null, visit: 0, rested: 0 }

const aLine = (overrides: Partial<ShopLine> = {}): ShopLine => ({
  id: "ordli_1",
  productId: "prod_1",
  variantId: null,
  productHandle: null,
  title: "Boots",
  variantTitle: null,
  sku: null,
  quantity: 1,
  total: "10",
  unitPrice: "10",
  thumbnail: null,
  url: null,
  net: "8.4",
  returnedQuantity: 0,
  categoryIds: [],
  collectionId: null,
  tagIds: [],
  productMetadata: {},
  categoryMetadata: [],
  ...overrides,
})

const someFacts = (overrides: Partial<Facts> = {}): Facts => ({
  event: "order.placed",
  occurredAt: now,
  source: "bus",
  about: { kind: "order", id: "order_1" },
  shopper: { email: "ada@example.com", name: "Ada", locale: null, customerId: null },
  salesChannelId: null,
  regionId: null,
  context: {},
  lines: [aLine()],
  order: null,
  cart: null,
  isSilenced: false,
  needsMerchantsWord: false,
  isCorrection: false,
  actorType: null,
  ...overrides,
})

const walk = (
  version: AutomationVersion,
  overrides: { position?: Position; facts?: Facts; ownerCopy?: boolean; mail?: MailState | null } = {},
): Advanced => {
  const position = overrides.position ?? start
  const moved = advance({
    version,
    automation: {
      id: "mauto_x",
      settings: automationSettingsSchema.parse({ ownerCopy: { enabled: overrides.ownerCopy ?? false } }),
    },
    position,
    entrant: { id: "enrolment", contactId: null, enteredAt: now },
    know: knowFrom(
      new Map<string, unknown>([
        [questionKey({ about: "occurrence" }), overrides.facts ?? someFacts()],
        ...(position.node && overrides.mail !== undefined
          ? [
              [
                questionKey({ about: "mail_state", node: position.node, visit: position.visit }),
                overrides.mail,
              ] as const,
            ]
          : []),
      ]),
    ),
    now,
  })
  if ("ask" in moved) throw new Error(`It asks ${JSON.stringify(moved.ask)}.`)
  return moved
}

const aMail = (overrides: Partial<MailState> = {}): MailState => ({
  status: "sent",
  reason: null,
  isDelivered: false,
  isOpened: false,
  isClicked: false,
  sentAt: now,
  ...overrides,
})

const send = (id: string, sent: string | null = null, notSent: string | null = null): AutomationNode =>
  nodeSchema.parse({
    id,
    kind: "send_email",
    exits: { sent, not_sent: notSent },
    settings: { template: "welcome", class: "tx" },
  })
const wait = (id: string, minutes: number, next: string | null): AutomationNode =>
  nodeSchema.parse({ id, kind: "wait", exits: { next }, settings: { amount: minutes, unit: "minutes" } })
const filter = (id: string, settings: unknown, yes: string | null, no: string | null): AutomationNode =>
  nodeSchema.parse({ id, kind: "filter", exits: { yes, no }, settings })
const version = (...nodes: AutomationNode[]): AutomationVersion =>
  versionSchema.parse({ trigger: { kind: "order.placed" }, nodes })

describe("advance", () => {
  it("sends and ends", () => {
    expect(walk(version(send("a")))).toMatchObject({
      state: "done",
      outcome: "mailed",
      effects: [{ kind: "mail_shopper", node: "a", visit: 0 }],
    })
  })

  it("stops at a wait and goes on behind it, at its time", () => {
    const graph = version(wait("w", 90, "a"), send("a"))
    const waiting = walk(graph)
    expect(waiting).toMatchObject({
      state: "waiting",
      dueAt: new Date("2026-11-21T13:30:00Z"),
      effects: [],
      outcome: null,
    })
    expect(walk(graph, { position: waiting.position })).toMatchObject({
      state: "done",
      effects: [{ kind: "mail_shopper", node: "a" }],
    })
  })

  it("copies the owner where that is on, never of a secret", () => {
    const receipt = builtinVersion(BUILTINS.find(({ key }) => key === "order_receipt")!)
    expect(walk(receipt, { ownerCopy: true }).effects.map(({ kind }) => kind)).toEqual(["mail_shopper", "mail_owner"])
    const reset = builtinVersion(BUILTINS.find(({ key }) => key === "password_reset_customer")!)
    expect(walk(reset, { ownerCopy: true }).effects.map(({ kind }) => kind)).toEqual(["mail_shopper"])
  })

  it.each([
    [{ isBought: true, itemCount: 1 }, "cart_bought"],
    [{ isBought: false, itemCount: 0 }, "cart_emptied"],
    [null, "cart_bought"],
  ])("reminds of no cart that is %j", (cart, reason) => {
    const reminder = builtinVersion(BUILTINS.find(({ key }) => key === "cart_reminder")!)
    expect(walk(reminder, { facts: someFacts({ cart }) })).toMatchObject({
      state: "done",
      outcome: reason,
      effects: [{ kind: "decision", verdict: "left", reason }],
    })
  })

  it("takes the other branch of a filter", () => {
    const rule = { rule: "bought", match: { kind: "tag", ids: ["ptag_x"] } }
    const graph = version(filter("f", rule, "yes", "no"), send("yes"), send("no"))
    const sentBy = (facts: Facts) =>
      walk(graph, { facts })
        .effects.filter(({ kind }) => kind === "mail_shopper")
        .map(({ node }) => node)
    expect(sentBy(someFacts({ lines: [aLine({ tagIds: ["ptag_x"] })] }))).toEqual(["yes"])
    expect(sentBy(someFacts())).toEqual(["no"])
  })

  it("ends with its reason when the node it stood on is gone", () => {
    expect(walk(version(send("a")), { position: { node: "gone", visit: 1, rested: 0 } })).toMatchObject({
      state: "done",
      outcome: "node_missing",
      effects: [{ kind: "decision", reason: "node_missing" }],
    })
  })

  it("decides the same again after a crash", () => {
    const graph = version(wait("w", 5, "a"), send("a", "b"), send("b"))
    expect(walk(graph, { position: { node: "a", visit: 1, rested: 0 } })).toEqual(
      walk(graph, { position: { node: "a", visit: 1, rested: 0 } }),
    )
  })

  const ids = ["a", "b", "c", "d"]
  const anyNode = (id: string): fc.Arbitrary<AutomationNode> =>
    fc
      .record({
        kind: fc.constantFrom("wait", "send_email", "filter"),
        next: fc.option(fc.constantFrom(...ids)),
        otherwise: fc.option(fc.constantFrom(...ids)),
      })
      .map(({ kind, next, otherwise }): AutomationNode => {
        if (kind === "wait") return wait(id, 1, next)
        if (kind === "send_email") return send(id, next, otherwise)
        return filter(id, { rule: "cart_still_open" }, next, otherwise)
      })

  it("always comes to rest in a graph without problems, and mails each node once at most per visit", () => {
    fc.assert(
      fc.property(fc.tuple(...ids.map(anyNode)), fc.boolean(), (nodes, isOpen) => {
        const graph = version(...nodes)
        if (problemsOf(graph).length > 0) return
        const facts = someFacts({ cart: { isBought: !isOpen, itemCount: 1 } })
        const { effects, outcome, state } = walk(graph, { facts })
        expect(outcome).not.toBe("circle")
        expect(["waiting", "done"]).toContain(state)
        const mailed = effects.filter(({ kind }) => kind === "mail_shopper").map(({ node }) => node)
        expect(new Set(mailed).size).toBe(mailed.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe("the chain rule (F13)", () => {
  const graph = version(send("a", "thanks", "sorry"), send("thanks"), send("sorry"))
  const resting: Position = { node: "a", visit: 0, rested: 1 }

  it("rests on the mail until it has settled", () => {
    expect(walk(graph)).toMatchObject({
      state: "waiting",
      position: resting,
      dueAt: new Date("2026-11-21T12:00:02Z"),
      effects: [{ kind: "mail_shopper", node: "a" }],
    })
    expect(walk(graph, { position: resting, mail: aMail({ status: "queued" }) })).toMatchObject({
      state: "waiting",
      position: { node: "a", rested: 2 },
      effects: [],
    })
  })

  it.each([
    ["sent", null, "thanks"],
    ["in_doubt", null, "thanks"],
    ["dropped", "unsubscribed", "sorry"],
    ["failed", "refused_recipient", "sorry"],
  ] as const)("goes on from a mail that is %s", (status, reason, node) => {
    const { effects } = walk(graph, { position: resting, mail: aMail({ status, reason }) })
    expect(effects.filter(({ kind }) => kind === "mail_shopper")).toMatchObject([{ node, visit: 1 }])
  })
})

describe("problemsOf", () => {
  const sentences = (...nodes: AutomationNode[]) => graphProblems(nodes).map(({ sentence }) => sentence)

  it("says the bounds of a number in words", () => {
    const wait = (amount: number) => ({
      id: "w",
      kind: "wait",
      settings: { amount, unit: "days" },
      exits: { next: null },
    })
    const trigger = { kind: "order.placed", settings: {}, filters: [], reentry: { rule: "per_occurrence" as const } }
    const said = (amount: number) => problemsOf({ trigger, nodes: [wait(amount)] }).map(({ sentence }) => sentence)
    expect(said(0)).toEqual(['Node "w": settings.amount: must be at least 1.'])
    expect(said(1e9)).toContain('Node "w": settings.amount: must be at most 527040.')
    expect(said(1)).toEqual([])
  })

  it("names dangling ways, doubled nodes and circles without a wait", () => {
    const open = { rule: "cart_still_open" }
    expect(sentences(send("a", "gone"))).toEqual([
      'Node "a" leads to "gone", which is not there. Point it to one of: a.',
    ])
    expect(sentences(send("a"), send("a"))).toEqual(['Node "a" stands there twice.'])
    expect(sentences(filter("a", open, "b", null), filter("b", open, "a", null))).toEqual([
      'Node "a" leads back to itself without a wait.',
    ])
    expect(sentences(filter("a", open, "w", null), wait("w", 5, "a"))).toEqual([])
  })

  it("names the node and the field of what is missing", () => {
    const draft = {
      trigger: null,
      nodes: [{ id: "n1", kind: "send_email", name: "Thanks", settings: { template: "" }, exits: {} }],
    }
    expect(problemsOf(draft)).toEqual([
      { node: null, field: "trigger", sentence: "Choose what sets it off." },
      { node: "n1", field: "settings.template", sentence: 'Node "Thanks": settings.template: choose a template.' },
    ])
  })

  it.each(BUILTINS.map((builtin) => [builtin.key, builtin] as const))("finds none in %s", (_, builtin) => {
    expect(problemsOf(builtinVersion(builtin))).toEqual([])
  })
})
