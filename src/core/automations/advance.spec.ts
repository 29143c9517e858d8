import fc from "fast-check"
import type { ShopLine } from "../shop/shop"
import { advance, type Position } from "./advance"
import { BUILTINS, builtinVersion } from "./builtins"
import { automationSettingsSchema, problemsOf, type AutomationNode, type AutomationVersion } from "./definition"
import type { Facts } from "./facts"

const now = new Date("2026-11-21T12:00:00Z")
const start: Position = { node: null, visit: 0 }

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
  overrides: { position?: Position; facts?: Facts; ownerCopy?: boolean } = {},
) =>
  advance({
    version,
    settings: automationSettingsSchema.parse({ ownerCopy: { enabled: overrides.ownerCopy ?? false } }),
    position: overrides.position ?? start,
    facts: overrides.facts ?? someFacts(),
    now,
  })

const send = (id: string, next: string | null = null): AutomationNode => ({
  id,
  kind: "send_email",
  next,
  settings: { template: "welcome", class: "tx", isSecret: false },
})
const wait = (id: string, minutes: number, next: string | null): AutomationNode => ({
  id,
  kind: "wait",
  next,
  settings: { minutes },
})
const version = (...nodes: AutomationNode[]): AutomationVersion => ({ trigger: { event: "order.placed" }, nodes })

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
    const graph = version(
      {
        id: "f",
        kind: "filter",
        next: "yes",
        otherwise: "no",
        settings: { rule: "bought", match: { kind: "tag", ids: ["ptag_x"] } },
      },
      send("yes"),
      send("no"),
    )
    const sentBy = (facts: Facts) =>
      walk(graph, { facts })
        .effects.filter(({ kind }) => kind === "mail_shopper")
        .map(({ node }) => node)
    expect(sentBy(someFacts({ lines: [aLine({ tagIds: ["ptag_x"] })] }))).toEqual(["yes"])
    expect(sentBy(someFacts())).toEqual(["no"])
  })

  it("ends with its reason when the node it stood on is gone", () => {
    expect(walk(version(send("a")), { position: { node: "gone", visit: 1 } })).toMatchObject({
      state: "done",
      outcome: "node_missing",
      effects: [{ kind: "decision", reason: "node_missing" }],
    })
  })

  it("decides the same again after a crash", () => {
    const graph = version(wait("w", 5, "a"), send("a", "b"), send("b"))
    expect(walk(graph, { position: { node: "a", visit: 1 } })).toEqual(
      walk(graph, { position: { node: "a", visit: 1 } }),
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
        if (kind === "send_email") return send(id, next)
        return { id, kind: "filter", next, otherwise, settings: { rule: "cart_still_open" } }
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

describe("problemsOf", () => {
  it("names dangling ways, doubled nodes and circles without a wait", () => {
    expect(problemsOf(version(send("a", "gone")))).toEqual([
      'Node "a" leads to "gone", which is not there. Point it to one of: a.',
    ])
    expect(problemsOf(version(send("a"), send("a")))).toEqual(['Node "a" stands there twice.'])
    expect(problemsOf(version(send("a", "b"), send("b", "a")))).toEqual([
      'Node "a" leads back to itself without a wait.',
    ])
    expect(problemsOf(version(send("a", "w"), wait("w", 5, "a")))).toEqual([])
  })

  it.each(BUILTINS.map((builtin) => [builtin.key, builtin] as const))("finds none in %s", (_, builtin) => {
    expect(problemsOf(builtinVersion(builtin))).toEqual([])
  })
})
