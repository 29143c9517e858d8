import fc from "fast-check"
import { connect, copyNode, insertAt, mayMoveTo, moveNode, removeNode, withName, withSettings } from "./edit-flow"
import { reachedFrom, START, type Flow, type FlowNode } from "./flow"

const step = (id: string, exits: Record<string, string | null> = { next: null }): FlowNode => ({
  id,
  kind: "wait",
  settings: {},
  exits,
})
/** a → f(yes → b, no → c) */
const branched = (): Flow => ({
  nodes: [step("a", { next: "f" }), step("f", { yes: "b", no: "c" }), step("b"), step("c")],
})
const wayOf = (flow: Flow) => Object.fromEntries(flow.nodes.map(({ id, exits }) => [id, exits]))

describe("insertAt", () => {
  it("begins an empty way", () => {
    expect(insertAt({ nodes: [] }, START, step("x")).nodes).toEqual([step("x")])
  })

  it("puts a step before the first one", () => {
    expect(insertAt(branched(), START, step("x")).nodes.slice(0, 2)).toEqual([
      step("x", { next: "a" }),
      step("a", { next: "f" }),
    ])
  })

  it("lets what followed go on behind the first exit of the new step", () => {
    const flow = insertAt(branched(), { node: "a", exit: "next" }, step("x", { sent: null, not_sent: null }))
    expect(wayOf(flow)).toMatchObject({ a: { next: "x" }, x: { sent: "f", not_sent: null } })
  })
})

describe("removeNode", () => {
  it("closes the gap", () => {
    expect(wayOf(removeNode(branched(), "a"))).toEqual({
      f: { yes: "b", no: "c" },
      b: { next: null },
      c: { next: null },
    })
  })

  it("takes along what only its other exits led to", () => {
    expect(wayOf(removeNode(branched(), "f"))).toEqual({ a: { next: "b" }, b: { next: null } })
  })

  it("keeps a branch that somebody else leads to as well", () => {
    const joined = connect(branched(), { node: "b", exit: "next" }, "c")
    expect(wayOf(removeNode(joined, "f"))).toEqual({ a: { next: "b" }, b: { next: "c" }, c: { next: null } })
  })

  it("leaves nothing of a way of one step, and knows no step that is not there", () => {
    expect(removeNode({ nodes: [step("a")] }, "a").nodes).toEqual([])
    expect(removeNode(branched(), "gone")).toEqual(branched())
  })

  it("leaves an end where a step led back to itself", () => {
    expect(removeNode({ nodes: [step("a", { next: "b" }), step("b", { next: "b" })] }, "b").nodes).toEqual([step("a")])
  })
})

it("drops what nothing leads to any more when an exit is led elsewhere", () => {
  const flow = connect(branched(), { node: "f", exit: "no" }, "b")
  expect(wayOf(flow)).toEqual({ a: { next: "f" }, f: { yes: "b", no: "b" }, b: { next: null } })
})

describe("moveNode", () => {
  it("takes a step with its other branches somewhere else", () => {
    const flow = moveNode(branched(), "f", { node: "b", exit: "next" })
    expect(wayOf(flow)).toEqual({ a: { next: "b" }, b: { next: "f" }, f: { yes: null, no: "c" }, c: { next: null } })
  })

  it("moves to the beginning", () => {
    expect(moveNode(branched(), "b", START).nodes.map(({ id }) => id)).toEqual(["b", "a", "f", "c"])
  })

  it.each([
    ["behind itself", { node: "f", exit: "no" }],
    ["where it stands", { node: "a", exit: "next" }],
    ["into a branch that comes along", { node: "c", exit: "next" }],
  ])("does not move %s", (_, place) => {
    expect(mayMoveTo(branched(), "f", place)).toBe(false)
    expect(moveNode(branched(), "f", place)).toEqual(branched())
  })
})

it("copies a step right behind itself, its branches stay", () => {
  expect(wayOf(copyNode(branched(), "f", "f2"))).toMatchObject({
    f: { yes: "f2", no: "c" },
    f2: { yes: "b", no: null },
  })
})

it("keeps the ways of exits that stay when the settings change, and drops what nothing leads to any more", () => {
  const flow = withSettings(branched(), "f", { arms: 2 }, ["yes", "maybe"])
  expect(wayOf(flow)).toEqual({ a: { next: "f" }, f: { yes: "b", maybe: null }, b: { next: null } })
})

it("gives a step a name and takes it away", () => {
  const named = withName(branched(), "b", "Say hello")
  expect(named.nodes[2]!.name).toBe("Say hello")
  expect(withName(named, "b", "")).toEqual(branched())
})

describe("whatever is done", () => {
  const edits = fc.array(
    fc.record({
      what: fc.constantFrom("insert", "remove", "move", "copy", "connect"),
      at: fc.nat(20),
      exit: fc.nat(2),
      other: fc.nat(20),
    }),
    { maxLength: 25 },
  )

  it("every exit leads to a step that is there or ends, no id stands there twice, everything is reached", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const flow = list.reduce(apply, branched())
        const ids = flow.nodes.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { exits } of flow.nodes)
          for (const target of Object.values(exits)) expect(target === null || ids.includes(target)).toBe(true)
        expect(reachedFrom(flow, ids[0] ?? null).sort()).toEqual([...ids].sort())
      }),
      { numRuns: 200 },
    )
  })

  function apply(
    flow: Flow,
    { what, at, exit, other }: { what: string; at: number; exit: number; other: number },
    n: number,
  ): Flow {
    const node = flow.nodes[at % Math.max(1, flow.nodes.length)]
    const exits = node ? Object.keys(node.exits) : []
    const place = node ? { node: node.id, exit: exits[exit % exits.length]! } : START
    const second = flow.nodes[other % Math.max(1, flow.nodes.length)]
    if (what === "insert" || !node)
      return insertAt(flow, place, step(`n${n}`, exit === 2 ? { yes: null, no: null } : { next: null }))
    if (what === "remove") return removeNode(flow, node.id)
    if (what === "move") return moveNode(flow, second!.id, place)
    if (what === "copy") return copyNode(flow, node.id, `c${n}`)
    return connect(flow, place, second!.id)
  }
})
